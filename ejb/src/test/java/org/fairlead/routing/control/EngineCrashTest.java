package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever crashes and whenever: every call that was offered ends in exactly one outcome, no agent has two contacts, no
 * attempt is dialled twice. Random lives of calls, with the engine killed between and within its turns.
 */
@Tag("database")
class EngineCrashTest {

    private static final List<String> AGENTS = List.of("besa", "arben", "elif", "deniz", "olga", "maricel");
    private static final List<String> NUMBERS =
            List.of("+390280001001", "+390280001002", "+908502001001", "+74952001001", "+390280009999");
    private static final int STEPS = 120;
    private static final int SEEDS = 8;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesNothingAndDoublesNothing(int seed) throws SQLException {
        Random random = new Random(seed);
        try (EngineWorld world = new EngineWorld()) {
            leads(world);

            for (int i = 0; i < STEPS; i++) {
                survive(world, random);
                assertNobodyHasTwo(world);
            }
            drain(world);

            assertEachCallHasOneOutcome(world);
            assertThat(world.site.dials.values()).allMatch(times -> times == 1);
        }
    }

    /** One random step; when it breaks, the engine is begun anew and what the site had said comes again. */
    private static void survive(EngineWorld world, Random random) throws SQLException {
        int dice = random.nextInt(20);
        world.breakNext(
                dice == 0
                        ? EngineWorld.Break.BEFORE_COMMIT
                        : dice == 1 ? EngineWorld.Break.AFTER_COMMIT : EngineWorld.Break.NOTHING);
        world.losesCommands = dice == 2;
        List<GatewayEvent> said = List.of();
        try {
            step(world, random);
            said = List.copyOf(world.site.queue);
            world.settle();
        } catch (SQLException | IllegalStateException e) {
            said = List.copyOf(world.site.queue);
            world.site.queue.clear();
            restart(world);
            world.hear(said);
            world.settle();
        }
        if (dice < 5) {
            restart(world);
            world.hear(said);
            world.settle();
        }
    }

    private static void restart(EngineWorld world) throws SQLException {
        world.losesCommands = false;
        world.crash();
        for (String agent : AGENTS) {
            DeskState desk = world.desks.get(agent);
            if (desk != null && desk.presence() != Presence.OFFLINE) {
                world.act(agent, new DeskAction.Open("session-" + agent));
            }
        }
    }

