package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.itests.stack.TwoNodes;
import org.jspecify.annotations.Nullable;

/**
 * Two nodes under load, and the one that runs the engine dies by kill -9: how long until the other runs it, what became
 * of each call, and whether anybody was given to two agents. Afterwards the agents log in at the other node and work on.
 */
public final class TakeOver {

    private static final double CALLS_PER_MINUTE = 150;
    private static final double MINUTES = 2;
    private static final double TALK_SECONDS = 12;
    private static final Duration BEFORE = Duration.ofSeconds(40);
    private static final Duration TAKES_OVER = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofMinutes(4);
    private static final long LOOK_NANOS = 10_000_000;

    private static final String EPOCH = "select epoch from engine_state";
    private static final String HEARD = "select min(received_at) from call_event where received_at > ?";
    private static final String RESERVED =
            "select min(at) from contact_event where kind = 'RESERVED' and at > ? and client_id > 0";

    /** One reservation of one contact, told twice. */
    private static final String TWICE =
            """
            select count(*) from (select 1 from contact_event where kind = 'RESERVED'
              group by client_id, contact_id, detail->>'reservation' having count(*) > 1) t
            """;

    /** Two agents who were connected with one contact without anything between. */
    private static final String TWO_AGENTS =
            """
            select count(*) from (
              select contact_id, kind, agent_id, lag(kind) over w as before, lag(agent_id) over w as earlier
              from contact_event where kind in ('RESERVED', 'MISSED', 'REFUSED', 'CONNECT_FAILED', 'QUEUED', 'TRANSFERRED')
              window w as (partition by client_id, contact_id order by position)) t
            where kind = 'RESERVED' and before = 'RESERVED'
            """;

    /** One agent with two contacts at the same time. */
    private static final String TWO_CONTACTS =
            """
            select count(*) from contact a join contact b on a.agent_id = b.agent_id and a.contact_id < b.contact_id
            where a.connected_at is not null and b.connected_at is not null
              and tstzrange(a.connected_at, coalesce(a.closed_at, 'infinity'))
               && tstzrange(b.connected_at, coalesce(b.closed_at, 'infinity'))
            """;

    private static final String LOST = "select count(*) from contact where outcome = 'LOST' or outcome is null";

    private final RunningStack running;
    private final TwoNodes nodes;
    private final Stack stack;
    private final Figures figures;
    private final SplittableRandom random;
    private final Clock clock = Clock.systemUTC();
    private final DeskTimes times = new DeskTimes();
    private final ScheduledExecutorService pauses = Executors.newScheduledThreadPool(2);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    public TakeOver(RunningStack running, TwoNodes nodes, Figures figures, long seed) {
        this.running = running;
        this.nodes = nodes;
        this.stack = nodes.stack();
        this.figures = figures;
        this.random = new SplittableRandom(seed);
    }

    /** @param agents who work, at first at the one node and then at the other */
    public void run(int agents) throws Exception {
        List<Long> megabytes = nodes.megabytes();
        figures.report("memory_owner", (double) megabytes.get(0), "MB");
        figures.report("memory_standby", (double) megabytes.get(1), "MB");
        List<String> logins = new Crew(stack).assemble(agents);
        SimulatorControl control = new SimulatorControl(stack);
        try {
            List<VirtualAgent> shift = begin(nodes.console(), logins);
            String crowd = control.post("/crowd", order()).path("crowd").asText();
            pause(BEFORE);
            running.say("bench.routing-nodes.kill");
            Instant killed = takeOver();
            List<VirtualAgent> next = begin(nodes.standby(), logins);
            Reckoning reckoning = new Reckoning(stack, control);
            Await.until("every call has its outcome", SETTLING, () -> reckoning.settled(crowd));
            figures.report("agents", agents, "agents");
            reckoning.reckon(crowd, figures);
            books(killed);
            shift.clear();
            next.forEach(VirtualAgent::stopTakingContacts);
            next.forEach(VirtualAgent::end);
        } finally {
            pauses.shutdownNow();
        }
    }

