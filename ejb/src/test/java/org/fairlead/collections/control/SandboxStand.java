package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.sandbox.PaymentSandbox;

/** The sandbox provider over HTTP, a merchant's ear that keeps what it is told, and the debtor's hand. */
final class SandboxStand implements AutoCloseable {

    private static final String SECRET = "between-us";

    private final BlockingQueue<String[]> told = new LinkedBlockingQueue<>();
    private final HttpServer merchant;
    private final PaymentSandbox sandbox;

    SandboxStand(Instant now) {
        try {
            merchant = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            merchant.createContext("/", exchange -> {
                try (exchange) {
                    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    told.add(new String[] {body, exchange.getRequestHeaders().getFirst("X-Sandbox-Signature")});
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            merchant.start();
            URI here = URI.create("http://127.0.0.1:" + merchant.getAddress().getPort() + "/told");
            sandbox = new PaymentSandbox(0, SECRET, here, Clock.fixed(now, ZoneOffset.UTC)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SandboxProvider provider() {
        return new SandboxProvider(URI.create("http://127.0.0.1:" + sandbox.port()), SECRET);
    }

    BlockingQueue<String[]> told() {
        return told;
    }

    /** Body and signature. */
    String[] nextWord() throws InterruptedException {
        String[] word = told.poll(10, TimeUnit.SECONDS);
        assertThat(word).as("a word of the provider's").isNotNull();
        return word;
    }

    /** The sandbox's list shows the keypad of whoever is on the telephone. */
    String keypadPage() throws IOException, InterruptedException {
        String base = "http://127.0.0.1:" + sandbox.port();
        String list = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(base + "/")).build(), BodyHandlers.ofString())
                .body();
        int at = list.indexOf("/pay/");
        return base + list.substring(at, list.indexOf('"', at));
    }

    static String type(String page, String card) throws IOException, InterruptedException {
        return post(page, "card=" + card + "&until=12%2F30&code=123");
    }

    static String post(String page, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page))
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() {
        sandbox.close();
        merchant.stop(0);
    }
}
