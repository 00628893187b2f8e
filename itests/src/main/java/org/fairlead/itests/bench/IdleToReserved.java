package org.fairlead.itests.bench;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.Stack;
import org.fairlead.jms.GatewayEvent;

/**
 * How long an agent who becomes free is idle while somebody waits: from the gateway's commit of the end that frees the
 * agent to the committed reservation of the next contact, as another database session sees it. One agent, one contact
 * offered, one waiting, again and again.
 */
final class IdleToReserved {

    private static final int ROUNDS = 300;
    private static final int WARM_UP = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = 300_000;
    private static final String AGENT = "besa";
    private static final String PASSWORD = "fairlead";
    private static final String DIALLED = "+390280001001";
    private static final String RESERVED = "select 1 from contact_event where client_id = 1 and contact_id = ?"
            + " and kind = 'RESERVED' and at > now() - interval '1 hour'";
    private static final String QUEUED = RESERVED.replace("RESERVED", "QUEUED");

    private final Stack stack;
    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    IdleToReserved(Stack stack, Figures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void run() throws IOException, InterruptedException, JMSException, SQLException {
        ConsoleSession desk = new ConsoleSession(stack.console());
        desk.logIn(AGENT, PASSWORD, "/desk.xhtml");
        String session = UUID.randomUUID().toString();
        WebSocket push =
                desk.push("/live?desk=" + session, new WebSocket.Listener() {}).join();
        act(desk, "/open", "{\"session\":\"" + session + "\"}");
        act(desk, "/presence", "{\"presence\":\"AVAILABLE\"}");
        try (ProbeLink link = new ProbeLink(stack, new ProbeReplies());
                Connection engine = stack.engine();
                PreparedStatement reserved = engine.prepareStatement(RESERVED);
                PreparedStatement queued = engine.prepareStatement(QUEUED)) {
            figures.percentile("idle_to_reserved_p50", measured(link, reserved, queued), 50, Goal.atMost(5));
        } finally {
            act(desk, "/leave", "{\"session\":\"" + session + "\"}");
            push.abort();
        }
    }

    private Histogram measured(ProbeLink link, PreparedStatement reserved, PreparedStatement queued)
            throws JMSException, SQLException {
        Histogram latency = new Histogram(PATIENCE.toNanos() / 1000, 3);
        UUID offered = calls(link);
        seen(reserved, offered);
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            UUID waiting = calls(link);
            seen(queued, waiting);
            long committing = ends(link, offered);
            long micros = (seen(reserved, waiting) - committing) / 1000;
            if (round >= WARM_UP) {
                latency.recordValue(Math.max(0, micros));
            }
            offered = waiting;
        }
        ends(link, offered);
        return latency;
    }

    private UUID calls(ProbeLink link) throws JMSException {
        UUID call = UUID.randomUUID();
        link.put(List.of(new GatewayEvent.CallOffered(head(call, 1), DIALLED, "+390655512345")));
        link.commit();
        return call;
    }

    private long ends(ProbeLink link, UUID call) throws JMSException {
        link.put(List.of(new GatewayEvent.CallEnded(head(call, 2), GatewayEvent.Party.CUSTOMER)));
        long committing = System.nanoTime();
        link.commit();
        return committing;
    }

    private GatewayEvent.Head head(UUID call, int sequence) {
        return new GatewayEvent.Head(ProbeLink.GATEWAY, call, sequence, clock.instant());
    }

    /** When it was seen; looks so often that it is late by half a millisecond at most. */
    private static long seen(PreparedStatement what, UUID contact) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        what.setObject(1, contact);
        while (System.nanoTime() < giveUp) {
            try (ResultSet row = what.executeQuery()) {
                if (row.next()) {
                    return System.nanoTime();
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("contact " + contact + " is not where it should be; is " + AGENT + " free?");
    }

    private static void act(ConsoleSession desk, String path, String body) throws IOException {
        HttpResponse<String> answer = desk.post("/api/desk" + path, body).join();
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the desk answers " + answer.statusCode() + " to " + path + ": " + answer.body());
        }
    }
}
