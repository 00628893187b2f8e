package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fairlead.itests.stack.ConsoleSession;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;

/**
 * An agent at work: signs in, opens the desk, hears of offers over the push and acts over the desk's requests, with the
 * pauses that people make. Everything that it knows it was told by the console.
 */
final class VirtualAgent implements WebSocket.Listener {

    private static final String DESK_PAGE = "/desk.xhtml";
    private static final String PANELS_PAGE = "/desk-panels.xhtml?contact=";
    private static final String DESK = "/api/desk";
    private static final int PING_SECONDS = 20;

    private final String login;
    private final ConsoleSession session;
    private final Dispositions dispositions;
    private final DeskTimes times;
    private final ScheduledExecutorService pauses;
    private final SplittableRandom random;
    private final Clock clock = Clock.systemUTC();
    private final ObjectMapper json = new ObjectMapper();
    private final String deskSession = UUID.randomUUID().toString();
    private final StringBuilder message = new StringBuilder();
    private final Set<String> done = new HashSet<>();
    private long version = -1;
    private volatile boolean leaving;
    /** With whom the desk says that this agent talks; empty otherwise. */
    private volatile String talkingTo = "";

    private @Nullable WebSocket push;

    VirtualAgent(
            Stack stack,
            String login,
            Dispositions dispositions,
            DeskTimes times,
            ScheduledExecutorService pauses,
            SplittableRandom random) {
        this(stack.console(), login, dispositions, times, pauses, random);
    }

    /** @param console of the node at which they work */
    VirtualAgent(
            URI console,
            String login,
            Dispositions dispositions,
            DeskTimes times,
            ScheduledExecutorService pauses,
            SplittableRandom random) {
        this.login = login;
        this.session = new ConsoleSession(console);
        this.dispositions = dispositions;
        this.times = times;
        this.pauses = pauses;
        this.random = random;
    }

    /** Signs in, opens the desk and is ready for work. */
    void begin() throws IOException, InterruptedException {
        HttpResponse<String> page = session.logIn(login, Crew.PASSWORD, DESK_PAGE);
        if (page.statusCode() != 200) {
            throw new IOException("the desk page answers " + page.statusCode() + " to " + login);
        }
        WebSocket socket = session.push("/live?desk=" + deskSession, this).join();
        push = socket;
        Runnable ping = () -> unattended(socket.sendText("ping 1", true));
        unattended(pauses.scheduleAtFixedRate(ping, PING_SECONDS, PING_SECONDS, TimeUnit.SECONDS));
        HttpResponse<String> opened = act("/open", json.createObjectNode().put("session", deskSession))
                .join();
        if (opened.statusCode() != 200) {
            throw new IOException("the desk does not open for " + login + ": " + opened.body());
        }
        present("AVAILABLE").join();
    }

    /** Takes nothing more; what is at hand is finished. */
    void stopTakingContacts() {
        leaving = true;
        unattended(present("AWAY"));
    }

    void end() {
        act("/leave", json.createObjectNode().put("session", deskSession)).join();
        if (push != null) {
            unattended(push.sendClose(WebSocket.NORMAL_CLOSURE, "shift over"));
        }
    }

    int requests() {
        return session.requests();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        Instant seenAt = clock.instant();
        message.append(part);
        if (last) {
            String text = message.toString();
            message.setLength(0);
            hear(text, seenAt);
        }
        socket.request(1);
        return null;
    }

    private void hear(String text, Instant seenAt) {
        try {
            JsonNode heard = json.readTree(text);
            if (heard.path("topic").asText().equals("desk")) {
                see(heard.path("data"), seenAt);
            }
        } catch (IOException e) {
            times.actionBroke();
        }
    }

