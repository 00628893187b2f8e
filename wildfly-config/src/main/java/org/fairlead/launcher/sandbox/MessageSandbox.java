package org.fairlead.launcher.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider of short messages that sends none: it keeps the last ones and shows them, in the place of the customers'
 * telephones. {@code POST /v1/messages} with id, from, to and text; the same id again is the same message. A number that ends
 * with 0000 is nobody's. What became of each is told to the merchant, signed.
 */
public final class MessageSandbox implements AutoCloseable {

    private static final int LONGEST = 10_000;
    private static final int MOST_KEPT = 200;
    private static final Pattern LINK = Pattern.compile("https?://[\\w.:/-]+");

    private final HttpServer server;
    private final byte[] expected;
    private final Told told;
    private final Deque<Message> kept = new ArrayDeque<>();

    private record Message(String id, String reference, String from, String to, String text) {}

    /** @param merchant who is told that a message arrived, or came back */
    public MessageSandbox(int port, String secret, URI merchant, Clock clock) throws IOException {
        told = new Told(merchant, secret, clock);
        expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        server.createContext("/", this::serve);
    }

    public MessageSandbox start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        told.close();
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean post = exchange.getRequestMethod().equals("POST");
            if (path.equals("/v1/messages") && post) {
                exchange.sendResponseHeaders(take(exchange), -1);
            } else if (path.equals("/")) {
                byte[] page = page().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; base-uri 'none'");
                exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private int take(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            return 401;
        }
        Map<String, String> form =
                Form.read(new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8));
        Message message = new Message(
                form.getOrDefault("id", ""),
                form.getOrDefault("reference", ""),
                form.getOrDefault("from", ""),
                form.getOrDefault("to", ""),
                form.getOrDefault("text", ""));
        if (message.id().isBlank() || message.from().isBlank() || message.text().isBlank()) {
            return 400;
        }
        if (!message.to().matches("\\+[0-9]{7,15}") || message.to().endsWith("0000")) {
            return 422;
        }
        keep(message);
        return 202;
    }

    /** What came on another way is shown among the others. */
    void keep(String id, String reference, String from, String to, String text) {
        keep(new Message(id, reference, from, to, text));
    }

    private synchronized void keep(Message message) {
        if (kept.stream().noneMatch(one -> one.id().equals(message.id()))) {
            kept.addLast(message);
            tell(message);
            if (kept.size() > MOST_KEPT) {
                kept.removeFirst();
            }
        }
    }

    /** A number that ends with 0001 is a telephone that is off for good, a mailbox named full takes nothing. */
    private void tell(Message message) {
        if (message.reference().isBlank()) {
            return;
        }
        boolean off = message.to().endsWith("0001") || message.to().startsWith("full@");
        told.tell("reference=" + URLEncoder.encode(message.reference(), StandardCharsets.UTF_8) + "&kind="
                + (off ? "UNDELIVERED" : "DELIVERED") + "&code=" + (off ? "absent" : ""));
    }

    private synchronized List<Message> kept() {
        return new ArrayList<>(kept);
    }

    private String page() {
        SaleWords words = new SaleWords("en");
        StringBuilder rows = new StringBuilder();
        for (Message one : kept()) {
            rows.append("<li><b>")
                    .append(SaleWords.escaped(one.to()))
                    .append("</b> · ")
                    .append(SaleWords.escaped(one.from()))
                    .append("<br>")
                    .append(linked(SaleWords.escaped(one.text())))
                    .append("</li>");
        }
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + words.get("messages.title")
                + "</title></head><body><h1>" + words.get("messages.title") + "</h1><p>" + words.get("messages.text")
                + "</p><ol>" + rows + "</ol></body></html>";
    }

    private static String linked(String text) {
        return LINK.matcher(text)
                .replaceAll(
                        link -> Matcher.quoteReplacement("<a href=\"" + link.group() + "\">" + link.group() + "</a>"));
    }
}
