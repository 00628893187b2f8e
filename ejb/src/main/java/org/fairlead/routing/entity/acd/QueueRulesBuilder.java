package org.fairlead.routing.entity.acd;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.entity.acd.QueueRules.Opening;
import org.fairlead.routing.entity.acd.QueueRules.ValueLift;
import org.jspecify.annotations.Nullable;

/** Queue rules, part by part; what is not said is as most queues have it. */
public final class QueueRulesBuilder {

    private static final long MINUTE = 60_000;

    private final UUID id;
    private final int client;
    private Channel channel = Channel.VOICE;
    private int level = 5;
    private long levelMillis = MINUTE;
    private long vipMillis = 60 * MINUTE;
    private List<Ring> rings = List.of(Ring.of(Map.of()));
    private List<AgentOrder> orders = List.of();
    private List<UUID> list = List.of();
    private List<String> teams = List.of();
    private Map<Integer, Integer> shares = Map.of();
    private long preferredMillis;
    private List<ValueLift> lifts = List.of();
    private List<EntryRule> entries = List.of();
    private List<Overflow> overflows = List.of();
    private Opening opening = Opening.OPEN;
    private @Nullable Treatment closed;
    private @Nullable MissCost cost;
    private long handleMillis = 4 * MINUTE;
    private long reservationMillis;

    QueueRulesBuilder(UUID id, int client) {
        this.id = id;
        this.client = client;
    }

    QueueRulesBuilder(QueueRules from) {
        this(from.id(), from.client());
        channel = from.channel();
        level = from.level();
        levelMillis = from.levelMillis();
        vipMillis = from.vipMillis();
        rings = from.rings();
        orders = from.orders();
        list = from.list();
        teams = from.teams();
        shares = from.shares();
        preferredMillis = from.preferredMillis();
        lifts = from.lifts();
        entries = from.entries();
        overflows = from.overflows();
        opening = from.opening();
        closed = from.closed();
        cost = from.cost();
        handleMillis = from.handleMillis();
        reservationMillis = from.reservationMillis();
    }

    public QueueRules build() {
        return new QueueRules(
                id,
                client,
                channel,
                level,
                levelMillis,
                vipMillis,
                rings,
                orders,
                list,
                teams,
                shares,
                preferredMillis,
                lifts,
                entries,
                overflows,
                opening,
                closed,
                cost,
                handleMillis,
                reservationMillis);
    }

    public QueueRulesBuilder channel(Channel is) {
        channel = is;
        return this;
    }

    public QueueRulesBuilder level(int is) {
        level = is;
        return this;
    }

    public QueueRulesBuilder levelWorth(long millis) {
        levelMillis = millis;
        return this;
    }

    public QueueRulesBuilder vipWorth(long millis) {
        vipMillis = millis;
        return this;
    }

    public QueueRulesBuilder skills(Map<String, Integer> asked) {
        rings = List.of(Ring.of(asked));
        return this;
    }

    public QueueRulesBuilder rings(List<Ring> are) {
        rings = are;
        return this;
    }

    public QueueRulesBuilder orders(List<AgentOrder> are) {
        orders = are;
        return this;
    }

    public QueueRulesBuilder list(List<UUID> agents) {
        list = agents;
        return this;
    }

    public QueueRulesBuilder teams(List<String> are) {
        teams = are;
        return this;
    }

    public QueueRulesBuilder shares(Map<Integer, Integer> percentBySite) {
        shares = percentBySite;
        return this;
    }

    public QueueRulesBuilder preferredFor(long millis) {
        preferredMillis = millis;
        return this;
    }

    public QueueRulesBuilder lifts(List<ValueLift> are) {
        lifts = are;
        return this;
    }

    public QueueRulesBuilder entries(List<EntryRule> are) {
        entries = are;
        return this;
    }

    public QueueRulesBuilder overflows(List<Overflow> are) {
        overflows = are;
        return this;
    }

    public QueueRulesBuilder opening(Opening is) {
        opening = is;
        return this;
    }

    public QueueRulesBuilder closed(@Nullable Treatment is) {
        closed = is;
        return this;
    }

    public QueueRulesBuilder cost(@Nullable MissCost is) {
        cost = is;
        return this;
    }

    public QueueRulesBuilder handling(long millis) {
        handleMillis = millis;
        return this;
    }

    public QueueRulesBuilder reservation(long millis) {
        reservationMillis = millis;
        return this;
    }
}
