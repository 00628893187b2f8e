package org.fairlead.routing.entity.acd;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fairlead.routing.entity.acd.Ticket.State;
import org.jspecify.annotations.Nullable;

/**
 * What the distributor is to do, written to be seen to be right: no index, no timer, nothing remembered that can be
 * worked out. Everybody is looked at for every decision.
 */
final class SlowAcd {

    private static final Comparator<SlowContact> ORDER =
            comparingLong(SlowContact::rank).thenComparing(contact -> contact.facts.id());

    final Map<UUID, SlowContact> contacts = new LinkedHashMap<>();
    final Map<UUID, SlowAgent> agents = new LinkedHashMap<>();
    final Map<UUID, SlowQueue> queues = new LinkedHashMap<>();
    final AcdSettings settings;
    final Consumer<Decision> decisions;
    private final SlowCourse course = new SlowCourse(this);
    long now;

    /** Something that is due. */
    private record Due(long at, long turn, UUID id, Runnable what) {}

    SlowAcd(AcdSettings settings, Consumer<Decision> decisions, long now) {
        this.settings = settings;
        this.decisions = decisions;
        this.now = now;
    }

    void tick(long at) {
        Optional<Due> next = next(at);
        while (next.isPresent()) {
            now = next.get().at();
            next.get().what().run();
            next = next(at);
        }
        now = Math.max(now, at);
    }

    private Optional<Due> next(long until) {
        Stream<Due> roles = agents.values().stream()
                .filter(agent -> agent.roleUntil > 0 && agent.roleUntil < Long.MAX_VALUE)
                .map(agent ->
                        new Due(Math.max(now, agent.roleUntil), Long.MIN_VALUE, agent.id, () -> new SlowFloor(this)
                                .own(agent)));
        Stream<Due> changes = contacts.values().stream()
                .filter(contact -> changes(contact) < Long.MAX_VALUE)
                .map(contact -> new Due(
                        Math.max(now, changes(contact)), contact.rank(), contact.facts.id(), () -> due(contact)));
        return Stream.concat(roles, changes)
                .filter(due -> due.at() <= until)
                .min(comparingLong(Due::at).thenComparing(Due::turn).thenComparing(Due::id));
    }

    /** When something changes for this contact by the passing of time alone. */
    private long changes(SlowContact contact) {
        QueueRules rules = contact.queue.rules;
        long never = Long.MAX_VALUE;
        switch (contact.state) {
            case OFFERED:
                return contact.offeredUntil;
            case ASIDE:
                return contact.aside;
            case SERVED:
                return never;
            default:
                break;
        }
        if (contact.facts.only() != null) {
            return never;
        }
        List<Long> instants = new ArrayList<>();
        SlowCourse.byWait(contact)
                .skip(contact.overflows)
                .forEach(each -> instants.add(contact.entered + each.bound()));
        if (contact.holder != null) {
            instants.add(contact.entered + rules.preferredMillis());
        } else {
            rules.rings().stream()
                    .map(ring -> contact.entered + ring.afterMillis())
                    .filter(instant -> instant > contact.looked)
                    .forEach(instants::add);
            if (rules.cost() != null && !contact.late(contact.looked)) {
                instants.add(contact.facts.since() + rules.cost().targetMillis());
            }
        }
        return instants.stream().min(Long::compare).orElse(never);
    }

    private void due(SlowContact contact) {
        if (contact.state == State.OFFERED) {
            returned(contact, Decision.Cause.MISSED);
        } else if (contact.state == State.ASIDE) {
            waits(contact);
        } else {
            contact.preferredPast |= now >= contact.entered + contact.queue.rules.preferredMillis();
            waits(contact);
        }
    }

    void apply(AcdEvent event, long at) {
        tick(at);
        if (event instanceof AcdEvent.ContactCame came) {
            came(came.contact());
        } else if (event instanceof AcdEvent.ContactBack back) {
            back(back);
        } else if (event instanceof AcdEvent.ContactLeft left) {
            left(contacts.get(left.contact()));
        } else if (event instanceof AcdEvent.OfferAccepted accepted) {
            accepted(contacts.get(accepted.contact()));
        } else if (event instanceof AcdEvent.OfferRefused refused) {
            returned(contacts.get(refused.contact()), Decision.Cause.REFUSED);
        } else if (event instanceof AcdEvent.ContactDone done) {
            done(contacts.get(done.contact()), false);
        } else if (event instanceof AcdEvent.ContactRequeued requeued) {
            done(contacts.get(requeued.contact()), true);
        } else if (event instanceof AcdEvent.CallbackAsked asked) {
            callback(contacts.get(asked.contact()), asked.at());
        } else {
            new SlowFloor(this).apply(event);
        }
    }

    private void came(ContactFacts facts) {
        SlowQueue queue = queues.get(facts.queue());
        if (queue == null || contacts.containsKey(facts.id())) {
            return;
        }
        SlowContact contact = new SlowContact(facts, queue);
        if (course.enter(contact, queue)) {
            contacts.put(facts.id(), contact);
            waits(contact);
        }
    }

    private void back(AcdEvent.ContactBack back) {
        SlowQueue queue = queues.get(back.contact().queue());
        if (queue != null && !contacts.containsKey(back.contact().id())) {
            SlowContact contact = new SlowContact(back.contact(), queue);
            contact.entered = back.entered();
            contact.site = back.site();
            contact.overflows = back.past() ? 1_000 : 0;
            contact.callback = back.callAt() >= 0;
            contacts.put(back.contact().id(), contact);
            if (back.callAt() > now) {
                contact.aside = back.callAt();
            } else {
                waits(contact);
            }
        }
    }

