package org.fairlead.routing.entity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.entity.PolicyRules.QueueIdentity;
import org.fairlead.routing.entity.acd.Acd;
import org.fairlead.routing.entity.acd.AcdEvent;
import org.fairlead.routing.entity.acd.AcdSettings;
import org.fairlead.routing.entity.acd.AgentFacts;
import org.fairlead.routing.entity.acd.Capacity;
import org.fairlead.routing.entity.acd.ContactFacts;
import org.fairlead.routing.entity.acd.Decision;
import org.fairlead.routing.entity.acd.Help;
import org.fairlead.routing.entity.acd.MissCost;
import org.fairlead.routing.entity.acd.QueueRules;
import org.fairlead.routing.entity.acd.Standing;
import org.fairlead.routing.entity.acd.Treatment;
import org.fairlead.shared.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * The distributor behind the words of the floor. The floor keeps reservations and their limits itself; here an agent
 * stays with a contact until told to be ready again, so that their work is counted.
 */
public final class AcdRouter implements Router {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final long ON_THE_LINE = -1;

    private final Acd acd;
    /** Decided and not yet told to the floor. */
    private final Map<UUID, Decision.Offered> untold = new LinkedHashMap<>();
    /** What each agent has, in the eyes of the distributor. */
    private final Map<UUID, UUID> contactOf = new HashMap<>();

    private final Map<UUID, UUID> agentOf = new HashMap<>();
    private final Set<UUID> absent = new HashSet<>();
    private final Map<UUID, QueueRules> known = new HashMap<>();
    private final Map<UUID, LentAgent> lendings = new LinkedHashMap<>();
    private final Set<UUID> helping = new HashSet<>();
    private final Map<UUID, @Nullable ZoneId> zones = new HashMap<>();
    private final Map<UUID, UUID> programs = new HashMap<>();
    private Map<UUID, MissCost> prices = Map.of();
    private final List<Turn> turns = new ArrayList<>();
    private final Doors doors;
    private long now;
    private long takes;

    /** @param holidays that queues keep */
    public AcdRouter(Holidays holidays) {
        acd = new Acd(AcdSettings.usual(), this::decided, 0);
        doors = new Doors(holidays);
    }

    private void decided(Decision decision) {
        if (decision instanceof Decision.Offered offer) {
            untold.put(offer.contact(), offer);
            contactOf.put(offer.agent(), offer.contact());
            agentOf.put(offer.contact(), offer.agent());
        } else if (decision instanceof Decision.Returned returned) {
            untold.remove(returned.contact());
            forget(returned.contact());
        } else if (decision instanceof Decision.Moved moved) {
            turns.add(new Turn.Moved(moved.contact(), moved.to(), moved.why()));
        } else if (decision instanceof Decision.Opened opened) {
            turns.add(new Turn.Opened(opened.contact(), opened.site(), opened.why()));
        } else if (decision instanceof Decision.Treated asked && asked.treatment() instanceof Treatment.Callback) {
            turns.add(new Turn.MayBeCalled(asked.contact(), asked.why()));
        } else if (decision instanceof Decision.Treated treated) {
            turns.add(new Turn.Left(treated.contact(), treated.treatment(), treated.why()));
        }
    }

    private void forget(UUID contact) {
        UUID agent = agentOf.remove(contact);
        if (agent != null) {
            contactOf.remove(agent);
        }
    }

    private void apply(AcdEvent event) {
        acd.apply(event, now);
    }

    @Override
    public void at(Instant instant) {
        now = Math.max(now, instant.toEpochMilli());
        acd.tick(now);
        for (UUID queue : doors.turned(instant)) {
            QueueRules.Opening opening = PolicyRules.opening(doors.state(queue));
            known.computeIfPresent(
                    queue, (id, rules) -> rules.but().opening(opening).build());
            apply(new AcdEvent.QueueOpened(queue, opening));
        }
        endLendings();
    }

    @Override
    public @Nullable Instant due() {
        long next = acd.nothingBefore();
        for (LentAgent each : lendings.values()) {
            next = Math.min(next, each.ends());
        }
        if (doors.next().isBefore(Instant.MAX)) {
            next = Math.min(next, doors.next().toEpochMilli());
        }
        return next == Long.MAX_VALUE ? null : Instant.ofEpochMilli(next);
    }

