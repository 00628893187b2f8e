package org.fairlead.routing.entity.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contacts shared out between sites, and sent to one after a wait; and what agents can have in hand. */
class AcdSitesTest {

    private static final long NOON = 1_800_000_000_000L;
    private static final UUID QUEUE = id(1);

    private final List<Decision.Offered> offers = new ArrayList<>();
    private final Acd acd = new Acd(
            AcdSettings.usual(),
            decision -> {
                if (decision instanceof Decision.Offered offer) {
                    offers.add(offer);
                }
            },
            NOON);

    @Test
    void whereAgentsOfBothSitesAreFreeEachSiteGetsItsPercentOfTheContacts() {
        acd.apply(
                new AcdEvent.QueueSet(QueueRules.of(QUEUE, 1)
                        .orders(List.of(AgentOrder.SHARES))
                        .shares(Map.of(1, 75, 2, 25))
                        .build()),
                NOON);
        agent(id(11), 1, Capacity.voice());
        agent(id(12), 2, Capacity.voice());

        for (int n = 0; n < 200; n++) {
            UUID contact = id(100 + n);
            long now = NOON + n * 1_000L;
            acd.apply(new AcdEvent.ContactCame(ContactFacts.of(contact, QUEUE, "it", now)), now);
            acd.apply(new AcdEvent.OfferAccepted(contact), now);
            acd.apply(new AcdEvent.ContactDone(contact), now);
        }

        assertThat(offers).hasSize(200);
        assertThat(offers.stream().filter(offer -> offer.agent().equals(id(11))).count())
                .isEqualTo(150);
    }

    @Test
    void onlyAfterTheWaitAgentsOfTheOtherSiteAreAsked() {
        acd.apply(
                new AcdEvent.QueueSet(QueueRules.of(QUEUE, 1)
                        .rings(List.of(Ring.of(Map.of()).at(Set.of(1))))
                        .overflows(List.of(new Overflow(Overflow.Trigger.WAIT, 20_000, new Treatment.ToSite(2))))
                        .build()),
                NOON);
        agent(id(12), 2, Capacity.voice());
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(id(100), QUEUE, "it", NOON)), NOON);

        acd.tick(NOON + 19_999);
        int before = offers.size();
        acd.tick(NOON + 20_000);

        assertThat(before).isZero();
        assertThat(offers).extracting(Decision.Offered::agent).containsExactly(id(12));
    }

    @Test
    void channelsWeighWhatTheyAreSaidToWeighAndATaskGivesWay() {
        UUID chats = id(2);
        UUID tasks = id(3);
        acd.apply(new AcdEvent.QueueSet(QueueRules.of(QUEUE, 1).build()), NOON);
        acd.apply(
                new AcdEvent.QueueSet(
                        QueueRules.of(chats, 1).channel(Channel.CHAT).build()),
                NOON);
        acd.apply(
                new AcdEvent.QueueSet(
                        QueueRules.of(tasks, 1).channel(Channel.TASK).build()),
                NOON);
        agent(id(11), 1, Capacity.of(3));

        taken(id(100), tasks);
        for (int n = 0; n < 4; n++) {
            taken(id(200 + n), chats);
        }
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(id(300), QUEUE, "it", NOON)), NOON);
        int withChats = offers.size();
        for (int n = 0; n < 4; n++) {
            acd.apply(new AcdEvent.ContactLeft(id(200 + n)), NOON);
        }

        assertThat(withChats)
                .as("one task, three chats, and no call beside them")
                .isEqualTo(4);
        assertThat(offers.get(offers.size() - 1).contact()).isEqualTo(id(300));
        assertThat(offers.get(offers.size() - 1).interrupts()).isEqualTo(1);
    }

    private void taken(UUID contact, UUID queue) {
        acd.apply(new AcdEvent.ContactCame(ContactFacts.of(contact, queue, "it", NOON)), NOON);
        acd.apply(new AcdEvent.OfferAccepted(contact), NOON);
    }

    private void agent(UUID id, int site, Capacity capacity) {
        acd.apply(new AcdEvent.AgentSet(new AgentFacts(id, Set.of(1), Map.of(), site, Set.of(), capacity)), NOON);
        acd.apply(new AcdEvent.AgentReady(id), NOON);
    }

    private static UUID id(int n) {
        return new UUID(0, n);
    }
}
