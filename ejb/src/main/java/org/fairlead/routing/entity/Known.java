package org.fairlead.routing.entity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the database knew about a batch of inputs just before it was applied: this is what keeps a call that came again
 * after a crash from being offered twice, and an attempt from leaving twice.
 *
 * @param contacts ids of offered or placed calls that exist already, closed or not
 * @param openAttempts placed attempts whose row still waits to be sent
 * @param customers the customer behind a caller's number
 */
public record Known(Set<UUID> contacts, Set<UUID> openAttempts, Map<CallerNumber, Customer> customers) {

    /** A caller's number at one client. */
    public record CallerNumber(int client, String number) {}

    /** Whose number it is. */
    public record Customer(UUID id, CallerKnown known) {}

    public static Known nothing() {
        return new Known(Set.of(), Set.of(), Map.of());
    }
}
