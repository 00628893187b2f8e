package org.fairlead.collections.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Course.Reading;
import org.fairlead.collections.entity.Course.State;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.Strategy.Side;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy would do with the debts that there are: which segment and step each is in today, and what the next thirty
 * nights would ask for if nobody paid, promised or was put on hold meanwhile. An upper bound, and said to be one.
 */
public final class StrategyForecast {

    public static final int DAYS = 30;

    private final Strategy strategy;
    private final LocalDate today;
    private final Instant now;
    private final Map<Place, Tally> places = new HashMap<>();
    private final Map<Step, long[]> steps = new EnumMap<>(Step.class);
    private final Map<String, Integer> calls = new HashMap<>();

    public StrategyForecast(Strategy strategy, LocalDate today, Instant now) {
        this.strategy = strategy;
        this.today = today;
        this.now = now;
    }

    /**
     * A debt of the portfolio.
     *
     * @param reachable there is a telephone, and somebody who dials it
     * @param person whose debts are called about together
     */
    public record Subject(Facts facts, List<Done> done, Gates.Facts gates, String person, boolean reachable) {

        public Subject {
            done = List.copyOf(done);
        }
    }

    /** @param segment null for debts of which none speaks */
    public record Place(Side side, @Nullable String segment) {}

    /** @param due by step, of those that are due tonight */
    public record Count(int debts, Money owed, Map<State, Integer> states, Map<Step, Integer> due) {

        public Count {
            states = Map.copyOf(states);
            due = Map.copyOf(due);
        }
    }

    private static final class Tally {

        private int debts;
        private @Nullable Money owed;
        private final Map<State, Integer> states = new EnumMap<>(State.class);
        private final Map<Step, Integer> due = new EnumMap<>(Step.class);

        void add(Subject subject, Reading reading) {
            debts++;
            Money one = subject.facts().owed();
            Money before = owed;
            owed = before == null ? one : before.plus(one);
            states.merge(reading.state(), 1, Integer::sum);
            Action step = reading.step();
            if (reading.state() == State.DUE && step != null) {
                due.merge(step.step(), 1, Integer::sum);
            }
        }

        Count count() {
            Money sum = owed;
            if (sum == null) {
                throw new IllegalStateException("nothing was counted");
            }
            return new Count(debts, sum, states, due);
        }
    }

    /** @return where the debt stands today */
    public Reading add(Subject subject) {
        Reading first = Course.read(strategy, subject.facts(), subject.done(), subject.gates(), today, now);
        Segment segment = first.segment();
        places.computeIfAbsent(new Place(first.side(), segment == null ? null : segment.name()), place -> new Tally())
                .add(subject, first);
        play(subject);
        return first;
    }

    private void play(Subject subject) {
        List<Done> done = new ArrayList<>(subject.done());
        Facts facts = subject.facts();
        for (int day = 0; day < DAYS; day++) {
            Facts then = new Facts(facts.debt(), facts.daysPastDue() + day, facts.score(), facts.owed());
            Instant at = now.plus(Duration.ofDays(day));
            Reading reading = Course.read(strategy, then, done, subject.gates(), today.plusDays(day), at);
            Segment segment = reading.segment();
            Action step = reading.step();
            if (reading.state() != State.DUE || segment == null || step == null) {
                continue;
            }
            if (step.step() == Step.CALL) {
                if (!subject.reachable()) {
                    continue;
                }
                calls.merge(subject.person(), 1 << day, (a, b) -> a | b);
            } else {
                steps.computeIfAbsent(step.step(), one -> new long[DAYS])[day]++;
            }
            count(done, new Done(segment.name(), reading.action(), step.step(), 1, at));
        }
    }

    private static void count(List<Done> done, Done more) {
        for (int i = 0; i < done.size(); i++) {
            Done one = done.get(i);
            if (one.segment().equals(more.segment()) && one.action() == more.action() && one.step() == more.step()) {
                done.set(i, new Done(one.segment(), one.action(), one.step(), one.times() + 1, more.last()));
                return;
            }
        }
        done.add(more);
    }

    public Map<Place, Count> places() {
        Map<Place, Count> all = new HashMap<>();
        places.forEach((place, tally) -> all.put(place, tally.count()));
        return all;
    }

    /** Which steps the thirty days have at all. */
    public Set<Step> steps() {
        Map<Step, Boolean> asked = new EnumMap<>(Step.class);
        steps.keySet().forEach(step -> asked.put(step, true));
        if (!calls.isEmpty()) {
            asked.put(Step.CALL, true);
        }
        return Set.copyOf(asked.keySet());
    }

    /** How many of a day: people for calls, since all debts of one are one call; debts for anything else. */
    public long on(int day, Step step) {
        if (step == Step.CALL) {
            return calls.values().stream()
                    .filter(days -> (days >>> day & 1) == 1)
                    .count();
        }
        long[] counts = steps.get(step);
        return counts == null ? 0 : counts[day];
    }

    public long total(Step step) {
        long total = 0;
        for (int day = 0; day < DAYS; day++) {
            total += on(day, step);
        }
        return total;
    }
}
