package org.fairlead.routing.entity.acd;

import static java.util.Comparator.comparingLong;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.routing.entity.acd.Overflow.Trigger;
import org.jspecify.annotations.Nullable;

/** Where a contact of {@link SlowAcd} goes that comes, or has waited. */
record SlowCourse(SlowAcd acd) {

    boolean enter(SlowContact contact, SlowQueue queue) {
        if (contact.facts.level() == contact.queue.rules.level()) {
            contact.facts = contact.facts.at(queue.rules.level());
        }
        contact.queue = queue;
        contact.entered = acd.now;
        contact.looked = acd.now;
        contact.overflows = 0;
        contact.site = -1;
        Trigger why = whyNot(contact);
        if (why == null) {
            return true;
        }
        Treatment treatment = treatment(contact, why);
        if (treatment instanceof Treatment.ToQueue to) {
            SlowQueue next = acd.queues.get(to.queue());
            if (next == null || next == queue || contact.hops >= 8) {
                return true;
            }
            contact.hops++;
            acd.decisions.accept(new Decision.Moved(acd.now, contact.facts.id(), queue.rules.id(), to.queue(), why));
            return enter(contact, next);
        }
        return treat(contact, treatment, why);
    }

    /** The first reason for which it does not stay where it comes. */
    private @Nullable Trigger whyNot(SlowContact contact) {
        QueueRules rules = contact.queue.rules;
        if (contact.facts.only() != null) {
            return null;
        }
        if (rules.opening() != QueueRules.Opening.OPEN && rules.closed() != null) {
            return Trigger.CLOSED;
        }
        if (rules.entries().stream().anyMatch(each -> each.treatment() != null && each.fits(contact.facts))) {
            return Trigger.ENTRY;
        }
        return rules.overflows().stream()
                .filter(each -> overflows(each, contact))
                .map(Overflow::trigger)
                .findFirst()
                .orElse(null);
    }

    private Treatment treatment(SlowContact contact, Trigger why) {
        QueueRules rules = contact.queue.rules;
        return switch (why) {
            case CLOSED -> Objects.requireNonNull(rules.closed());
            case ENTRY -> rules.entries().stream()
                    .filter(each -> each.treatment() != null && each.fits(contact.facts))
                    .map(each -> Objects.requireNonNull(each.treatment()))
                    .findFirst()
                    .orElseThrow();
            default -> rules.overflows().stream()
                    .filter(each -> overflows(each, contact))
                    .map(Overflow::treatment)
                    .findFirst()
                    .orElseThrow();
        };
    }

    private boolean overflows(Overflow each, SlowContact contact) {
        int waiting = (int) acd.waiting(contact.queue).count();
        return switch (each.trigger()) {
            case LENGTH -> waiting >= each.bound();
            case EXPECTED_WAIT -> expected(contact, waiting + 1) >= each.bound();
            case NO_AGENTS -> there(contact) == 0;
            default -> false;
        };
    }

    private long there(SlowContact contact) {
        return acd.agents.values().stream()
                .filter(agent -> agent.state != Seat.State.GONE && agent.mayServe(contact))
                .count();
    }

    long expected(SlowContact contact, int position) {
        boolean free = acd.agents.values().stream()
                .anyMatch(agent -> agent.open(contact.channel()) && agent.mayServe(contact));
        return free
                ? 0
                : contact.queue.waits.expected(position, (int) there(contact), contact.queue.rules.handleMillis());
    }

    private boolean treat(SlowContact contact, Treatment treatment, Trigger why) {
        UUID id = contact.facts.id();
        UUID queue = contact.queue.rules.id();
        if (treatment instanceof Treatment.ToSite to) {
            if (contact.site == to.site()) {
                return true;
            }
            contact.site = to.site();
            acd.decisions.accept(new Decision.Opened(acd.now, id, queue, to.site(), why));
            return true;
        }
        acd.decisions.accept(new Decision.Treated(acd.now, id, queue, treatment, why));
        return treatment instanceof Treatment.Callback;
    }

    /** Overflows by wait that have become due. */
    boolean catchUp(SlowContact contact) {
        while (contact.facts.only() == null) {
            Optional<Overflow> next = byWait(contact)
                    .skip(contact.overflows)
                    .findFirst()
                    .filter(each -> contact.entered + each.bound() <= acd.now);
            if (next.isEmpty()) {
                return true;
            }
            contact.overflows++;
            if (next.get().treatment() instanceof Treatment.ToQueue to) {
                SlowQueue into = acd.queues.get(to.queue());
                if (into != null && into != contact.queue && contact.hops < 8) {
                    contact.hops++;
                    acd.stepOut(contact);
                    acd.decisions.accept(new Decision.Moved(
                            acd.now, contact.facts.id(), contact.queue.rules.id(), to.queue(), Trigger.WAIT));
                    if (!enter(contact, into)) {
                        return false;
                    }
                }
            } else if (!treat(contact, next.get().treatment(), Trigger.WAIT)) {
                acd.stepOut(contact);
                return false;
            }
        }
        return true;
    }

    static Stream<Overflow> byWait(SlowContact contact) {
        return contact.queue.rules.overflows().stream()
                .filter(each -> each.trigger() == Trigger.WAIT)
                .sorted(comparingLong(Overflow::bound));
    }
}