    @Override
    public void queues(Collection<Reference.QueueFacts> queues) {
        for (Reference.QueueFacts queue : queues) {
            QueuePolicy policy = queue.policy();
            OpeningHours.State state = doors.set(queue.id(), queue.open(), policy.hours(), Instant.ofEpochMilli(now));
            var identity = new QueueIdentity(queue.id(), queue.client(), queue.skills(), queue.priority());
            QueueRules rules = PolicyRules.of(identity, policy, state)
                    .but()
                    .cost(prices.get(queue.programId()))
                    .build();
            programs.put(queue.id(), queue.programId());
            zones.put(queue.id(), PolicyRules.zone(policy));
            if (!rules.equals(known.put(queue.id(), rules))) {
                apply(new AcdEvent.QueueSet(rules));
            }
        }
    }

    @Override
    public void prices(Map<UUID, MissCost> now) {
        prices = Map.copyOf(now);
        for (Map.Entry<UUID, QueueRules> queue : known.entrySet()) {
            MissCost cost = prices.get(programs.get(queue.getKey()));
            if (!Objects.equals(cost, queue.getValue().cost())) {
                queue.setValue(queue.getValue().but().cost(cost).build());
                apply(new AcdEvent.QueuePriced(queue.getKey(), cost));
            }
        }
    }

    /** The queue of those who ask the same without having one: a campaign's, or a transfer's. */
    private UUID queueOf(Need need) {
        String text = need.client() + "/" + new TreeMap<>(need.skills());
        UUID queue = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        if (!acd.knows(queue)) {
            var identity = new QueueIdentity(queue, need.client(), need.skills(), 0);
            apply(new AcdEvent.QueueSet(PolicyRules.of(identity, QueuePolicy.usual(), OpeningHours.State.OPEN)));
        }
        return queue;
    }

    @Override
    public void know(Reference.PersonFacts person) {
        know(
                new AgentFacts(
                        person.id(),
                        person.clients(),
                        person.skills(),
                        person.siteId(),
                        person.teams(),
                        Capacity.voice()),
                person.lent());
    }

    private void know(AgentFacts own, List<Reference.Lent> lent) {
        UUID agent = own.id();
        Set<Integer> clients = own.clients();
        Map<String, Integer> skills = own.skills();
        apply(new AcdEvent.AgentSet(own));
        List<Reference.Lent> running =
                lent.stream().filter(each -> each.until().toEpochMilli() > now).toList();
        if (running.isEmpty()) {
            lendings.remove(agent);
            if (helping.remove(agent)) {
                apply(new AcdEvent.AgentReRoled(agent, clients, skills, now));
            }
            return;
        }
        LentAgent lending = new LentAgent(own, running);
        lendings.put(agent, lending);
        helping.add(agent);
        Map<String, Integer> more = new HashMap<>(skills);
        running.forEach(each -> each.skills().forEach((skill, least) -> more.merge(skill, least, Math::max)));
        apply(new AcdEvent.AgentReRoled(agent, clients, more, 0, lending.alone()));
    }

    @Override
    public Set<UUID> alone(UUID agent) {
        LentAgent lending = lendings.get(agent);
        return lending == null ? Set.of() : lending.alone();
    }

    /** Those whose time elsewhere is over are back in their own role, or in what is left of the others. */
    private void endLendings() {
        for (Map.Entry<UUID, LentAgent> each : List.copyOf(lendings.entrySet())) {
            LentAgent lending = each.getValue();
            if (lending.ends() <= now) {
                know(lending.own(), lending.lent());
            }
        }
    }

    @Override
    public List<Help.Move> help(int most) {
        return acd.help(most).stream()
                .filter(move -> known.containsKey(move.queue()))
                .toList();
    }

    @Override
    public void ready(UUID agent, Instant since) {
        now = Math.max(now, since.toEpochMilli());
        absent.remove(agent);
        UUID contact = contactOf.get(agent);
        if (contact != null && !untold.containsKey(contact)) {
            forget(contact);
            apply(new AcdEvent.AgentUnready(agent));
            apply(new AcdEvent.OfferAccepted(contact));
            apply(new AcdEvent.ContactDone(contact));
        }
        apply(new AcdEvent.AgentReady(agent, since.toEpochMilli()));
    }

    @Override
    public void unready(UUID agent) {
        absent.remove(agent);
        UUID contact = contactOf.get(agent);
        apply(new AcdEvent.AgentUnready(agent));
        if (contact != null && untold.containsKey(contact)) {
            apply(new AcdEvent.OfferRefused(contact));
        }
    }

