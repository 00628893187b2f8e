package org.fairlead.routing.entity.acd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.fairlead.routing.entity.acd.Overflow.Trigger;
import org.fairlead.routing.entity.acd.QueueRules.Opening;
import org.jspecify.annotations.Nullable;

/** The way of a waiting contact: into a queue, from ring to ring, on to where it overflows. */
final class Course {

    /** Queues that send contacts to each other do not do so for ever. */
    private static final int MOST_HOPS = 8;

    private final Hall hall;
    private final TimerWheel wheel;
    private final Consumer<Decision> decisions;

    Course(Hall hall, TimerWheel wheel, Consumer<Decision> decisions) {
        this.hall = hall;
        this.wheel = wheel;
        this.decisions = decisions;
    }

    /** Brings a contact into its queue, or wherever that sends it. Answers whether it is to wait somewhere. */
    boolean enter(Ticket ticket, LiveQueue queue, long now) {
        LiveQueue into = queue;
        while (true) {
            arrive(ticket, into, now);
            Map.Entry<Trigger, Treatment> sent = sentOn(ticket);
            if (sent == null) {
                return true;
            }
            Trigger why = sent.getKey();
            if (sent.getValue() instanceof Treatment.ToQueue to) {
                LiveQueue next = hall.queues.get(to.queue());
                if (next == null || next == into || ticket.hops >= MOST_HOPS) {
                    return true;
                }
                ticket.hops++;
                decisions.accept(new Decision.Moved(now, ticket.id, into.rules.id(), to.queue(), why));
                into = next;
            } else {
                return treat(ticket, sent.getValue(), why, now);
            }
        }
    }

    static void arrive(Ticket ticket, LiveQueue queue, long entered) {
        if (ticket.queue != queue && ticket.facts.level() == ticket.queue.rules.level()) {
            // who came with a queue's own urgency has that of the one it goes on to
            ticket.facts = ticket.facts.at(queue.rules.level());
        }
        ticket.queue = queue;
        ticket.entered = entered;
        ticket.overflows = 0;
        ticket.site = -1;
        ticket.ring = queue.ringAfter(0);
        rank(ticket);
    }

    /** What its queue's rules make of it. */
    static void rank(Ticket ticket) {
        QueueRules rules = ticket.queue.rules;
        ticket.level = rules.levelOf(ticket.facts);
        ticket.rank = ticket.since - rules.credit(ticket.level);
        ticket.extra = extra(rules.entries(), ticket.facts);
    }

    static Map<String, Integer> extra(List<EntryRule> entries, ContactFacts contact) {
        Map<String, Integer> extra = Map.of();
        for (EntryRule each : entries) {
            if (!each.skills().isEmpty() && each.fits(contact)) {
                extra = new HashMap<>(extra);
                for (Map.Entry<String, Integer> skill : each.skills().entrySet()) {
                    extra.merge(skill.getKey(), skill.getValue(), Math::max);
                }
            }
        }
        return extra;
    }

    /** Where a contact that comes goes at once; null when it stays. */
    private Map.@Nullable Entry<Trigger, Treatment> sentOn(Ticket ticket) {
        QueueRules rules = ticket.queue.rules;
        if (ticket.facts.only() != null) {
            return null;
        }
        if (rules.opening() != Opening.OPEN && rules.closed() != null) {
            return Map.entry(Trigger.CLOSED, rules.closed());
        }
        for (EntryRule each : rules.entries()) {
            if (each.treatment() != null && each.fits(ticket.facts)) {
                return Map.entry(Trigger.ENTRY, each.treatment());
            }
        }
        for (Overflow each : rules.overflows()) {
            if (overflows(each, ticket)) {
                return Map.entry(each.trigger(), each.treatment());
            }
        }
        return null;
    }

    private boolean overflows(Overflow each, Ticket ticket) {
        LiveQueue queue = ticket.queue;
        return switch (each.trigger()) {
            case LENGTH -> queue.waiting >= each.bound();
            case EXPECTED_WAIT -> expected(ticket, queue.waiting + 1) >= each.bound();
            case NO_AGENTS -> there(ticket) == 0;
            case WAIT, CLOSED, ENTRY -> false;
        };
    }

    /** Agents who are there, free or not, and may take it. */
    private int there(Ticket ticket) {
        return hall.classOf(ticket).seats.common(hall.present);
    }

    /** Milliseconds until an agent, at that position in its queue. */
    long expected(Ticket ticket, int position) {
        ContactClass at = hall.classOf(ticket);
        QueueRules rules = ticket.queue.rules;
        if (hall.idle(rules.channel()).bits.common(at.seats) > 0) {
            return 0;
        }
        return ticket.queue.waits.expected(position, at.seats.common(hall.present), rules.handleMillis());
    }