    Stream<SlowContact> waiting(SlowQueue queue) {
        return contacts.values().stream()
                .filter(each -> each.queue == queue && each.state == State.WAITING)
                .sorted(ORDER);
    }

    void waits(SlowContact contact) {
        contact.holder = null;
        if (!course.catchUp(contact)) {
            contacts.remove(contact.facts.id());
            return;
        }
        boolean newcomer = contact.state != State.WAITING;
        contact.state = State.WAITING;
        contact.looked = now;
        contact.holder = holder(contact);
        if (newcomer) {
            contact.queue.waits.came(now, (int) waiting(contact.queue).count());
        }
        seek(contact);
    }

    @Nullable
    SlowAgent holder(SlowContact contact) {
        ContactFacts facts = contact.facts;
        if (facts.only() != null) {
            return agents.computeIfAbsent(facts.only(), SlowAgent::new);
        }
        boolean past = contact.preferredPast || now >= contact.entered + contact.queue.rules.preferredMillis();
        if (facts.preferred() == null || past) {
            return null;
        }
        SlowAgent agent = agents.computeIfAbsent(facts.preferred(), SlowAgent::new);
        boolean can = agent.state != Seat.State.GONE && agent.worksFor(contact);
        return can ? agent : null;
    }

    void stepOut(SlowContact contact) {
        contact.holder = null;
        if (contact.state != State.WAITING) {
            return;
        }
        contact.state = State.ASIDE;
        contact.queue.waits.moved(now, (int) waiting(contact.queue).count(), now == contact.entered);
    }

    void seek(SlowContact contact) {
        new SlowChoice(this).agentFor(contact).ifPresent(offer -> offer(contact, offer.agent(), offer.why()));
    }

    void seek(SlowAgent agent) {
        new SlowChoice(this).contactFor(agent).ifPresent(offer -> offer(offer.contact(), agent, offer.why()));
    }

    private void offer(SlowContact contact, SlowAgent agent, Why why) {
        stepOut(contact);
        contact.state = State.OFFERED;
        contact.number++;
        long stands = contact.queue.rules.reservationMillis();
        contact.offeredUntil = stands == 0 ? Long.MAX_VALUE : now + stands;
        int tasks = (int) agent.inHand.stream()
                .filter(each -> each.channel() == Channel.TASK)
                .count();
        agent.take(contact, now);
        contact.queue.gave(agent);
        decisions.accept(new Decision.Offered(
                now,
                contact.facts.id(),
                agent.id,
                contact.queue.rules.id(),
                contact.number,
                contact.callback,
                contact.channel() == Channel.TASK ? 0 : tasks,
                why));
    }

    private void accepted(@Nullable SlowContact contact) {
        if (contact != null && contact.state == State.OFFERED && contact.agent != null) {
            contact.state = State.SERVED;
            contact.agent.idleSince = now;
            seek(contact.agent);
        }
    }

    void returned(@Nullable SlowContact contact, Decision.Cause cause) {
        if (contact == null || contact.state != State.OFFERED || contact.agent == null) {
            return;
        }
        SlowAgent agent = contact.agent;
        agent.let(contact, now);
        agent.state = cause == Decision.Cause.GONE ? Seat.State.GONE : Seat.State.UNREADY;
        contact.preferredPast |= agent.id.equals(contact.facts.preferred());
        decisions.accept(new Decision.Returned(now, contact.facts.id(), agent.id, cause));
        waits(contact);
    }

    private void done(@Nullable SlowContact contact, boolean waitsOn) {
        if (contact == null || contact.state != State.SERVED || contact.agent == null) {
            return;
        }
        SlowAgent agent = contact.agent;
        agent.let(contact, now);
        agent.handled++;
        agent.idleSince = now;
        if (waitsOn) {
            waits(contact);
        } else {
            contacts.remove(contact.facts.id());
        }
        seek(agent);
    }

    private void left(@Nullable SlowContact contact) {
        if (contact == null) {
            return;
        }
        if (contact.state == State.SERVED) {
            done(contact, false);
            return;
        }
        if (contact.state == State.WAITING) {
            stepOut(contact);
        }
        contacts.remove(contact.facts.id());
        SlowAgent agent = contact.agent;
        if (agent != null) {
            agent.let(contact, now);
            seek(agent);
        }
    }

    private void callback(@Nullable SlowContact contact, long at) {
        if (contact == null || contact.state != State.WAITING) {
            return;
        }
        contact.callback = true;
        if (at > now) {
            stepOut(contact);
            contact.aside = at;
        }
    }

    Set<String> lines(Stream<SlowContact> among) {
        Set<String> lines = new HashSet<>();
        among.forEach(each -> {
            boolean languages = each.queue.rules.rings().stream().anyMatch(ring -> ring.language() > 0);
            String line = String.join(
                    "/",
                    each.queue.rules.id().toString(),
                    "" + each.ring(),
                    languages ? each.facts.language() : "",
                    each.extra().toString(),
                    "" + each.site);
            boolean priced = priced();
            lines.add(priced ? line + "/" + each.late(each.looked) + "/" + each.level() : line);
        });
        return lines;
    }

    boolean priced() {
        return queues.values().stream().anyMatch(queue -> queue.rules.cost() != null);
    }

    static Comparator<SlowContact> order() {
        return ORDER;
    }

    Stream<SlowAgent> openFor(Channel channel) {
        return agents.values().stream().filter(agent -> agent.open(channel)).sorted(comparing(agent -> agent.id));
    }
}
