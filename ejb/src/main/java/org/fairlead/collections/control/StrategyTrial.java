package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies.Ahead;
import org.fairlead.collections.Strategies.Day;
import org.fairlead.collections.Strategies.Due;
import org.fairlead.collections.Strategies.Move;
import org.fairlead.collections.Strategies.Simulation;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Course.Reading;
import org.fairlead.collections.entity.Course.State;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.StrategyForecast;
import org.fairlead.collections.entity.StrategyForecast.Count;
import org.fairlead.collections.entity.StrategyForecast.Place;
import org.fairlead.collections.entity.StrategyForecast.Subject;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Tries a strategy on a portfolio's debts beside the one that is in force. Nothing is written. */
public final class StrategyTrial {

    private static final int AT_ONCE = 5_000;
    private static final int MOVES = 30;
    private static final UUID FIRST = new UUID(0, 0);

    private static final String OPEN = DebtFile.SELECT
            + """
             where d.client_id = ? and d.portfolio_id = ? and d.debt_id > ?
              and d.status not in ('PAID','SETTLED','RECALLED','CLOSED') order by d.debt_id limit ?
            """;

    private final Connection c;
    private final Portfolio portfolio;
    private final LocalDate today;
    private final int version;
    private final int live;
    private final StrategyForecast draft;
    private final @Nullable StrategyForecast present;
    private final Map<Moved, Integer> moves = new HashMap<>();
    private int debts;
    private int moved;
    private int gaps;
    private int liveGaps;

    public StrategyTrial(Connection c, Portfolio portfolio, int version, Instant now) {
        this.c = c;
        this.portfolio = portfolio;
        this.version = version;
        StrategyBook book = new StrategyBook(c, portfolio, now);
        this.today = book.today();
        this.live = book.live();
        Strategy tried = book.strategy(version);
        this.draft = new StrategyForecast(tried, today, now);
        this.present = live == 0 ? null : new StrategyForecast(book.strategy(live), today, now);
    }

    private record Moved(@Nullable String from, @Nullable String to) {}

    private record Open(DebtFile debt, double score) {}

    public Simulation run() {
        UUID after = FIRST;
        for (List<Open> some = open(after); !some.isEmpty(); some = open(after)) {
            add(some);
            after = some.get(some.size() - 1).debt().debtId();
        }
        return result();
    }

    private List<Open> open(UUID after) {
        return Sql.list(
                c,
                row -> {
                    Double score = row.getObject("score", Double.class);
                    return new Open(DebtFile.read(row), score == null ? DebtFile.UNSCORED : score);
                },
                OPEN,
                portfolio.client(),
                portfolio.portfolioId(),
                after,
                AT_ONCE);
    }

    private void add(List<Open> some) {
        Map<UUID, List<Done>> done = StrategySteps.done(
                c,
                portfolio.client(),
                some.stream().map(one -> one.debt().debtId()).toArray(UUID[]::new));
        Set<UUID> reachable = new HashSet<>(Sql.list(
                c,
                row -> row.getObject(1, UUID.class),
                "select distinct customer_id from contact_point where client_id = ? and customer_id = any (?) and kind ="
                        + " 'PHONE'",
                portfolio.client(),
                some.stream().map(one -> one.debt().customerId()).toArray(UUID[]::new)));
        for (Open one : some) {
            DebtFile debt = one.debt();
            int days = (int) ChronoUnit.DAYS.between(debt.pastDueSince(), today);
            add(new Subject(
                    new Facts(debt.debtId(), days, one.score(), debt.owed()),
                    done.getOrDefault(debt.debtId(), List.of()),
                    debt.gates(),
                    debt.person(),
                    debt.campaignId() != null && reachable.contains(debt.customerId())));
        }
    }

    private void add(Subject subject) {
        debts++;
        Reading to = draft.add(subject);
        gaps += to.state() == State.GAP ? 1 : 0;
        StrategyForecast before = present;
        if (before == null) {
            return;
        }
        Reading from = before.add(subject);
        liveGaps += from.state() == State.GAP ? 1 : 0;
        if (!Objects.equals(name(from), name(to))
                || !Objects.equals(from.step(), to.step())
                || from.side() != to.side()) {
            moved++;
            moves.merge(new Moved(name(from), name(to)), 1, Integer::sum);
        }
    }

    private static @Nullable String name(Reading reading) {
        Segment segment = reading.segment();
        return segment == null ? null : segment.name();
    }

    private Simulation result() {
        return new Simulation(version, live, debts, gaps, liveGaps, moved, places(), moves(), ahead(), days());
    }

    private List<org.fairlead.collections.Strategies.Place> places() {
        StrategyForecast before = present;
        Map<Place, Count> then = draft.places();
        Map<Place, Count> now = before == null ? Map.of() : before.places();
        Set<Place> all = new HashSet<>(then.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .sorted(Comparator.comparing(Place::side)
                        .thenComparing(place -> place.segment() == null ? "\uffff" : place.segment()))
                .map(place -> place(place, then.get(place), now.get(place)))
                .toList();
    }

    private org.fairlead.collections.Strategies.Place place(Place place, @Nullable Count then, @Nullable Count now) {
        Count count = then == null ? new Count(0, Money.zero(portfolio.currency()), Map.of(), Map.of()) : then;
        return new org.fairlead.collections.Strategies.Place(
                place.side().name(),
                place.segment(),
                count.debts(),
                now == null ? 0 : now.debts(),
                count.owed().amount(),
                count.states().getOrDefault(State.WAITS, 0),
                count.states().getOrDefault(State.CLOSED, 0),
                count.states().getOrDefault(State.DONE, 0),
                count.due().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(due -> new Due(due.getKey().name(), due.getValue()))
                        .toList());
    }

    private List<Move> moves() {
        return moves.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Moved, Integer> one) -> -one.getValue())
                        .thenComparing(one -> String.valueOf(one.getKey())))
                .limit(MOVES)
                .map(one -> new Move(one.getKey().from(), one.getKey().to(), one.getValue()))
                .toList();
    }

    private List<Ahead> ahead() {
        StrategyForecast before = present;
        Set<Step> asked = new TreeSet<>(draft.steps());
        if (before != null) {
            asked.addAll(before.steps());
        }
        return asked.stream()
                .map(step -> new Ahead(step.name(), draft.total(step), before == null ? 0 : before.total(step)))
                .toList();
    }

    private List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (int day = 0; day < StrategyForecast.DAYS; day++) {
            days.add(new Day(
                    today.plusDays(day),
                    draft.on(day, Step.CALL),
                    present == null ? 0 : present.on(day, Step.CALL),
                    written(draft, day),
                    present == null ? 0 : written(present, day)));
        }
        return days;
    }

    private static long written(StrategyForecast forecast, int day) {
        return forecast.on(day, Step.LETTER) + forecast.on(day, Step.MESSAGE);
    }
}
