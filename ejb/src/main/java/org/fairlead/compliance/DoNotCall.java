package org.fairlead.compliance;

import java.time.Instant;
import java.util.List;
import org.fairlead.shared.ClientId;

/**
 * Numbers that must not be called: each client's own list and the outsourcer's, which binds every client
 * ({@link ClientId#OUTSOURCER}). An entry stops the very next attempt. Every change is audited. Roles:
 * compliance officer, BPO admin.
 */
public interface DoNotCall {

    /**
     * Adds a number; adding it again changes nothing.
     *
     * @param number international ({@code +39 02}), or national in the client's country
     * @param source who asked for it, in what form: kept with the entry
     * @return the number as it is kept, in E.164 form
     * @throws org.fairlead.shared.Refused {@code number} when it is not a telephone number
     */
    String add(ClientId client, String number, String source);

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

    /** One number on a list. */
    record Entry(ClientId client, String number, Instant since, String source) {}
}
