package org.fairlead.collections;

import java.math.BigDecimal;
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
     * Keeps the draft.
     *
     * @throws org.fairlead.shared.Refused {@code score.protected} with the fact's name for who a person is,
     *     {@code score.unknown}, {@code score.weight}, {@code score.horizon}, {@code score.no-draft}
     */
    void save(UUID portfolioId, int version, Table table);

    void discard(UUID portfolioId, int version);

    /**
     * From that day on the nights score by it.
     *
     * @throws org.fairlead.shared.Refused {@code score.day}, {@code score.four-eyes}, {@code score.no-draft}
     */
    void publish(UUID portfolioId, int version, LocalDate from);

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
