package org.fairlead.collections;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What comes from outside about card payments, with nobody logged in: a debtor who opens a link, a provider that tells. Who
 * knocks is known by a signature alone, and gets in for that one order of that one client.
 */
public interface CardDoors {

    /** What a link is good for; it is not used up by looking. Whoever looks learns nothing of a debt. */
    Link link(String token);

    /**
     * Uses the link up: the provider's page for the debtor.
     *
     * @throws org.fairlead.shared.Refused {@code card.link} for one that is not ours, old, used, or not to be paid any more;
     *     {@code card.provider} when the provider does not answer: then it is not used up
     */
    URI open(String token);

    /** What became of what a provider told. */
    Heard told(String body, String signature);

    /**
     * A link.
     *
     * @param open whether it leads to the provider
     * @param language of the debtor; null where it is no link of ours
     * @param client whose debt it is; null as above
     * @param provider where a form may lead
     */
    record Link(boolean open, @Nullable String language, @Nullable String client, URI provider) {}
}
