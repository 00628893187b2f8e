package org.fairlead.routing.entity.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.LongRange;

/** Over random events with every strategy, against a model that looks at everybody for each decision. */
class AcdAgainstReferenceTest {

    private static final int EVENTS = 200;
    private static final AcdSettings SETTINGS = new AcdSettings(10_000, 120_000);

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void decidesAsTheReferenceDoesWithTheSameReasons(@ForAll long seed) {
        sameDecisions(new RandomFloor(seed, null));
    }

    @Property(tries = 22, shrinking = ShrinkingMode.OFF)
    void doesSoWithEachStrategyInFront(@ForAll AgentOrder first, @ForAll @LongRange(min = 0) long seed) {
        sameDecisions(new RandomFloor(seed, first));
    }

    private static void sameDecisions(RandomFloor floor) {
        List<Decision> fast = new ArrayList<>();
        List<Decision> slow = new ArrayList<>();
        Acd acd = new Acd(SETTINGS, fast::add, RandomFloor.BEGIN);
        SlowAcd reference = new SlowAcd(SETTINGS, slow::add, RandomFloor.BEGIN);
        Books books = new Books();

        List<AcdEvent> setUp = floor.setUp();
        for (int i = 0; i < setUp.size() + EVENTS; i++) {
            AcdEvent event = i < setUp.size() ? setUp.get(i) : floor.next();
            acd.tick(floor.now);
            reference.tick(floor.now);
            assertThat(fast).as("before event %d: %s", i, event).isEqualTo(slow);
            fast.forEach(books::decided);
            fast.clear();
            slow.clear();

            acd.apply(event, floor.now);
            reference.apply(event, floor.now);

            assertThat(fast).as("event %d: %s", i, event).isEqualTo(slow);
            books.happened(event);
            fast.forEach(books::decided);
            fast.forEach(decision -> overtakesWithinTheBound(decision, reference));
            books.compare(reference);
            nobodyIsLeftIdle(reference);
            sameExpectations(acd, reference);
            fast.clear();
            slow.clear();
        }
    }

    /**
     * Who is chosen may have come later than one who waits on, but by no more than what being more urgent is worth;
     * where money decides, by no more than the bound besides.
     */
    private static void overtakesWithinTheBound(Decision decision, SlowAcd reference) {
        if (!(decision instanceof Decision.Offered offer) || offer.why().chosen() != Why.Chosen.CONTACT) {
            return;
        }
        SlowAgent agent = reference.agents.get(offer.agent());
        long began = decision.at() - offer.why().waitedMillis();
        for (SlowContact other : reference.contacts.values()) {
            boolean waits = other.state == Ticket.State.WAITING && other.holder == null && !other.queue.gated;
            boolean sameLine =
                    other.channel() == reference.queues.get(offer.queue()).rules.channel();
            if (waits && sameLine && agent.mayServe(other)) {
                long credit = other.queue.rules.credit(other.level());
                long bound = reference.priced() ? SETTINGS.boundMillis() : 0;
                assertThat(began - other.facts.since())
                        .isLessThanOrEqualTo(Math.max(offer.why().creditMillis() - credit, bound));
            }
        }
    }

    /** No agent is idle who may take a contact that waits. */
    private static void nobodyIsLeftIdle(SlowAcd reference) {
        for (SlowContact contact : reference.contacts.values()) {
            if (contact.state != Ticket.State.WAITING) {
                continue;
            }
            if (contact.holder != null) {
                boolean may = contact.holder.worksFor(contact);
                assertThat(may && contact.holder.open(contact.channel())).isFalse();
            } else if (!contact.queue.gated) {
                assertThat(reference.agents.values())
                        .noneMatch(agent -> agent.open(contact.channel()) && agent.mayServe(contact));
            }
        }
    }

    private static void sameExpectations(Acd acd, SlowAcd reference) {
        for (SlowQueue queue : reference.queues.values()) {
            List<SlowContact> waiting = reference.waiting(queue).toList();
            if (!waiting.isEmpty()) {
                int last = waiting.size();
                SlowContact contact = waiting.get(last - 1);
                assertThat(acd.position(contact.facts.id())).isEqualTo(last);
                assertThat(acd.expectedWait(contact.facts.id()))
                        .isEqualTo(new SlowCourse(reference).expected(contact, last));
                int place = 1
                        + (int) waiting.subList(0, last - 1).stream()
                                .filter(other -> other.holder == null)
                                .count();
                assertThat(acd.standing(contact.facts.id()))
                        .isEqualTo(new Standing(place, new SlowCourse(reference).expected(contact, place)));
            }
        }
    }

    /** What events and decisions alone say about who has whom: nothing may be lost or given twice. */
    private static final class Books {

        private final Map<UUID, Ticket.State> contacts = new HashMap<>();
        private final Map<UUID, UUID> agentOf = new HashMap<>();

        void happened(AcdEvent event) {
            if (event instanceof AcdEvent.ContactCame came) {
                contacts.put(came.contact().id(), Ticket.State.WAITING);
            } else if (event instanceof AcdEvent.ContactBack back) {
                contacts.put(back.contact().id(), Ticket.State.WAITING);
            } else if (event instanceof AcdEvent.OfferAccepted accepted) {
                contacts.replace(accepted.contact(), Ticket.State.OFFERED, Ticket.State.SERVED);
            } else if (event instanceof AcdEvent.ContactLeft left) {
                forget(left.contact());
            } else if (event instanceof AcdEvent.ContactDone done && is(done.contact(), Ticket.State.SERVED)) {
                forget(done.contact());
            } else if (event instanceof AcdEvent.ContactRequeued again && is(again.contact(), Ticket.State.SERVED)) {
                contacts.put(again.contact(), Ticket.State.WAITING);
            }
        }

        void decided(Decision decision) {
            UUID contact = decision.contact();
            if (decision instanceof Decision.Offered offer) {
                assertThat(contacts.put(contact, Ticket.State.OFFERED))
                        .as("was nobody's before")
                        .isEqualTo(Ticket.State.WAITING);
                agentOf.put(contact, offer.agent());
                assertThat(agentOf.entrySet())
                        .as("one offer at a time")
                        .filteredOn(each ->
                                each.getValue().equals(offer.agent()) && is(each.getKey(), Ticket.State.OFFERED))
                        .hasSize(1);
            } else if (decision instanceof Decision.Returned returned) {
                assertThat(contacts.put(contact, Ticket.State.WAITING)).isEqualTo(Ticket.State.OFFERED);
                assertThat(agentOf.get(contact)).isEqualTo(returned.agent());
            } else if (decision instanceof Decision.Treated treated
                    && !(treated.treatment() instanceof Treatment.Callback)) {
                forget(contact);
            }
        }

        private boolean is(UUID contact, Ticket.State state) {
            return contacts.get(contact) == state;
        }

        private void forget(UUID contact) {
            contacts.remove(contact);
            agentOf.remove(contact);
        }

        void compare(SlowAcd reference) {
            Map<UUID, Ticket.State> there = new HashMap<>();
            reference.contacts.forEach((id, contact) ->
                    there.put(id, contact.state == Ticket.State.ASIDE ? Ticket.State.WAITING : contact.state));
            assertThat(there).isEqualTo(contacts);
        }
    }
}
