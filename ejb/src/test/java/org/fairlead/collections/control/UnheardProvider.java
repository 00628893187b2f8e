package org.fairlead.collections.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fairlead.collections.PaymentProvider;

/** The sandbox provider; what it does may be done without an answer. */
final class UnheardProvider implements PaymentProvider {

    private final PaymentProvider real;
    final List<String> sales = new ArrayList<>();
    boolean deaf;
    Runnable meanwhile = () -> {};

    UnheardProvider(PaymentProvider real) {
        this.real = real;
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public URI origin() {
        return real.origin();
    }

    @Override
    public Begun begin(Order order) {
        Begun begun = real.begin(order);
        sales.add(begun.key());
        return answer(begun);
    }

    @Override
    public Word ask(String key) {
        return answer(real.ask(key));
    }

    @Override
    public Word cancel(String key) {
        return answer(real.cancel(key));
    }

    @Override
    public Optional<Word> heard(String body, String signature, Instant at) {
        return real.heard(body, signature, at);
    }

    private <T> T answer(T said) {
        meanwhile.run();
        if (deaf) {
            throw new UncheckedIOException(new IOException("no answer"));
        }
        return said;
    }
}
