package org.fairlead.routing.entity.acd;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a queue is served.
 *
 * @param level of urgency, 0 the most urgent
 * @param levelMillis how much waiting one level is worth: who came that much earlier at the next lower level goes first
 * @param vipMillis what being a VIP is worth
 * @param rings at least one; the first begins at once
 * @param orders which agent is chosen, see {@link AgentOrder}
 * @param list agents in their order
 * @param teams in the order in which they are preferred
 * @param shares percent of the contacts by site
 * @param preferredMillis how long a contact waits for the agent who had this customer last
 * @param handleMillis what a contact takes, for want of anything measured
 * @param reservationMillis how long an offer stands; 0: until its owner says otherwise
 */
public record QueueRules(
        UUID id,
        int client,
        Channel channel,
        int level,
        long levelMillis,
        long vipMillis,
        List<Ring> rings,
        List<AgentOrder> orders,
        List<UUID> list,
        List<String> teams,
        Map<Integer, Integer> shares,
        long preferredMillis,
        List<ValueLift> lifts,
        List<EntryRule> entries,
        List<Overflow> overflows,
        Opening opening,
        @Nullable Treatment closed,
        @Nullable MissCost cost,
        long handleMillis,
        long reservationMillis) {

    /** Levels of urgency that there are; the first is the VIPs'. */
    public static final int LEVELS = 12;

    /** Whether callers are let in; why not is for the words that they hear. */
    public enum Opening {
        OPEN,
        CLOSED,
        HOLIDAY
    }

    /**
     * A customer of that value is more urgent.
     *
     * @param levels upward
     */
    public record ValueLift(int from, int levels) {}

    public QueueRules {
        if (rings.isEmpty() || rings.get(0).afterMillis() != 0) {
            throw new IllegalArgumentException("the first ring begins at once");
        }
        rings = List.copyOf(rings);
        orders = List.copyOf(orders);
        list = List.copyOf(list);
        teams = List.copyOf(teams);
        shares = Map.copyOf(shares);
        lifts = List.copyOf(lifts);
        entries = List.copyOf(entries);
        overflows = List.copyOf(overflows);
    }

    /** The level of a contact, with everything that lifts it. */
    int levelOf(ContactFacts contact) {
        if (contact.vip()) {
            return 0;
        }
        int found = 1 + (contact.level() < 0 ? level : contact.level());
        int lift = 0;
        for (ValueLift each : lifts) {
            if (contact.value() >= each.from()) {
                lift = Math.max(lift, each.levels());
            }
        }
        for (EntryRule each : entries) {
            lift += each.fits(contact) ? each.lift() : 0;
        }
        return Math.max(1, Math.min(LEVELS - 1, found - lift));
    }

    /** What a level is worth, in waiting; nothing for the last. */
    long credit(int ofLevel) {
        return ofLevel == 0 ? vipMillis + (LEVELS - 2) * levelMillis : (LEVELS - 1 - ofLevel) * levelMillis;
    }

    public static QueueRulesBuilder of(UUID id, int client) {
        return new QueueRulesBuilder(id, client);
    }

    public QueueRulesBuilder but() {
        return new QueueRulesBuilder(this);
    }
}
