package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.shared.Money;

/** The demo's provider: a service of its own on another port, which takes no money. */
@ApplicationScoped
public class SandboxProvider implements PaymentProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI address;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public SandboxProvider() {
        this(
                URI.create(System.getProperty("fairlead.payments", "http://127.0.0.1:8130")),
                Objects.requireNonNullElse(System.getenv("FAIRLEAD_PAYMENTS_SECRET"), ""));
    }

    SandboxProvider(URI address, String secret) {
        this.address = address;
        this.secret = secret;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public URI origin() {
        return address;
    }

    @Override
    public Begun begin(Order order) {
        Map<String, String> asked = new HashMap<>();
        asked.put("reference", order.reference().text());
        asked.put("amount", Long.toString(order.amount().minor()));
        asked.put("currency", order.amount().currency());
        asked.put("language", order.language());
        asked.put("keypad", Boolean.toString(order.keypad()));
        Map<String, String> answer = send(request("/v1/sales").POST(BodyPublishers.ofString(written(asked))));
        return new Begun(field(answer, "key"), URI.create(field(answer, "page")));
    }

    @Override
    public Word ask(String key) {
        return answered(send(request("/v1/sales/" + key).GET()));
    }

    @Override
    public Word cancel(String key) {
        return answered(send(request("/v1/sales/" + key + "/cancel").POST(BodyPublishers.noBody())));
    }

    @Override
    public Optional<Word> heard(String body, String signature, Instant now) {
        return SignedWords.areOf(secret, body, signature, now) ? word(SignedWords.read(body)) : Optional.empty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded");
    }

    private Map<String, String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the payment provider answers " + answer.statusCode());
            }
            return SignedWords.read(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static Word answered(Map<String, String> answer) {
        return word(answer)
                .orElseThrow(
                        () -> new UncheckedIOException(new IOException("the payment provider's answer is broken")));
    }

    private static Optional<Word> word(Map<String, String> said) {
        try {
            Money amount = new Money(Long.parseLong(field(said, "amount")), field(said, "currency"));
            Kind kind = Kind.valueOf(field(said, "kind"));
            String payment = said.getOrDefault("payment", "");
            String key = field(said, "key");
            return Reference.of(field(said, "reference")).map(to -> new Word(to, key, kind, payment, amount));
        } catch (IllegalArgumentException | UncheckedIOException broken) {
            return Optional.empty();
        }
    }

    private static String field(Map<String, String> answer, String name) {
        String value = answer.get(name);
        if (value == null || value.isBlank()) {
            throw new UncheckedIOException(new IOException("the payment provider's answer has no " + name));
        }
        return value;
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
