package org.fairlead.gateway.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.simulator.Customers;

/**
 * HTTP on the loopback address, each request with the bearer secret:
 *
 * <ul>
 *   <li>{@code POST /calls} rings a number; {@code GET /calls} tells the live calls, with {@code ?all} also those that
 *       ended; {@code DELETE /calls/ID}: the customer hangs up
 *   <li>{@code POST /crowd} lets many customers call; {@code GET /crowd} tells how far each crowd is; {@code DELETE
 *       /crowd} stops those who have not called yet
 *   <li>{@code GET /figures} tells the sums; {@code GET} and {@code POST /settings} how called customers behave;
 *       {@code GET /health} the links
 * </ul>
 */
public final class ControlServer implements AutoCloseable {

    private static final Log LOG = Log.of(ControlServer.class);
    private static final int THREADS = 2;

    private final HttpServer server;
    private final ExecutorService threads;
    private final byte[] expected;
    private final Commands commands;

    public ControlServer(int port, String secret, List<Floor> floors, List<Customers> customers) throws IOException {
        expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        commands = new Commands(floors, customers, Routes.ofDemo());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "control");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public void start() {
        server.start();
        LOG.say(LogMessage.CONTROL_LISTENS, "port", port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                requireSecret(exchange);
                answer(exchange, 200, commands.carryOut(exchange));
            } catch (BadRequest e) {
                answer(exchange, e.status(), error(String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer(exchange, 503, error("the gateway ends"));
            } catch (RuntimeException e) {
                LOG.say(LogMessage.CONTROL_FAILED, e, "path", exchange.getRequestURI());
                answer(exchange, 500, error("it failed; the gateway's log tells why (FLGW0006)"));
            }
        }
    }

    private void requireSecret(HttpExchange exchange) throws BadRequest {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, bytes)) {
            throw new BadRequest(401, "the bearer secret is missing or wrong");
        }
    }

    private static Map<String, Object> error(String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", reason);
        return body;
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = Requests.text(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
