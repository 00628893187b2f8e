package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Who may tell of messages: whoever signs with the secret that is agreed with their provider. */
@ApplicationScoped
public class DeliveryPort {

    private final String secret;

    public DeliveryPort() {
        this(Objects.requireNonNullElse(System.getenv("FAIRLEAD_SMS_SECRET"), ""));
    }

    DeliveryPort(String secret) {
        this.secret = secret;
    }

    public boolean hears(String body, String signature, Instant now) {
        return SignedWords.areOf(secret, body, signature, now);
    }

    public Optional<DeliveryWord> read(String body) {
        return DeliveryWord.of(SignedWords.read(body));
    }
}
