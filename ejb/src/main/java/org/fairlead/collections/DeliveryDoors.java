package org.fairlead.collections;

/**
 * What providers of short messages and e-mails tell later, with nobody logged in: who knocks is known by a signature alone,
 * and gets in for that one message of that one client.
 */
public interface DeliveryDoors {

    /**
     * What became of what a provider told.
     *
     * @param body {@code reference} as the message left with it, {@code kind} {@code DELIVERED} or {@code UNDELIVERED}, and
     *     the provider's {@code code}
     */
    Heard told(String body, String signature);
}
