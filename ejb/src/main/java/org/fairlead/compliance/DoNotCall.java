package org.fairlead.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that must not be called: each client's own list and the outsourcer's, which binds every client
 * ({@link ClientId#OUTSOURCER}). An entry stops the very next attempt. Every change is audited. Roles:
 * compliance officer, BPO admin.
 */
public interface DoNotCall {

    /**
     * Adds a number. Adding it again may make it stay for longer, and never for less.
     *
     * @param number international ({@code +39 02}), or national in the client's country
     * @param source who asked for it, in what form: kept with the entry
     * @param until the last day on which it is not called, by the client's calendar; null for good
     * @return the number as it is kept, in E.164 form
     * @throws org.fairlead.shared.Refused {@code number} when it is not a telephone number, {@code do-not-call.until} when
     *     the day is over
     */
    String add(ClientId client, String number, String source, @Nullable LocalDate until);

    /**
     * Takes a number off the list.
     *
     * @throws org.fairlead.shared.NotFound when it is not on it
     */
    void remove(ClientId client, String number, String reason);

    /**
     * A page of the list, newest first.
     *
     * @param containing part of the number, empty for all
     */
    List<Entry> entries(ClientId client, String containing, int first, int size);

    int count(ClientId client, String containing);

    /**
     * One number on a list.
     *
     * @param until the last day on which it is not called; null for good
     */
    record Entry(ClientId client, String number, Instant since, String source, @Nullable LocalDate until) {}
}
