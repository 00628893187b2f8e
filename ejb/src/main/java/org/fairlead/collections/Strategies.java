package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What is done about which debts: written as a draft, tried on the debts that there are, published for a day. Roles: BPO
 * admin writes; BPO admin and supervisor read, try and publish.
 */
public interface Strategies {

    /** Newest first. */
    List<Version> versions(UUID portfolioId);

    Body body(UUID portfolioId, int version);

    /** What a step may be. */
    List<String> steps();

    /**
     * Begins a draft as a copy of a version; the draft that is there already stays.
     *
     * @param from 0 for an empty one
     * @return the draft's version
     */
    int draft(UUID portfolioId, int from);

    /**
     * Keeps the draft. One that says what it said before stays that of whoever wrote it.
     *
     * @param seen when the draft that was shown had been written
     * @return when it was written now
     * @throws org.fairlead.shared.Refused {@code strategy.changed} when somebody else wrote it since
     * @throws org.fairlead.shared.Refused {@code strategy.*}, with the segment's name, for what is no strategy;
     *     {@code strategy.no-draft} when it was published or thrown away meanwhile
     */
    Instant save(UUID portfolioId, int version, Body body, Instant seen);

    /**
     * Throws the draft away.
     *
     * @param seen when the draft that was shown had been written: nobody throws away what they did not see
     * @throws org.fairlead.shared.Refused {@code strategy.no-draft}, {@code strategy.changed} when somebody wrote it since
     */
    void discard(UUID portfolioId, int version, Instant seen);

    /** The draft, or any version, on the debts that there are, beside what is in force today. */
    Simulation simulate(UUID portfolioId, int version);

    /**
     * From that day on the nights follow it.
     *
     * @param seen when the draft that was shown had been written: nobody publishes what they did not see
     * @throws org.fairlead.shared.Refused {@code strategy.day} for a day that is over, {@code strategy.four-eyes} for who
     *     wrote it where the house asks for a second person, {@code strategy.no-draft}, {@code strategy.changed} when
     *     somebody wrote it since
     */
    void publish(UUID portfolioId, int version, LocalDate from, Instant seen);

    /** How champion and challenger do, of versions that did anything. */
    List<SideFigures> sides(UUID portfolioId);

    /**
     * Why a debt is where it is.
     *
     * @param reference the client's own number for it
     * @throws org.fairlead.shared.Refused {@code strategy.debt} when the portfolio has no such debt
     */
    Explained explain(UUID portfolioId, String reference);

    /**
     * One version.
     *
     * @param state {@code DRAFT} or {@code PUBLISHED}
     * @param from null for a draft, and for what has been in force from the beginning
     * @param inForce today, in the client's calendar
     */
    record Version(
            ClientId client,
            int version,
            String state,
            @Nullable LocalDate from,
            boolean inForce,
            @Nullable String draftedBy,
            @Nullable Instant draftedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    /** @param challengerPercent of the debts */
    record Body(BigDecimal challengerPercent, List<Part> champion, List<Part> challenger) {

        public Body {
            champion = List.copyOf(champion);
            challenger = List.copyOf(challenger);
        }
    }

    /**
     * A segment; the first that speaks of a debt decides. What is null has no bound.
     *
     * @param daysUntil with that day
     * @param scoreFrom probability
     */
    record Part(
            String name,
            int daysFrom,
            @Nullable Integer daysUntil,
            @Nullable BigDecimal scoreFrom,
            @Nullable BigDecimal scoreBelow,
            @Nullable BigDecimal balanceFrom,
            @Nullable BigDecimal balanceBelow,
            List<Todo> steps) {

        public Part {
            steps = List.copyOf(steps);
        }
    }

    /** @param afterDays since the last step of the segment */
    record Todo(String step, int afterDays, int times) {}

    /**
     * A version on the present debts. What the days ask for is an upper bound: it takes nobody to pay, promise or be held.
     *
     * @param live the version that is in force; 0: none
     * @param moved debts whose segment or next step differs
     * @param moves from which segment to which, the most first
     */
    record Simulation(
            int version,
            int live,
            int debts,
            int gaps,
            int liveGaps,
            int moved,
            List<Place> places,
            List<Move> moves,
            List<Ahead> ahead,
            List<Day> days) {

        public Simulation {
            places = List.copyOf(places);
            moves = List.copyOf(moves);
            ahead = List.copyOf(ahead);
            days = List.copyOf(days);
        }
    }

    /**
     * A segment with its debts today.
     *
     * @param segment null: those of which none speaks
     * @param liveDebts in the segment of this side and name in the version in force
     * @param due tonight, by step
     */
    record Place(
            String side,
            @Nullable String segment,
            int debts,
            int liveDebts,
            BigDecimal owed,
            int waiting,
            int closed,
            int done,
            List<Due> due) {

        public Place {
            due = List.copyOf(due);
        }
    }

    record Due(String step, int debts) {}

    /** @param from null: none spoke of them */
    record Move(@Nullable String from, @Nullable String to, int debts) {}

    /** What thirty days ask for: calls are people, anything else is debts. */
    record Ahead(String step, long count, long live) {}

    record Day(LocalDate day, long calls, long liveCalls, long written, long liveWritten) {}

    /**
     * One side of one version.
     *
     * @param debts that it did anything about
     * @param paying of these, since then
     * @param collected from them since then, of what was placed
     */
    record SideFigures(
            int version,
            String side,
            int debts,
            int paying,
            int steps,
            int promises,
            BigDecimal collected,
            BigDecimal placed) {}

    /**
     * Where a debt stands in its strategy.
     *
     * @param state {@code GAP}, {@code DONE}, {@code WAITS}, {@code CLOSED} or {@code DUE}
     * @param scored false: it has no score, and counts as one of a half
     * @param reasons what the score is made of, the heaviest first
     * @param step that is next; null for none
     * @param done how often it was done already, of {@code times}
     * @param ripe from when on, as far as the strategy says
     * @param against keys of what speaks against it
     * @param then the step after it
     */
    record Explained(
            String state,
            int version,
            String side,
            @Nullable Part segment,
            int daysPastDue,
            double score,
            boolean scored,
            List<Reason> reasons,
            BigDecimal owed,
            String currency,
            @Nullable String step,
            int done,
            int times,
            @Nullable Instant ripe,
            List<String> against,
            @Nullable String then) {

        public Explained {
            against = List.copyOf(against);
            reasons = List.copyOf(reasons);
        }
    }

    /** What a score is made of: a fact, how much of it there is, and what that adds. */
    record Reason(String fact, double value, double points) {}
}
