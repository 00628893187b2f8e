package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.fairlead.collections.entity.LinkToken;
import org.fairlead.shared.Refused;

/** Addresses that debtors open to pay. The secret that signs them is the same on every node. */
@ApplicationScoped
public class CardLinks {

    private final String console;
    private final String secret;

    public CardLinks() {
        this(
                System.getProperty("fairlead.console", "http://127.0.0.1:8080"),
                Objects.requireNonNullElse(System.getenv("FAIRLEAD_PAYMENT_LINKS_SECRET"), ""));
    }

    CardLinks(String console, String secret) {
        this.console = console;
        this.secret = secret;
    }

    public String address(LinkToken token) {
        if (secret.isEmpty()) {
            throw new Refused("card.provider");
        }
        return console + "/pay/" + token.signed(secret);
    }

    public Optional<LinkToken> read(String text) {
        return secret.isEmpty() ? Optional.empty() : LinkToken.read(text, secret);
    }
}
