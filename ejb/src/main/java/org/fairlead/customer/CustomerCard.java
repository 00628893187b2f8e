package org.fairlead.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sees of the customer of a contact. Numbers and references are masked; {@link Customers#reveal} opens
 * the number at hand.
 *
 * @param customerId null when nobody with this number is known
 * @param name empty when nobody with this number is known
 * @param reference the client's own number for the customer, masked
 * @param timeZone where the customer is, as far as the contact point or the city tells
 * @param remote the number at hand, masked
 */
public record CustomerCard(
        UUID contactId,
        ClientId client,
        @Nullable UUID customerId,
        String name,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        @Nullable String reference,
        boolean vip,
        @Nullable LocalDate since,
        @Nullable ZoneId timeZone,
        String remote,
        List<Point> points,
        List<Note> notes,
        List<PastContact> history) {

    public CustomerCard {
        points = List.copyOf(points);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
    }

    public boolean known() {
        return customerId != null;
    }

    /** Where the customer can be reached. */
    public record Point(UUID id, Kind kind, String masked, boolean atHand) {}

    /** Kind of a contact point. */
    public enum Kind {
        PHONE,
        EMAIL
    }

    /** What an agent wrote down, the newest first. */
    public record Note(UUID id, Instant at, String author, String words) {}

    /**
     * An earlier contact, the newest first.
     *
     * @param direction {@code INBOUND} or {@code OUTBOUND}
     * @param talkSeconds between answer and end; 0 when nobody spoke
     * @param disposition its name in the language asked for, else in the programme's first; null without one
     */
    public record PastContact(
            UUID contactId,
            Instant at,
            String channel,
            String direction,
            @Nullable String label,
            @Nullable String outcome,
            @Nullable String disposition,
            @Nullable String agent,
            long talkSeconds) {}
}
