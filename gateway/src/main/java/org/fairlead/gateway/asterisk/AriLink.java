package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one engine, kept up for ever: requests go out in their order, one on the wire at a time, and
 * answers and events come in on the site's timeline. Calls outlive a connection that is lost; the next one finds them.
 *
 * <p>A second connection under the same application name takes the first one's place. That is the fence between two
 * gateways: who was replaced does not come back.
 */
final class AriLink implements AutoCloseable {

    private static final Log LOG = Log.of(AriLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DOWNLOAD = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hears the engine, on the timeline. */
    interface Listener {

        /** A connection is there. */
        void up();

        /** It is lost; requests that were out have been answered with {@link AriAnswer#LOST}. */
        void down();

        /** Another gateway is connected in this one's place. */
        void replaced();

        void event(String type, JsonNode event);
    }

    private final String host;
    private final int port;
    private final String application;
    private final String authorization;
    private final Timeline timeline;
    private final Listener listener;
    private final ExecutorService threads;
    private final HttpClient http;
    private final Map<String, Consumer<AriAnswer>> open = new HashMap<>();
    private Duration pause = FIRST_PAUSE;
    private @Nullable Connection connection;
    private long requests;
    private boolean told;
    private boolean closed;

    AriLink(
            String host,
            int port,
            String user,
            String password,
            String application,
            Timeline timeline,
            Listener listener) {
        this.host = host;
        this.port = port;
        this.application = application;
        this.timeline = timeline;
        this.listener = listener;
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "ari-" + application);
            thread.setDaemon(true);
            return thread;
        });
        http = HttpClient.newBuilder().executor(threads).connectTimeout(CONNECT).build();
    }

    void start() {
        timeline.execute(this::connect);
    }

    boolean up() {
        return connection != null && connection.ready;
    }

    private void connect() {
        if (closed) {
            return;
        }
        Connection fresh = new Connection();
        connection = fresh;
        URI address = URI.create("ws://" + host + ":" + port + "/ari/events?app=" + AriRequest.part(application));
        var unused = http.newWebSocketBuilder()
                .header("Authorization", authorization)
                .connectTimeout(CONNECT)
                .buildAsync(address, fresh)
                .whenComplete((socket, failure) -> timeline.execute(() -> {
                    if (failure != null) {
                        lost(fresh, reason(failure));
                    } else {
                        opened(fresh, socket);
                    }
                }));
    }

    private void opened(Connection fresh, WebSocket socket) {
        if (closed || connection != fresh) {
            socket.abort();
            return;
        }
        fresh.tail = CompletableFuture.completedFuture(socket);
        fresh.socket = socket;
        fresh.ready = true;
        pause = FIRST_PAUSE;
        told = false;
        LOG.say(LogMessage.ENGINE_UP, "application", application, "host", host, "port", port);
        heartbeat(fresh);
        listener.up();
    }

    private void heartbeat(Connection fresh) {
        if (connection != fresh || closed) {
            return;
        }
        if (!fresh.heard) {
            lost(fresh, "it is silent");
            return;
        }
        fresh.heard = false;
        send(AriRequest.get("asterisk/ping"), answer -> {});
        timeline.after(HEARTBEAT, () -> heartbeat(fresh));
    }

    private void lost(Connection old, String why) {
        if (connection != old) {
            return;
        }
        connection = null;
        boolean wasReady = old.ready;
        if (old.socket != null) {
            old.socket.abort();
        }
        if (!told && !closed) {
            LOG.say(LogMessage.ENGINE_LOST, "application", application, "reason", why);
            told = true;
        }
        List<Consumer<AriAnswer>> waiting = new ArrayList<>(open.values());
        open.clear();
        waiting.forEach(each -> each.accept(AriAnswer.LOST));
        if (wasReady) {
            listener.down();
        }
        if (!closed) {
            timeline.after(pause, this::connect);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Sends a request; without a connection the answer is {@link AriAnswer#LOST}, at once. */
    void send(AriRequest request, Consumer<AriAnswer> then) {
        Connection now = connection;
        if (now == null || !now.ready) {
            then.accept(AriAnswer.LOST);
            return;
        }
        String id = Long.toString(++requests);
        ObjectNode message = JSON.createObjectNode();
        message.put("type", "RESTRequest").put("request_id", id);
        message.put("method", request.method()).put("uri", request.uri());
        String text;
        try {
            if (request.body() != null) {
                message.put("content_type", "application/json");
                message.put("message_body", JSON.writeValueAsString(request.body()));
            }
            text = JSON.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request of plain values must be writable", e);
        }
        open.put(id, then);
        now.tail = now.tail.thenCompose(socket -> socket.sendText(text, true));
        var unused = now.tail.whenComplete((socket, failure) -> {
            if (failure != null) {
                timeline.execute(() -> lost(now, reason(failure)));
            }
        });
    }

    /** Fetches a file of the engine's; {@code missed} is told the status, 0 without a connection. */
    void download(String path, Consumer<byte[]> then, IntConsumer missed) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/ari/" + path))
                .header("Authorization", authorization)
                .timeout(DOWNLOAD)
                .build();
        var unused = http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> timeline.execute(() -> {
                    if (failure != null) {
                        missed.accept(0);
                    } else if (answer.statusCode() == HttpURLConnection.HTTP_OK) {
                        then.accept(answer.body());
                    } else {
                        missed.accept(answer.statusCode());
                    }
                }));
    }

    private void received(Connection from, JsonNode message) {
        if (connection != from) {
            return;
        }
        from.heard = true;
        String type = message.path("type").asText();
        if (type.equals("RESTResponse")) {
            Consumer<AriAnswer> then = open.remove(message.path("request_id").asText());
            if (then != null) {
                then.accept(answer(message));
            }
        } else if (type.equals("ApplicationReplaced")) {
            LOG.say(LogMessage.ENGINE_REPLACED, "application", application);
            closed = true;
            lost(from, "replaced");
            listener.replaced();
        } else {
            listener.event(type, message);
        }
    }

    private static AriAnswer answer(JsonNode message) {
        JsonNode body = MissingNode.getInstance();
        String text = message.path("message_body").asText();
        if (!text.isEmpty()) {
            try {
                body = JSON.readTree(text);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the engine answered what is not JSON", e);
            }
        }
        String reason =
                body.path("message").asText(message.path("reason_phrase").asText());
        return new AriAnswer(message.path("status_code").asInt(), reason, body);
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        closed = true;
        Connection now = connection;
        connection = null;
        if (now != null && now.socket != null) {
            now.socket.abort();
        }
        threads.shutdown();
    }

    /** One connection; its texts may come in pieces. */
    private final class Connection implements WebSocket.Listener {

        private final StringBuilder piece = new StringBuilder();
        private CompletableFuture<WebSocket> tail = new CompletableFuture<>();
        private @Nullable WebSocket socket;
        private boolean ready;
        private boolean heard = true;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                String text = piece.toString();
                piece.setLength(0);
                parse(text);
            }
            from.request(1);
            return null;
        }

        private void parse(String text) {
            try {
                JsonNode message = JSON.readTree(text);
                timeline.execute(() -> received(this, message));
            } catch (JsonProcessingException e) {
                timeline.execute(() -> lost(this, "it speaks no JSON"));
            }
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String why) {
            timeline.execute(() -> lost(this, "it closed the connection"));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            timeline.execute(() -> lost(this, reason(failure)));
        }
    }
}
