package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.routing.PolicyBuilder.aPolicy;

import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.QueuePolicy.Lift;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.routing.QueuePolicy.When;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.acd.MissCost;
import org.fairlead.shared.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where customers go by who they are, when they call and how long they wait. */
@Tag("database")
class EngineWaysTest {

    private static final String BILLING = "+390280001001";
    private static final String STRANGER = "+393331234567";

    @Test
    void aClosedQueueSaysSoAndNoServiceLevelCountsTheCall() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            DayOfWeek tomorrow =
                    world.now().atZone(ZoneOffset.UTC).getDayOfWeek().plus(1);
            set(world, "lumen-billing", open(tomorrow, null));
            world.available("elif");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            heardTheWords(world);

            assertThat(world.outcome(call)).isEqualTo("REFUSED");
            assertThat(world.journal(call)).containsExactly("OFFERED", "OVERFLOWED", "ENDED", "CLOSED");
        }
    }

    @Test
    void aClosedQueueHandsItsCallersToTheOneThatIsOpen() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            DayOfWeek tomorrow =
                    world.now().atZone(ZoneOffset.UTC).getDayOfWeek().plus(1);
            set(world, "lumen-billing", open(tomorrow, Way.to(queue(world, "lumen-english"))));
            world.available("arben");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();

            assertThat(queueOf(world, call)).isEqualTo("lumen-english");
            assertThat(world.desks.get("arben").presence()).isEqualTo(Presence.RESERVED);
        }
    }

    @Test
    void whoWaitsTooLongGoesToTheOtherQueueAndStaysThereOverACrash() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            Way english = Way.to(queue(world, "lumen-english"));
            set(
                    world,
                    "lumen-billing",
                    aPolicy().spilling(new Spill(When.WAIT, 30, english)).build());

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(Duration.ofSeconds(29));
            String before = queueOf(world, call);
            world.pass(Duration.ofSeconds(2));
            world.crash();
            world.settle();

            assertThat(before).isEqualTo("lumen-billing");
            assertThat(queueOf(world, call)).isEqualTo("lumen-english");
            assertThat(world.journal(call)).startsWith("OFFERED", "QUEUED", "OVERFLOWED");
            assertThat(world.texts(
                            "select detail->>'why' from contact_event where contact_id = ? and kind = 'OVERFLOWED'",
                            call))
                    .containsExactly("WAIT");
        }
    }

    @Test
    void aFullQueueLetsNobodyMoreIn() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    "lumen-billing",
                    aPolicy()
                            .spilling(new Spill(When.LENGTH, 1, Way.goodbye("full")))
                            .build());

            UUID first = world.site.rings(BILLING, STRANGER);
            UUID second = world.site.rings(BILLING, "+393331234568");
            world.settle();
            heardTheWords(world);

            assertThat(world.outcome(first)).isEqualTo("none");
            assertThat(world.outcome(second)).isEqualTo("REFUSED");
            // it wanted to be served and was not: the service level counts it
            assertThat(world.journal(second)).contains("QUEUED", "OVERFLOWED");
        }
    }

    @Test
    void whenEverybodyWentHomeTheQueueSaysSo() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            set(
                    world,
                    "lumen-billing",
                    aPolicy()
                            .spilling(new Spill(When.NO_AGENTS, 0, Way.goodbye("nobody")))
                            .build());
            world.available("elif");
            world.act("elif", new DeskAction.Present(Presence.BREAK, null));
            UUID atBreak = world.site.rings(BILLING, STRANGER);
            world.settle();

            world.act("elif", new DeskAction.Leave("session-elif"));
            world.ask(new Input.SetUp(world.cycle().reference()));
            UUID afterwards = world.site.rings(BILLING, "+393331234568");
            world.settle();
            heardTheWords(world);

            assertThat(world.outcome(atBreak)).isEqualTo("none");
            assertThat(world.outcome(afterwards)).isEqualTo("REFUSED");
        }
    }

    @Test
    void nobodyIsHeldForAnAgentWhoWentHome() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            String number = numbersOfLumen(world).get(0);
            world.available("arben");
            served(world, number, "arben");
            world.act("arben", new DeskAction.Leave("session-arben"));
            set(world, "lumen-billing", preferring());
            world.available("elif");

            UUID again = world.site.rings(BILLING, number);
            world.settle();

            assertThat(at(world, "elif")).isEqualTo(again);
        }
    }

    @Test
    void whoeverIsDisconnectedInATalkKeepsItForAWhileAndGetsNoOtherCall() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            world.available("elif");
            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.act("elif", new DeskAction.Accept(call));
            world.settle();

            world.act("elif", new DeskAction.Leave("session-elif"));
            world.available("arben");
            world.settle();

            assertThat(at(world, "arben")).isNull();
            world.act("elif", new DeskAction.Open("session-elif"));
            assertThat(at(world, "elif")).isEqualTo(call);
            assertThat(world.journal(call)).endsWith("CONNECTED", "RECORDING");
        }
    }

    @Test
    void theMostImportantCustomerIsServedFirst() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            List<String> known = numbersOfLumen(world);
            set(world, "lumen-billing", lifting());
            world.change("update customer set vip = false where client_id = 1");
            world.change(
                    "update customer set value = 900 where client_id = 1 and customer_id = ?",
                    owner(world, known.get(1)));
            world.change(
                    "update customer set vip = true where client_id = 1 and customer_id = ?",
                    owner(world, known.get(2)));

            UUID stranger = world.site.rings(BILLING, STRANGER);
            UUID worthy = world.site.rings(BILLING, known.get(1));
            UUID vip = world.site.rings(BILLING, known.get(2));
            world.settle();

            assertThat(served(world)).isEqualTo(vip);
            assertThat(served(world)).isEqualTo(worthy);
            assertThat(served(world)).isEqualTo(stranger);
        }
    }

    @Test
    void aCustomerGetsTheAgentWhoHadThemLast() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            String number = numbersOfLumen(world).get(0);
            world.available("arben");
            served(world, number, "arben");
            set(world, "lumen-billing", preferring());
            world.available("elif");
            world.pass(Duration.ofSeconds(60));
            world.act("arben", new DeskAction.Present(Presence.BREAK, null));
            world.act("arben", new DeskAction.Present(Presence.AVAILABLE, null));

            UUID again = world.site.rings(BILLING, number);
            world.settle();

            assertThat(at(world, "elif")).isNull();
            assertThat(at(world, "arben")).isEqualTo(again);
        }
    }

    @Test
    void acrossClientsTheContactIsServedWhoseWaitCostsMostAndTheReasonIsKept() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            UUID cheap = world.site.rings(BILLING, STRANGER);
            world.settle();
            world.pass(Duration.ofSeconds(1));
            UUID dear = world.site.rings("+908502001001", "+905559990001");
            world.settle();
            world.ask(new Input.Price(Map.of(
                    program(world, "lumen-care"), new MissCost(20_000, 10, 1),
                    program(world, "anadolu-cards"), new MissCost(30_000, 9_000, 1))));

            world.available("elif");

            assertThat(at(world, "elif")).isEqualTo(dear);
            assertThat(world.outcome(cheap)).isEqualTo("none");
            assertThat(world.texts(
                                    "select detail->>'decision' from contact_event where contact_id = ? and kind = 'RESERVED'",
                                    dear)
                            .get(0))
                    .startsWith("COSTLIEST_WAIT");
        }
    }

    @Test
    void aCallerOfAnotherNumberNeedsAnotherSkill() throws SQLException {
        try (EngineWorld world = new EngineWorld()) {
            var entry = new Entry(Fact.DIALLED, BILLING, Map.of("cards", 1), 0, null);
            set(world, "lumen-billing", entering(entry));
            world.available("arben");
            world.available("elif");

            UUID call = world.site.rings(BILLING, STRANGER);
            world.settle();

            assertThat(at(world, "elif")).isEqualTo(call);
        }
    }

    /** The site plays nothing, so it reports no end of it. */
    static void heardTheWords(EngineWorld world) throws SQLException {
        world.pass(Duration.ofSeconds(21));
        world.settle();
    }

    static @Nullable UUID at(EngineWorld world, String login) {
        DeskState.DeskContact contact = world.desks.get(login).contact();
        return contact == null ? null : contact.contactId();
    }

    private static UUID served(EngineWorld world) throws SQLException {
        world.act("elif", new DeskAction.Open("session-elif"));
        world.act("elif", new DeskAction.Present(Presence.AVAILABLE, null));
        UUID contact = at(world, "elif");
        world.act("elif", new DeskAction.Accept(contact));
        world.settle();
        world.act("elif", new DeskAction.HangUp(contact));
        world.settle();
        world.act("elif", new DeskAction.Present(Presence.BREAK, null));
        world.act("elif", new DeskAction.Close(contact, "explained", "", null, false));
        return contact;
    }

    private static void served(EngineWorld world, String number, String login) throws SQLException {
        UUID call = world.site.rings(BILLING, number);
        world.settle();
        world.act(login, new DeskAction.Accept(call));
        world.settle();
        world.act(login, new DeskAction.HangUp(call));
        world.settle();
        world.act(login, new DeskAction.Close(call, "explained", "", null, false));
    }

    static void set(EngineWorld world, String code, QueuePolicy policy) throws SQLException {
        assertThat(policy.sound()).isTrue();
        world.change("update queue set routing = ?::jsonb where code = ?", Json.write(policy), code);
        world.ask(new Input.SetUp(world.cycle().reference()));
    }

    static UUID queue(EngineWorld world, String code) throws SQLException {
        return UUID.fromString(
                world.texts("select queue_id from queue where code = ?", code).get(0));
    }

    static UUID program(EngineWorld world, String code) throws SQLException {
        return UUID.fromString(world.texts("select program_id from program where code = ?", code)
                .get(0));
    }

    static String queueOf(EngineWorld world, UUID contact) throws SQLException {
        return world.texts(
                        "select q.code from contact c join queue q using (client_id, queue_id) where c.contact_id = ?",
                        contact)
                .get(0);
    }

    private static List<String> numbersOfLumen(EngineWorld world) throws SQLException {
        return world.texts(
                "select min(value) from contact_point where client_id = 1 and kind = 'PHONE' group by customer_id order by 1");
    }

    private static UUID owner(EngineWorld world, String number) throws SQLException {
        return UUID.fromString(
                world.texts("select customer_id from contact_point where client_id = 1 and value = ?", number)
                        .get(0));
    }

    static QueuePolicy open(DayOfWeek day, @Nullable Way closed) {
        var hours = new OpeningHours(
                "UTC", "", List.of(new OpeningHours.Window(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
        return aPolicy().open(hours).closedTo(closed).build();
    }

    private static QueuePolicy lifting() {
        return aPolicy().lifting(new Lift(500, 2)).build();
    }

    private static QueuePolicy preferring() {
        return aPolicy().waitingForTheSameAgent(30).build();
    }

    private static QueuePolicy entering(Entry entry) {
        return aPolicy().entering(entry).build();
    }
}
