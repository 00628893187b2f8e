package org.fairlead.agreement.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.control.JournalReader.ProgramJourney;
import org.fairlead.agreement.entity.CountedProgram;
import org.fairlead.agreement.entity.Journey;

/**
 * Today's journeys in memory, followed by reading the journal's last minutes again and again: journeys merge, so that
 * overlaps do no harm. Everything is read anew every few minutes, which brings in what arrived late (a site that was
 * cut off), new agreements and the client's midnight. Not thread-safe.
 */
final class JournalTail {

    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration WHOLE_AGAIN_AFTER = Duration.ofMinutes(5);

    /** The world's earliest day is never longer ago than this. */
    private static final Duration LONGEST_DAY = Duration.ofHours(25);

    private final Map<UUID, Map<UUID, Journey>> journeys = new HashMap<>();
    private List<CountedProgram> programs = List.of();
    private Instant readWhole = Instant.EPOCH;
    private Instant readTo = Instant.EPOCH;

    List<ServiceLevelDay> follow(Connection connection, Instant now) throws SQLException {
        if (Duration.between(readWhole, now).compareTo(WHOLE_AGAIN_AFTER) > 0) {
            journeys.clear();
            programs = AgreementReader.programsWithQueues(connection, now);
            merge(JournalReader.since(connection, now.minus(LONGEST_DAY)));
            readWhole = now;
        } else {
            merge(JournalReader.since(connection, readTo.minus(OVERLAP)));
        }
        readTo = now;
        return programs.stream().map(program -> today(program, now)).toList();
    }

    private void merge(List<ProgramJourney> more) {
        for (ProgramJourney one : more) {
            journeys.computeIfAbsent(one.programId(), id -> new HashMap<>())
                    .merge(one.journey().contactId(), one.journey(), Journey::merge);
        }
    }

    private ServiceLevelDay today(CountedProgram program, Instant now) {
        LocalDate date = LocalDate.ofInstant(now, program.zone());
        Map<UUID, Journey> ofProgram = journeys.getOrDefault(program.programId(), Map.of());
        return program.day(ofProgram.values(), date, now);
    }
}