    @Override
    public void absent(UUID agent) {
        if (!absent.add(agent)) {
            return;
        }
        UUID contact = contactOf.get(agent);
        if (contact != null) {
            apply(new AcdEvent.AgentUnready(agent));
            // an offer of which nobody was told goes to somebody else; what is in hand stays, for the agent may return
            boolean untoldYet = untold.containsKey(contact);
            apply(untoldYet ? new AcdEvent.OfferRefused(contact) : new AcdEvent.OfferAccepted(contact));
        }
        apply(new AcdEvent.AgentGone(agent));
    }

    @Override
    public void waiting(Waiting contact) {
        now = Math.max(now, contact.since().toEpochMilli());
        UUID agent = agentOf.get(contact.contact());
        if (agent != null && !absent.contains(agent) && !untold.containsKey(contact.contact())) {
            // back from an agent who did not take it, and who is not asked until told to be ready
            apply(new AcdEvent.AgentUnready(agent));
        }
        leave(contact.contact());
        ContactFacts facts = facts(contact, agent);
        Handling.Place place = contact.place();
        Instant callAt = contact.callAt();
        apply(
                place == null
                        ? new AcdEvent.ContactCame(facts)
                        : new AcdEvent.ContactBack(
                                facts,
                                place.entered().toEpochMilli(),
                                place.site(),
                                place.past() || callAt != null,
                                callAt == null ? ON_THE_LINE : callAt.toEpochMilli()));
    }

    @Override
    public @Nullable Standing standing(UUID contact) {
        return acd.standing(contact);
    }

    @Override
    public boolean opens(UUID queue, Instant then) {
        return doors.opens(queue, then);
    }

    /** @param past the agent who had it and has not taken it, to whom it is not held again */
    private ContactFacts facts(Waiting contact, @Nullable UUID past) {
        UUID queue = contact.queue() != null && acd.knows(contact.queue()) ? contact.queue() : queueOf(contact.need());
        ContactFacts facts = ContactFacts.of(
                contact.contact(), queue, contact.language(), contact.since().toEpochMilli());
        boolean first = contact.priority() < 0 || contact.caller().vip();
        facts = first ? facts.ofVip() : facts.at(contact.priority());
        facts = facts.worth(contact.caller().value())
                .answering(PolicyRules.answers(
                        contact.facts(), contact.menu(), zones.get(queue), Instant.ofEpochMilli(now)));
        UUID last = contact.caller().lastAgent();
        facts = last == null || last.equals(past) ? facts : facts.preferring(last);
        UUID only = contact.need().only();
        return only == null ? facts : facts.onlyFor(only);
    }

    @Override
    public List<Turn> turns() {
        List<Turn> told = List.copyOf(turns);
        turns.clear();
        return told;
    }

    @Override
    public void gone(UUID contact) {
        UUID agent = agentOf.get(contact);
        boolean withAgent = agent != null && !absent.contains(agent) && !untold.containsKey(contact);
        if (!withAgent) {
            leave(contact);
        }
    }

    private void leave(UUID contact) {
        untold.remove(contact);
        forget(contact);
        apply(new AcdEvent.ContactLeft(contact));
    }

    @Override
    public Optional<Match> next() {
        Iterator<Decision.Offered> next = untold.values().iterator();
        if (!next.hasNext()) {
            return Optional.empty();
        }
        Decision.Offered offer = next.next();
        next.remove();
        return Optional.of(new Match(offer.contact(), offer.agent(), offer.why().text()));
    }

    @Override
    public Optional<UUID> take(Need need) {
        UUID probe = UUID.nameUUIDFromBytes(("take/" + ++takes).getBytes(StandardCharsets.UTF_8));
        ContactFacts facts = ContactFacts.of(probe, queueOf(need), "", now).ofVip();
        apply(new AcdEvent.ContactCame(need.only() == null ? facts : facts.onlyFor(need.only())));
        Decision.Offered offer = untold.remove(probe);
        if (offer == null) {
            leave(probe);
            return Optional.empty();
        }
        return Optional.of(offer.agent());
    }

    @Override
    public int ready(Need need) {
        ContactFacts facts = ContactFacts.of(NOBODY, queueOf(need), "", now);
        return acd.freeFor(need.only() == null ? facts : facts.onlyFor(need.only()));
    }

    @Override
    public int ready(UUID queue, Need need) {
        ContactFacts facts = ContactFacts.of(NOBODY, queue, "", now);
        return ready(need)
                + lendings.values().stream()
                        .filter(each -> each.alone().contains(queue))
                        .mapToInt(each -> acd.freeFor(facts.onlyFor(each.own().id())))
                        .sum();
    }
}