    private static void step(EngineWorld world, Random random) throws SQLException {
        List<UUID> waiting = world.site.in(FakeSite.State.WAITING);
        List<UUID> talking = world.site.in(FakeSite.State.TALKING);
        List<UUID> dialling = world.site.in(FakeSite.State.DIALLING);
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> world.site.rings(any(NUMBERS, random), "+39333" + (1_000_000 + random.nextInt(9_000_000)));
            case 3 -> {
                if (!waiting.isEmpty()) {
                    world.site.customerHangsUp(any(waiting, random));
                }
            }
            case 4 -> {
                if (!talking.isEmpty()) {
                    world.site.customerHangsUp(any(talking, random));
                }
            }
            case 5 -> {
                if (!dialling.isEmpty()) {
                    answerOrFail(world, any(dialling, random), random);
                }
            }
            case 6 -> place(world, random);
            case 7 -> world.pass(Duration.ofSeconds(random.nextInt(40)));
            default -> agentActs(world, any(AGENTS, random), random);
        }
    }

    private static void answerOrFail(EngineWorld world, UUID call, Random random) {
        if (random.nextBoolean()) {
            world.site.answers(call);
        } else {
            world.site.fails(call, FailureCause.BUSY);
        }
    }

    private static void agentActs(EngineWorld world, String agent, Random random) throws SQLException {
        DeskState desk = world.desks.get(agent);
        try {
            if (desk == null || desk.presence() == Presence.OFFLINE) {
                world.available(agent);
            } else if (desk.contact() == null) {
                world.act(agent, new DeskAction.Present(Presence.AVAILABLE, null));
            } else {
                onContact(world, agent, desk, random);
            }
        } catch (Refused | NotFound e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void onContact(EngineWorld world, String agent, DeskState desk, Random random) throws SQLException {
        UUID contact = desk.contact().contactId();
        switch (desk.contact().phase()) {
            case "OFFERED" -> {
                if (random.nextInt(5) == 0) {
                    world.act(agent, new DeskAction.Refuse(contact));
                } else {
                    world.act(agent, new DeskAction.Accept(contact));
                }
            }
            case "PREVIEW" -> world.act(agent, new DeskAction.DialPreview(contact));
            case "CONNECTED" -> world.act(agent, new DeskAction.HangUp(contact));
            case "WRAP_UP" -> world.act(
                    agent, new DeskAction.Close(contact, disposition(world, contact), "done", null, false));
            default -> world.act(agent, new DeskAction.Look());
        }
    }

    private static String disposition(EngineWorld world, UUID contact) throws SQLException {
        List<String> codes = world.texts(
                "select d.code from disposition d join contact c using (client_id, program_id) where c.contact_id = ?",
                contact);
        return codes.isEmpty() ? "NONE" : codes.get(0);
    }

    private static void place(EngineWorld world, Random random) throws SQLException {
        UUID attempt = Ids.next();
        List<String> campaign = world.texts("select campaign_id::text from campaign where code = 'northway-us'");
        UUID campaignId = UUID.fromString(campaign.get(0));
        UUID program =
                UUID.fromString(world.texts("select program_id::text from campaign where campaign_id = ?", campaignId)
                        .get(0));
        UUID lead = UUID.fromString(
                world.texts("select lead_id::text from lead limit 1").get(0));
        world.change(
                """
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict,
                  written_at, state) values (3, ?, ?, ?, '+12125550123', 'PROGRESSIVE', true, '{}', now(), 'WRITTEN')
                """,
                attempt,
                campaignId,
                lead);
        OutboundCall call = new OutboundCall(
                new ClientId(3),
                program,
                campaignId,
                "Telesales US",
                lead,
                attempt,
                null,
                "izmir",
                "+12125550123",
                "+12125550100",
                "en",
                "Telesales",
                Map.of("lang:en", 3),
                25,
                60,
                120,
                false,
                world.now().plusSeconds(10),
                null,
                null);
        Input input = random.nextBoolean() ? new Input.Place(call) : new Input.ShowPreview(call);
        try {
            world.ask(input);
        } catch (Refused e) {
            assertThat(e.key()).isNotBlank();
        }
    }

    private static void leads(EngineWorld world) throws SQLException {
        UUID list = Ids.next();
        world.change(
                """
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                select 3, ?, campaign_id, 'test', (select person_id from person limit 1), now(), 'LOADED', true
                from campaign where code = 'northway-us'
                """,
                list);
        world.change(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                select 3, ?, campaign_id, ?, '+12125550123', 'x', 'US', '{America/New_York}'
                from campaign where code = 'northway-us'
                """,
                Ids.next(),
                list);
    }

    /** Every customer hangs up, every dial fails, agents finish, time passes. */
    private static void drain(EngineWorld world) throws SQLException {
        world.breakNext(EngineWorld.Break.NOTHING);
        world.losesCommands = false;
        for (int round = 0; round < 4; round++) {
            world.site.in(FakeSite.State.DIALLING).forEach(call -> world.site.fails(call, FailureCause.NO_ANSWER));
            world.site.in(FakeSite.State.WAITING).forEach(world.site::customerHangsUp);
            world.site.in(FakeSite.State.TALKING).forEach(world.site::customerHangsUp);
            world.settle();
            world.pass(Duration.ofMinutes(5));
            world.settle();
        }
    }

    private static void assertNobodyHasTwo(EngineWorld world) throws SQLException {
        List<String> twice = world.texts(
                """
                select agent_id::text from contact
                where agent_id is not null and state in ('RESERVED','CONNECTING','CONNECTED','WRAP_UP')
                group by agent_id having count(*) > 1
                """);
        assertThat(twice).isEmpty();
    }

    private static void assertEachCallHasOneOutcome(EngineWorld world) throws SQLException {
        Set<String> offered = Set.copyOf(
                world.site.calls.keySet().stream().map(UUID::toString).toList());
        List<String> ended = world.texts(
                "select contact_id::text from contact where state = 'ENDED' and outcome is not null and closed_at is not null");
        assertThat(ended).containsAll(offered);
        assertThat(world.texts("select contact_id::text || ' ' || state from contact where state <> 'ENDED'"))
                .isEmpty();
        assertThat(
                        world.texts(
                                """
                        select contact_id::text from contact_event group by client_id, contact_id
                        having count(*) filter (where kind = 'ENDED') <> 1 or count(*) filter (where kind = 'CLOSED') <> 1
                          or max(position) <> count(*)
                        """))
                .isEmpty();
        assertThat(
                        world.texts(
                                """
                        select c.contact_id::text from contact c
                        left join contact_event e on e.client_id = c.client_id and e.contact_id = c.contact_id
                        where e.contact_id is null
                        """))
                .isEmpty();
    }

    private static <T> T any(List<T> among, Random random) {
        return among.get(random.nextInt(among.size()));
    }
}