    private Instant takeOver() throws SQLException, IOException, InterruptedException {
        try (Connection engine = stack.engine()) {
            double before = number(engine, EPOCH);
            Instant killed = clock.instant();
            long begun = System.nanoTime();
            nodes.killFirst();
            long owned = 0;
            long ready = 0;
            while (ready == 0 && System.nanoTime() - begun < TAKES_OVER.toNanos()) {
                long now = System.nanoTime();
                owned = owned == 0 && number(engine, EPOCH) > before ? now : owned;
                ready = owned > 0 && here(nodes.standby()) ? System.nanoTime() : 0;
                LockSupport.parkNanos(LOOK_NANOS);
            }
            figures.add("owned_after", owned == 0 ? Double.NaN : (owned - begun) / 1e9, "s", Goal.atMost(5));
            figures.add("ready_after", ready == 0 ? Double.NaN : (ready - begun) / 1e9, "s", Goal.atMost(5));
            Await.until("the other node hears of calls", TAKES_OVER, () -> at(engine, HEARD, killed) != null);
            Instant heard = at(engine, HEARD, killed);
            if (heard != null) {
                figures.add("heard_after", seconds(killed, heard), "s", Goal.atMost(5));
            }
            return killed;
        }
    }

    private boolean here(URI console) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(console.resolve("/api/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (HttpTimeoutException slow) {
            // a node that builds the floor again beside other work may be slow to say so: it is not there yet, and is
            // asked again
            running.say("bench.routing-nodes.slow", slow.toString());
            return false;
        }
    }

    private List<VirtualAgent> begin(URI console, List<String> logins)
            throws IOException, InterruptedException, SQLException {
        Dispositions dispositions = new Dispositions(stack);
        List<VirtualAgent> shift = new ArrayList<>();
        for (String login : logins) {
            VirtualAgent agent = new VirtualAgent(console, login, dispositions, times, pauses, random.split());
            agent.begin();
            shift.add(agent);
        }
        return shift;
    }

    private ObjectNode order() throws SQLException, IOException {
        ObjectNode order = new ObjectMapper().createObjectNode();
        order.put("callsPerMinute", CALLS_PER_MINUTE).put("minutes", MINUTES).put("seed", random.nextInt(1_000_000));
        order.put("patienceSeconds", 240).put("talkSeconds", TALK_SECONDS);
        order.put("talkAtLeastSeconds", 3).put("agentEnds", false);
        FloorCommand.numbers(stack, order);
        return order;
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1e3;
    }

    private void books(Instant killed) throws SQLException, IOException {
        try (Connection engine = stack.engine()) {
            Instant reserved = at(engine, RESERVED, killed);
            if (reserved != null) {
                // agents have to log in at the other node first
                figures.report("reserved_after", seconds(killed, reserved), "s");
            }
            figures.report("calls", number(engine, "select count(*) from contact"), "calls");
            figures.add("calls_lost", number(engine, LOST), "calls", Goal.exactly(0));
            figures.add("reserved_twice", number(engine, TWICE), "reservations", Goal.exactly(0));
            figures.add("given_to_two_agents", number(engine, TWO_AGENTS), "contacts", Goal.exactly(0));
            figures.add("agents_with_two_contacts", number(engine, TWO_CONTACTS), "pairs", Goal.exactly(0));
        }
    }

    private static double number(Connection engine, String question) throws SQLException {
        try (PreparedStatement select = engine.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static @Nullable Instant at(Connection engine, String question, Instant after) throws SQLException {
        try (PreparedStatement select = engine.prepareStatement(question)) {
            select.setObject(1, after.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                var at = row.getTimestamp(1);
                return at == null ? null : at.toInstant();
            }
        }
    }

    private static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        Await.until("the floor has worked a while", length.plusMinutes(1), () -> System.nanoTime() >= until);
    }
}
