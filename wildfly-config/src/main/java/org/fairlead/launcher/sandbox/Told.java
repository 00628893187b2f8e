package org.fairlead.launcher.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the merchant what became of a payment, signed, and again until it is heard: more than once is usual. */
final class Told implements AutoCloseable {

    private static final int MOST_TRIES = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI merchant;
    private final String secret;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "payment-sandbox");
        thread.setDaemon(true);
        return thread;
    });

    Told(URI merchant, String secret, Clock clock) {
        this.merchant = merchant;
        this.secret = secret;
        this.clock = clock;
    }

    void tell(String body) {
        later.execute(() -> tell(body, 1));
    }

    private void tell(String body, int tries) {
        if (!heard(body) && tries < MOST_TRIES && !later.isShutdown()) {
            var unused = later.schedule(
                    () -> tell(body, tries + 1), Math.min(60, 1L << Math.min(tries, 6)), TimeUnit.SECONDS);
        }
    }

    private boolean heard(String body) {
        HttpRequest request = HttpRequest.newBuilder(merchant)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Sandbox-Signature", signature(secret, clock.instant().getEpochSecond(), body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The moment and the body under one signature, so that an old word cannot be said again later. */
    static String signature(String secret, long second, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
