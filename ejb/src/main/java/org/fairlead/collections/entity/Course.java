package org.fairlead.collections.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairlead.collections.entity.Gates.Reason;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.Strategy.Side;
import org.jspecify.annotations.Nullable;

/**
 * Where a debt stands in its strategy: why this segment, why this step now or not yet, and what is next. The night acts by
 * it, a simulation counts by it, and the debtor page shows it: there is no second reading that could say otherwise.
 */
public final class Course {

    /** What the strategy asks for now. */
    public enum State {
        /** No segment speaks of the debt. */
        GAP,
        /** All steps of the segment were done. */
        DONE,
        /** The step's time has not come. */
        WAITS,
        /** Something speaks against the step. */
        CLOSED,
        DUE
    }

    private Course() {}

    /** Steps of a segment that were done: at which place, and what it was; a later version may have another step there. */
    public record Done(String segment, int action, Step step, int times, Instant last) {}

    /**
     * What was read.
     *
     * @param segment null for a gap
     * @param action place of the step in the segment, from 0; -1 for none
     * @param step that is next; null when none is left
     * @param done how often this step was done
     * @param ripe from when on it may be done, as far as the strategy says
     * @param against what speaks against it today
     * @param then what follows when this step was done as often as asked
     */
    public record Reading(
            State state,
            int version,
            Side side,
            @Nullable Segment segment,
            int action,
            @Nullable Action step,
            int done,
            @Nullable Instant ripe,
            Set<Reason> against,
            @Nullable Action then) {

        public Reading {
            against = Set.copyOf(against);
        }
    }

    /** @param done of this debt, whatever segment it was in */
    public static Reading read(
            Strategy strategy, Facts facts, List<Done> done, Gates.Facts gates, LocalDate today, Instant now) {
        Side side = strategy.side(facts.debt());
        Optional<Segment> found = strategy.segment(facts);
        if (found.isEmpty()) {
            return new Reading(State.GAP, strategy.version(), side, null, -1, null, 0, null, Set.of(), null);
        }
        Segment segment = found.get();
        List<Done> here = done.stream()
                .filter(one -> one.segment().equals(segment.name()))
                .toList();
        List<Integer> counts = counts(here, segment.actions());
        int at = next(segment, counts, 0);
        if (at < 0) {
            return new Reading(State.DONE, strategy.version(), side, segment, -1, null, 0, null, Set.of(), null);
        }
        Action step = segment.actions().get(at);
        Instant ripe = here.stream()
                .map(Done::last)
                .max(Comparator.naturalOrder())
                .map(last -> last.plus(step.after()))
                .orElse(null);
        Set<Reason> against = Gates.against(step.step(), gates, today);
        int following = next(segment, counts, at + 1);
        return new Reading(
                state(ripe, against, now),
                strategy.version(),
                side,
                segment,
                at,
                step,
                counts.get(at),
                ripe,
                against,
                following < 0 ? null : segment.actions().get(following));
    }

    private static State state(@Nullable Instant ripe, Set<Reason> against, Instant now) {
        if (!against.isEmpty()) {
            return State.CLOSED;
        }
        return ripe != null && now.isBefore(ripe) ? State.WAITS : State.DUE;
    }

    private static int next(Segment segment, List<Integer> counts, int from) {
        for (int i = from; i < segment.actions().size(); i++) {
            if (counts.get(i) < segment.actions().get(i).times()) {
                return i;
            }
        }
        return -1;
    }

    private static List<Integer> counts(List<Done> here, List<Action> actions) {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            int place = i;
            counts.add(here.stream()
                    .filter(one -> one.action() == place
                            && one.step() == actions.get(place).step())
                    .mapToInt(Done::times)
                    .sum());
        }
        return counts;
    }
}
