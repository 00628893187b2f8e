package org.fairlead.launcher.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One payment that the sandbox was asked to take. */
final class Sale {

    enum State {
        OPEN,
        PAID,
        FAILED,
        RETURNED
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String key = random();
    private final String page = random();
    private final Order order;
    private State state = State.OPEN;
    private @Nullable String payment;

    Sale(Order order) {
        this.order = order;
    }

    /**
     * What was asked for.
     *
     * @param reference the merchant's own
     * @param minor units of the currency
     * @param keypad the customer is on the telephone and types there
     */
    record Order(String reference, long minor, String currency, String language, boolean keypad) {}

    String key() {
        return key;
    }

    /** The secret part of the page's address. */
    String page() {
        return page;
    }

    Order order() {
        return order;
    }

    synchronized State state() {
        return state;
    }

    /** @return whether it changed */
    synchronized boolean become(State next) {
        boolean changes = next == State.RETURNED ? state == State.PAID : state == State.OPEN;
        if (changes) {
            state = next;
            payment = payment == null && next == State.PAID ? random() : payment;
        }
        return changes;
    }

    /** As the merchant is told. */
    synchronized Map<String, String> told() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("reference", order.reference());
        told.put("key", key);
        told.put("kind", state.name());
        told.put("payment", payment == null ? "" : payment);
        told.put("amount", Long.toString(order.minor()));
        told.put("currency", order.currency());
        return told;
    }

    private static String random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
