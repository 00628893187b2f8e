package org.fairlead.launcher.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.fairlead.launcher.sandbox.Sale.State;

/**
 * A payment provider that takes no money: in a process and on a port of its own, as a real one would be elsewhere. The
 * merchant asks for a payment and gets a page's address; what is typed there is judged and forgotten, and the merchant is
 * told the end of it.
 *
 * <ul>
 *   <li>{@code POST /v1/sales} with reference, amount, currency, language, keypad: key and page; the same reference again
 *       is the same sale
 *   <li>{@code GET /v1/sales/KEY}: how it stands; {@code POST /v1/sales/KEY/cancel}: it shall not be paid any more
 *   <li>{@code /pay/PAGE}: the customer's page; {@code /}: the demo's list
 * </ul>
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final int LONGEST = 10_000;
    private static final int MOST_SHOWN = 50;

    private final HttpServer server;
    private final ExecutorService threads;
    private final byte[] expected;
    private final Told merchant;
    private final List<Sale> sales = new CopyOnWriteArrayList<>();

    /** @param merchant where it wants to be told, signed with the secret */
    public PaymentSandbox(int port, String secret, URI merchant, Clock clock) throws IOException {
        expected = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
        this.merchant = new Told(merchant, secret, clock);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        threads = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "payment-sandbox-page");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
    }

    public PaymentSandbox start() {
        server.start();
        return this;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        merchant.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean post = exchange.getRequestMethod().equals("POST");
            if (path.startsWith("/v1/sales")) {
                merchant(exchange, path.substring("/v1/sales".length()), post);
            } else if (path.startsWith("/pay/")) {
                pay(exchange, path.substring("/pay/".length()), post);
            } else if (path.startsWith("/returned/") && post) {
                giveBack(exchange, path.substring("/returned/".length()));
            } else if (path.equals("/")) {
                List<Sale> all = List.copyOf(sales);
                page(exchange, 200, SalePages.all(all.subList(Math.max(0, all.size() - MOST_SHOWN), all.size())));
            } else {
                page(exchange, 404, SalePages.absent());
            }
        }
    }

    private void merchant(HttpExchange exchange, String rest, boolean post) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            answer(exchange, 401, "text/plain", "the bearer secret is missing or wrong");
            return;
        }
        if (rest.isEmpty() && post) {
            begin(exchange);
            return;
        }
        String key = rest.substring(Math.min(1, rest.length())).replaceFirst("/cancel$", "");
        Optional<Sale> sale = sale(one -> one.key().equals(key));
        if (sale.isEmpty()) {
            answer(exchange, 404, "text/plain", "no such sale");
            return;
        }
        if (post && rest.endsWith("/cancel")) {
            sale.get().become(State.FAILED);
        }
        form(exchange, sale.get().told());
    }

    private void begin(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Form.read(body(exchange));
        String reference = asked.getOrDefault("reference", "");
        String amount = asked.getOrDefault("amount", "");
        String currency = asked.getOrDefault("currency", "");
        if (reference.isBlank() || !amount.matches("[1-9][0-9]{0,15}") || !currency.matches("[A-Z]{3}")) {
            answer(exchange, 422, "text/plain", "reference, amount and currency are needed");
            return;
        }
        Sale sale = once(new Sale.Order(
                reference,
                Long.parseLong(amount),
                currency,
                asked.getOrDefault("language", "en"),
                Boolean.parseBoolean(asked.get("keypad"))));
        form(exchange, Map.of("key", sale.key(), "page", "http://127.0.0.1:" + port() + "/pay/" + sale.page()));
    }

    private synchronized Sale once(Sale.Order order) {
        return sale(one -> one.order().reference().equals(order.reference())).orElseGet(() -> {
            Sale made = new Sale(order);
            sales.add(made);
            return made;
        });
    }

    private void pay(HttpExchange exchange, String page, boolean post) throws IOException {
        Optional<Sale> found = sale(one -> one.page().equals(page));
        if (found.isEmpty()) {
            page(exchange, 404, SalePages.absent());
            return;
        }
        Sale sale = found.get();
        Card card = post ? Card.judged(Form.read(body(exchange)).getOrDefault("card", "")) : Card.MISTYPED;
        if (sale.state() != State.OPEN) {
            page(exchange, 200, SalePages.ended(sale));
        } else if (card == Card.TAKEN && sale.become(State.PAID)) {
            merchant.tell(Form.write(sale.told()));
            page(exchange, 200, SalePages.ended(sale));
        } else {
            String wrong = card == Card.DECLINED ? "declined" : "mistyped";
            page(exchange, 200, SalePages.card(sale, post ? wrong : ""));
        }
    }

    private void giveBack(HttpExchange exchange, String page) throws IOException {
        sale(one -> one.page().equals(page))
                .filter(one -> one.become(State.RETURNED))
                .ifPresent(sale -> merchant.tell(Form.write(sale.told())));
        exchange.getResponseHeaders().set("Location", "/");
        exchange.sendResponseHeaders(303, -1);
    }

    private Optional<Sale> sale(Predicate<Sale> which) {
        return sales.stream().filter(which).findFirst();
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8);
    }

    private static void form(HttpExchange exchange, Map<String, String> fields) throws IOException {
        answer(exchange, 200, "application/x-www-form-urlencoded", Form.write(fields));
    }

    private static void page(HttpExchange exchange, int status, String page) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        answer(exchange, status, "text/html; charset=utf-8", page);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
