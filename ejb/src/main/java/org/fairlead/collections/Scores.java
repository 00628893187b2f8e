package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Strategies.Version;

/**
 * How likely debts are to be paid: tables of points per fact, with versions, and whether they were right. Roles: BPO admin
 * writes; BPO admin and supervisor read and publish.
 */
public interface Scores {

    /** Newest first. */
    List<Version> versions(UUID portfolioId);

    Table table(UUID portfolioId, int version);

    /** What a table may be made of. */
    List<String> facts();

    /** Begins a draft as a copy; the draft that is there already stays. */
    int draft(UUID portfolioId, int from);

    /**
     * Keeps the draft. One that says what it said before stays that of whoever wrote it.
     *
     * @param seen when the draft that was shown had been written
     * @return when it was written now
     * @throws org.fairlead.shared.Refused {@code score.changed} when somebody else wrote it since
     * @throws org.fairlead.shared.Refused {@code score.protected} with the fact's name for who a person is,
     *     {@code score.unknown}, {@code score.weight}, {@code score.horizon}, {@code score.no-draft}
     */
    Instant save(UUID portfolioId, int version, Table table, Instant seen);

    /**
     * Throws the draft away.
     *
     * @param seen when the draft that was shown had been written: nobody throws away what they did not see
     * @throws org.fairlead.shared.Refused {@code score.no-draft}, {@code score.changed} when somebody wrote it since
     */
    void discard(UUID portfolioId, int version, Instant seen);

    /**
     * From that day on the nights score by it.
     *
     * @param seen when the draft that was shown had been written: nobody publishes what they did not see
     * @throws org.fairlead.shared.Refused {@code score.day}, {@code score.four-eyes}, {@code score.no-draft},
     *     {@code score.changed} when somebody wrote it since
     */
    void publish(UUID portfolioId, int version, LocalDate from, Instant seen);

    /** What was foretold and what came of it, of scores whose horizon is over. */
    Outcome outcome(UUID portfolioId, int version);

    /**
     * A table.
     *
     * @param horizonDays within which a payment counts
     * @param start points that every debt has
     */
    record Table(int horizonDays, BigDecimal start, List<Line> lines) {

        public Table {
            lines = List.copyOf(lines);
        }
    }

    /** @param points for each unit of the fact, added to the log-odds */
    record Line(String fact, BigDecimal points) {}

    /**
     * @param scored debts that have a score of this version now
     * @param error mean distance of foretold and seen
     */
    record Outcome(int version, int horizonDays, int scored, int judged, double error, List<Band> bands) {

        public Outcome {
            bands = List.copyOf(bands);
        }
    }

    /** @param low and {@code high}: where the true share lies, with 95 of 100 */
    record Band(
            double from, double until, int debts, int paid, double expected, double seen, double low, double high) {}
}
