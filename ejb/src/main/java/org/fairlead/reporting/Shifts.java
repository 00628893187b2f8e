package org.fairlead.reporting;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What people are planned to do, and how much of it they did. Days are those of the person's site. Roles: supervisor, BPO
 * admin; plans of the caller's clients (the outsourcer is client 0), for people whom the caller sees. Edits are audited.
 */
public interface Shifts {

    /** What is planned. */
    enum Kind {
        /** With customers, ready for them, or in wrap-up. */
        WORK,
        BREAK,
        LUNCH,
        MEETING,
        TRAINING
    }

    /** Whether the caller plans for the outsourcer itself, beside its clients. */
    boolean ofTheHouse();

    /** The day's plan, by person and time. */
    List<Span> plan(LocalDate day);

    /** How much of the plan that has passed was kept, by person. */
    List<Share> kept(LocalDate day);

    /** How long people paused and what they said about it. */
    List<Pause> pauses(LocalDate day);

    /**
     * @param until after {@code from}, on the same day; midnight is the end of the day
     * @throws org.fairlead.shared.Refused {@code shift.until} or {@code shift.overlap} when it cannot be so
     */
    void add(ClientId client, UUID person, Kind kind, LocalDate day, LocalTime from, LocalTime until);

    void remove(ClientId client, UUID span);

    /** @param zone of the person's site, in which it is meant */
    record Span(ClientId client, UUID id, UUID person, String name, Kind kind, Instant from, Instant until, ZoneId zone)
            implements Serializable {}

    /**
     * @param plannedSeconds of the plan that have passed
     * @param keptSeconds of them in which the person did what was planned, or was with a customer
     */
    record Share(UUID person, String name, long plannedSeconds, long keptSeconds) implements Serializable {

        /** Null before anything that was planned has passed. */
        public @Nullable Integer percent() {
            return plannedSeconds == 0 ? null : (int) (100 * keptSeconds / plannedSeconds);
        }
    }

    /** @param reason its code; null where none was asked for */
    record Pause(UUID person, String name, Presence presence, @Nullable String reason, int times, long seconds)
            implements Serializable {}
}
