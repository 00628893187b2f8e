package org.fairlead.collections;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;

/**
 * Who takes cards for us: what is typed of a card goes there and nowhere else. The same port serves agents, links and, later,
 * a voice menu.
 */
public interface PaymentProvider {

    /** As it is written beside each payment. */
    String name();

    /** Where its pages are: a form of ours may lead there. */
    URI origin();

    /**
     * Begins a payment; the same order again is the same payment.
     *
     * @throws java.io.UncheckedIOException when it does not answer
     */
    Begun begin(Order order);

    /** How it stands, should its word have been lost; as {@link #begin} otherwise. */
    Word ask(String key);

    /** It shall not be paid any more; one that was paid stays so. */
    Word cancel(String key);

    /** What it tells us by itself; empty when the signature is not its own, or is old. */
    Optional<Word> heard(String body, String signature, Instant now);

    /**
     * What is to be paid.
     *
     * @param language of whoever types
     * @param keypad whether that is on a telephone on whose line we are
     */
    record Order(Reference reference, Money amount, String language, boolean keypad) {}

    /** @param page where the card is typed in; for the customer's eyes alone */
    record Begun(String key, URI page) {}

    /** What an order is called outside. */
    record Reference(ClientId client, UUID order) {

        public String text() {
            return client + "." + order;
        }

        /** Empty for what was never called so. */
        public static Optional<Reference> of(String text) {
            int point = text.indexOf('.');
            try {
                return point < 1
                        ? Optional.empty()
                        : Optional.of(new Reference(
                                new ClientId(Integer.parseInt(text.substring(0, point))),
                                UUID.fromString(text.substring(point + 1))));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    /** How far a payment is. */
    enum Kind {
        OPEN,
        PAID,
        FAILED,
        RETURNED
    }

    /** @param payment the provider's own key of the money; empty until there is some */
    record Word(Reference reference, String key, Kind kind, String payment, Money amount) {}
}
