package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.ContactStore.Open;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.FloorSnapshot.AgentNow;
import org.fairlead.routing.Presence;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.entity.AcdRouter;
import org.fairlead.routing.entity.AgentSessionRow;
import org.fairlead.routing.entity.Effects;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.Known;
import org.fairlead.routing.entity.Reference;
import org.fairlead.routing.entity.Reference.NumberFacts;
import org.fairlead.routing.entity.Reference.PersonFacts;
import org.fairlead.routing.entity.Reference.QueueFacts;
import org.fairlead.routing.entity.Settings;
import org.fairlead.shared.Holidays;

/** The pure engine under random lives of calls, in memory: thousands of steps in a second. */
class EngineRandomLivesTest {

    private static final String NUMBER = "+390280001001";
    private static final List<String> LOGINS = List.of("a", "b", "c");
    private static final Map<String, Integer> ITALIAN = Map.of("lang:it", 2);

    private final Map<UUID, Integer> ends = new HashMap<>();
    private final Map<UUID, ContactRow> rows = new HashMap<>();
    private final Map<UUID, AgentSessionRow> sessions = new HashMap<>();
    private final Map<String, DeskState> desks = new HashMap<>();

    @Property(tries = 50)
    void endsEveryCallOnceAndGivesNobodyTwo(@ForAll Random random) {
        ends.clear();
        rows.clear();
        sessions.clear();
        desks.clear();
        MovableClock clock = new MovableClock(Instant.parse("2026-11-21T12:00:00Z"));
        FakeSite site = new FakeSite("izmir", clock);
        Engine engine = new Engine(new AcdRouter(Holidays.NONE), reference(), 1, Settings.usual(), clock.instant());

        for (int i = 0; i < 200; i++) {
            step(engine, site, clock, random);
            settle(engine, site, clock);
            assertNobodyHasTwo(engine, clock);
        }
        assertTheSameAreAskedAfterARestart(clock);
        drain(engine, site, clock);

        assertThat(desks.values())
                .allSatisfy(desk -> assertThat(desk.consultation()).isNull());
        assertThat(ends).allSatisfy((call, times) -> assertThat(times).isEqualTo(1));
        assertThat(ends.keySet()).containsAll(site.calls.keySet());
        assertThat(rows.values()).allSatisfy(row -> assertThat(row.state()).isEqualTo("ENDED"));
    }

    private void step(Engine engine, FakeSite site, MovableClock clock, Random random) {
        List<UUID> waiting = site.in(FakeSite.State.WAITING);
        List<UUID> talking = site.in(FakeSite.State.TALKING);
        switch (random.nextInt(8)) {
            case 0, 1 -> site.rings(NUMBER, "+393331234567");
            case 2 -> waiting.stream().findAny().ifPresent(site::customerHangsUp);
            case 3 -> talking.stream().findAny().ifPresent(site::customerHangsUp);
            case 4 -> talking.stream().findFirst().ifPresent(call -> site.agentsLegBreaks(call, "a"));
            case 5 -> {
                clock.forward(Duration.ofSeconds(random.nextInt(30)));
                take(engine.tick(clock.instant()), site);
            }
            default -> act(engine, site, clock, LOGINS.get(random.nextInt(LOGINS.size())), random);
        }
    }

    private void act(Engine engine, FakeSite site, MovableClock clock, String login, Random random) {
        AgentNow agent = engine.snapshot(clock.instant()).agents().stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .orElseThrow();
        UUID contact = agent.contactId();
        List<DeskAction> actions = new ArrayList<>();
        if (contact == null) {
            actions.add(new DeskAction.Open(login));
            actions.add(new DeskAction.Present(Presence.AVAILABLE, null));
        } else {
            actions.add(
                    switch (random.nextInt(8)) {
                        case 6, 7 -> transfer(agent, random);
                        case 0 -> new DeskAction.Refuse(contact);
                        case 1 -> new DeskAction.HangUp(contact);
                        case 2 -> new DeskAction.Close(contact, "DONE", "", null, false);
                        case 3 -> new DeskAction.Lost(login);
                        case 4 -> new DeskAction.Open(login);
                        default -> new DeskAction.Accept(contact);
                    });
        }
        for (DeskAction action : actions) {
            take(engine.apply(new Input.Act(login, action), Known.nothing(), clock.instant()), site);
        }
    }