    /** Answers whether the contact still waits here afterwards. */
    private boolean treat(Ticket ticket, Treatment treatment, Trigger why, long now) {
        if (treatment instanceof Treatment.ToSite to) {
            if (ticket.site == to.site()) {
                return true;
            }
            ticket.site = to.site();
            decisions.accept(new Decision.Opened(now, ticket.id, ticket.queue.rules.id(), to.site(), why));
            return true;
        }
        decisions.accept(new Decision.Treated(now, ticket.id, ticket.queue.rules.id(), treatment, why));
        // a callback is offered and the customer may rather wait, so the place is kept meanwhile
        return treatment instanceof Treatment.Callback;
    }

    /**
     * Does what has become due while it waited, was offered, or lay aside. Not to be called for one that stands in a
     * line. Answers whether it still waits.
     */
    boolean catchUp(Ticket ticket, long now) {
        while (ticket.facts.only() == null
                && ticket.overflows < ticket.queue.byWait().size()) {
            Overflow next = ticket.queue.byWait().get(ticket.overflows);
            if (ticket.entered + next.bound() > now) {
                return true;
            }
            ticket.overflows++;
            if (next.treatment() instanceof Treatment.ToQueue to) {
                LiveQueue into = hall.queues.get(to.queue());
                if (into != null && into != ticket.queue && ticket.hops < MOST_HOPS) {
                    ticket.hops++;
                    discount(ticket, now);
                    decisions.accept(
                            new Decision.Moved(now, ticket.id, ticket.queue.rules.id(), to.queue(), Trigger.WAIT));
                    if (!enter(ticket, into, now)) {
                        return false;
                    }
                }
            } else if (!treat(ticket, next.treatment(), Trigger.WAIT, now)) {
                discount(ticket, now);
                return false;
            }
        }
        return true;
    }

    /** One more waits in its queue. */
    void count(Ticket ticket, long now) {
        if (!ticket.counted) {
            ticket.counted = true;
            ticket.queue.waiting++;
            ticket.queue.waits.came(now, ticket.queue.waiting);
        }
    }

    /** One less waits in its queue. */
    void discount(Ticket ticket, long now) {
        if (ticket.counted) {
            ticket.counted = false;
            LiveQueue queue = ticket.queue;
            queue.waiting--;
            queue.waits.moved(now, queue.waiting, now == ticket.entered);
        }
    }

    /** Puts a waiting contact where it belongs now, and sets when that changes. */
    void place(Ticket ticket, long now) {
        place(ticket, holder(ticket, now), now);
    }

    /** The same, where it is known whether it is held for one agent. */
    void place(Ticket ticket, @Nullable Seat holder, long now) {
        QueueRules rules = ticket.queue.rules;
        ticket.ring = ticket.queue.ringAfter(now - ticket.entered);
        MissCost cost = rules.cost();
        ticket.late = cost != null && now >= ticket.since + cost.targetMillis();
        ticket.holder = holder;
        hall.join(ticket);
        long next = next(ticket);
        if (next == Long.MAX_VALUE) {
            wheel.cancel(ticket);
        } else {
            wheel.set(ticket, next);
        }
    }

    private @Nullable Seat holder(Ticket ticket, long now) {
        ContactFacts facts = ticket.facts;
        if (facts.only() != null) {
            return hall.seat(facts.only());
        }
        boolean past = ticket.preferredPast || now >= ticket.entered + ticket.queue.rules.preferredMillis();
        if (facts.preferred() == null || past) {
            return null;
        }
        Seat seat = hall.seat(facts.preferred());
        return seat.state != Seat.State.GONE && ChooseAgent.serves(seat, ticket) ? seat : null;
    }

    private static long next(Ticket ticket) {
        QueueRules rules = ticket.queue.rules;
        if (ticket.facts.only() != null) {
            return Long.MAX_VALUE;
        }
        long next = Long.MAX_VALUE;
        if (ticket.overflows < ticket.queue.byWait().size()) {
            next = ticket.entered + ticket.queue.byWait().get(ticket.overflows).bound();
        }
        if (ticket.holder != null) {
            return Math.min(next, ticket.entered + rules.preferredMillis());
        }
        if (ticket.ring + 1 < rules.rings().size()) {
            next = Math.min(
                    next, ticket.entered + rules.rings().get(ticket.ring + 1).afterMillis());
        }
        MissCost cost = rules.cost();
        // all others are found late by whoever looks at their line; with these it is asked again who holds them
        if (cost != null && !ticket.late && ticket.preferred != null) {
            next = Math.min(next, ticket.since + cost.targetMillis());
        }
        return next;
    }
}