    /** The latest state wins; an older one that comes late is dropped. */
    private synchronized void see(JsonNode desk, Instant seenAt) {
        if (desk.path("version").asLong() <= version) {
            return;
        }
        version = desk.path("version").asLong();
        if (desk.path("presence").asText().equals("MISSED") && once("missed" + version)) {
            times.offerMissed();
            later(1, 3, () -> unattended(present("AVAILABLE")));
        }
        JsonNode contact = desk.path("contact");
        talkingTo = contact.path("phase").asText().equals("CONNECTED")
                ? contact.path("contactId").asText()
                : "";
        if (!contact.isObject()) {
            return;
        }
        String id = contact.path("contactId").asText();
        if (once(id)) {
            drawPanels(id);
        }
        switch (contact.path("phase").asText()) {
            case "OFFERED" -> {
                String decided = desk.path("decidedAt").asText();
                if (once(id + contact.path("offerEndsAt").asText())) {
                    times.offerSeen(Instant.parse(decided), seenAt);
                    later(0.3, 1.5, () -> unattended(act("/contacts/" + id + "/accept", null)));
                }
            }
            case "CONNECTED" -> {
                if (once(id + "connected") && random.nextInt(5) == 0) {
                    later(2, 4, () -> hold(id));
                }
            }
            case "WRAP_UP" -> {
                if (once(id + "wrap-up")) {
                    later(0.8, 2.5, () -> close(id, contact));
                }
            }
            default -> {
                // connecting: there is nothing to do but wait
            }
        }
    }

    /** Customer, script and results: the one request that the page makes for each contact. */
    private void drawPanels(String contact) {
        long begun = System.nanoTime();
        unattended(session.fetch(PANELS_PAGE + contact).whenComplete((answer, failure) -> {
            boolean drawn = failure == null
                    && answer.statusCode() == 200
                    && answer.body().contains("data-panel=\"closing\"");
            times.panelsDrawn(System.nanoTime() - begun, drawn);
        }));
    }

    private void hold(String contact) {
        hold(contact, true);
        later(1, 2, () -> hold(contact, false));
    }

    /** As long as the desk shows the talk: the page has no such button when the customer has hung up. */
    private void hold(String contact, boolean on) {
        if (talkingTo.equals(contact)) {
            unattended(act(
                    "/contacts/" + contact + "/hold", json.createObjectNode().put("on", on)));
        }
    }

    private void close(String id, JsonNode contact) {
        String code = dispositions.choose(
                contact.path("clientId").asInt(), contact.path("programName").asText(), random);
        ObjectNode outcome = json.createObjectNode().put("disposition", code).put("note", "");
        unattended(act("/contacts/" + id + "/close", outcome).thenAccept(answer -> {
            if (answer.statusCode() == 200) {
                times.contactClosed();
            }
        }));
    }

    private CompletableFuture<HttpResponse<String>> present(String presence) {
        if (leaving && presence.equals("AVAILABLE")) {
            return act("/presence", json.createObjectNode().put("presence", "AWAY"));
        }
        return act("/presence", json.createObjectNode().put("presence", presence));
    }

    private CompletableFuture<HttpResponse<String>> act(String path, @Nullable ObjectNode body) {
        long begun = System.nanoTime();
        return session.post(DESK + path, body == null ? "{}" : body.toString()).whenComplete((answer, failure) -> {
            if (failure != null || answer.statusCode() >= 500) {
                times.actionBroke();
                return;
            }
            times.actionAnswered(System.nanoTime() - begun);
            if (answer.statusCode() >= 400) {
                times.actionRefused(refusal(path, answer));
            }
        });
    }

    /** {@code hold_409_desk.not-now}: what was tried, and what the console said. */
    private String refusal(String path, HttpResponse<String> answer) {
        String what = path.substring(path.lastIndexOf('/') + 1);
        return what + "_" + answer.statusCode() + "_" + reason(answer.body());
    }

    private String reason(String body) {
        try {
            return json.readTree(body).path("error").asText("unknown");
        } catch (IOException e) {
            return "unreadable";
        }
    }

    private boolean once(String what) {
        return done.add(what);
    }

    private void later(double fromSeconds, double toSeconds, Runnable what) {
        double seconds = fromSeconds + random.nextDouble() * (toSeconds - fromSeconds);
        Runnable guarded = () -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                times.actionBroke();
            }
        };
        unattended(pauses.schedule(guarded, Math.round(seconds * 1000), TimeUnit.MILLISECONDS));
    }

    /** Nobody waits for it: how it went is counted where it ends. */
    private static void unattended(Future<?> work) {
        if (work.isCancelled()) {
            throw new IllegalStateException("the shift is over");
        }
    }
}