    /** Also such as are not possible now: these are refused. */
    private static DeskAction transfer(AgentNow agent, Random random) {
        TransferKind kind = TransferKind.values()[random.nextInt(TransferKind.values().length)];
        String colleague = LOGINS.get(random.nextInt(LOGINS.size()));
        return new DeskAction.Transfer(agent.contactId(), kind, colleague);
    }

    private void settle(Engine engine, FakeSite site, MovableClock clock) {
        while (!site.queue.isEmpty()) {
            List<Input.HeardEvent> heard = new ArrayList<>();
            for (GatewayEvent event : site.queue) {
                heard.add(new Input.HeardEvent(event, ""));
                heard.add(new Input.HeardEvent(event, ""));
            }
            site.queue.clear();
            take(engine.apply(new Input.Heard(heard), Known.nothing(), clock.instant()), site);
        }
    }

    private void take(Effects effects, FakeSite site) {
        effects.journal().stream()
                .filter(line -> line.kind() == ContactEventKind.ENDED)
                .forEach(line -> ends.merge(line.contactId(), 1, Integer::sum));
        rows.putAll(effects.contacts());
        sessions.putAll(effects.sessions());
        effects.desks().forEach((id, desk) -> desks.put(desk.login(), desk.state()));
        effects.commands().forEach(ordered -> site.obey(ordered.command()));
    }

    private void drain(Engine engine, FakeSite site, MovableClock clock) {
        for (int round = 0; round < 3; round++) {
            site.in(FakeSite.State.WAITING).forEach(site::customerHangsUp);
            site.in(FakeSite.State.TALKING).forEach(site::customerHangsUp);
            settle(engine, site, clock);
            clock.forward(Duration.ofMinutes(3));
            take(engine.tick(clock.instant()), site);
            settle(engine, site, clock);
        }
    }

    private void assertTheSameAreAskedAfterARestart(MovableClock clock) {
        Engine fresh = new Engine(new AcdRouter(Holidays.NONE), reference(), 2, Settings.usual(), clock.instant());
        List<Open> open = rows.values().stream()
                .filter(row -> !row.state().equals("ENDED"))
                .map(row -> new Open(row, 1_000))
                .toList();
        fresh.restore(List.copyOf(sessions.values()), open, sessions.keySet(), clock.instant());

        for (String login : LOGINS) {
            Input look = new Input.Act(login, new DeskAction.Look());
            DeskState known = (DeskState)
                    fresh.apply(look, Known.nothing(), clock.instant()).answer();
            DeskState before = desks.get(login);
            assertThat(known.consultation()).isEqualTo(before == null ? null : before.consultation());
        }
    }

    /** Nor one while a colleague asks them. */
    private void assertNobodyHasTwo(Engine engine, MovableClock clock) {
        assertThat(desks.values()).allSatisfy(desk -> assertThat(desk.consultation() != null && desk.contact() != null)
                .isFalse());
        Set<UUID> seen = new HashSet<>();
        for (AgentNow agent : engine.snapshot(clock.instant()).agents()) {
            if (agent.contactId() != null) {
                assertThat(seen.add(agent.contactId())).isTrue();
            }
        }
    }

    private static Reference reference() {
        UUID program = new UUID(1, 1);
        UUID queue = new UUID(1, 2);
        Map<String, PersonFacts> people = new HashMap<>();
        for (String login : LOGINS) {
            UUID id = UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8));
            people.put(
                    login,
                    new PersonFacts(id, login, login, 1, true, Set.of(1), Map.of("lang:it", 4), Set.of(), List.of()));
        }
        return new Reference(
                Set.of("izmir"),
                Map.of(1, "Lumen"),
                Map.of(),
                Map.of(
                        queue,
                        new QueueFacts(
                                1, queue, program, "q", "Q", 5, ITALIAN, null, 15, 30, true, QueuePolicy.usual())),
                Map.of(NUMBER, new NumberFacts(1, NUMBER, queue, "it", "Billing")),
                people);
    }
}
