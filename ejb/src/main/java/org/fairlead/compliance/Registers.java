package org.fairlead.compliance;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Registers of people who are not to be called, as files: the states' own, by the names that the rules give them, and the
 * house's under {@link #INTERNAL}. A full list replaces the one before at once, a delta changes it; whatever is wrong with
 * a file, the list before it stays in force. The outsourcer's registers bind every client. Every file is audited. Roles:
 * compliance officer, BPO admin.
 */
public interface Registers {

    /** The name of a file of the house's own: whoever is on it is not called at all. */
    String INTERNAL = "INTERNAL";

    /**
     * Takes a file in: one number a line, or columns with a header among which one is called number or phone, or area
     * code and number apart; in a delta the last column says {@code A} for added or {@code D} for deleted.
     *
     * @return what became of it; {@code REFUSED} with a reason leaves everything as it was
     */
    Load load(ClientId client, File file, InputStream content);

    /** The lists in force, by name. */
    List<Register> registers(ClientId client);

    /** Files that were handed in, newest first. */
    List<Load> loads(ClientId client, int first, int size);

    /** What was wrong with which line, the first thousand. */
    List<Fault> faults(ClientId client, UUID loadId);

    /** Names of the registers that the rules ask for. */
    List<String> known();

    /** What a file changes. */
    enum Kind {
        FULL,
        DELTA
    }

    /**
     * A file as it is handed in.
     *
     * @param register its name in the rules
     * @param country region of numbers that are written without {@code +}
     * @param listDate of which day the list is; without one it is refused
     * @param sha256 as its publisher gives it, null to do without
     */
    record File(
            String register,
            String name,
            Kind kind,
            String country,
            @Nullable LocalDate listDate,
            @Nullable String sha256) {}

    /** A list in force. */
    record Register(ClientId client, String name, LocalDate listDate, int numbers, Instant loadedAt) {}

    /**
     * A file and what became of it.
     *
     * @param state {@code LOADED}, {@code REFUSED}
     * @param reason key {@code register.fault.} and the reason of the bundles; null while all is well
     */
    record Load(
            ClientId client,
            UUID loadId,
            String register,
            String file,
            Kind kind,
            @Nullable LocalDate listDate,
            String state,
            int rowsRead,
            int rowsLoaded,
            int rowsBad,
            @Nullable String reason,
            String loadedBy,
            Instant loadedAt) {}

    /** @param reason key {@code register.fault.} and the reason of the bundles */
    record Fault(int line, String reason, String value) {}
}
