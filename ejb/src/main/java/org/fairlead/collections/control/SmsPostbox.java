package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
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
import java.util.Objects;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.Unposted;

/**
 * Short messages by a provider's HTTP: {@code POST} with id, reference, from, to and text; the reference comes back with
 * what the provider tells later ({@link org.fairlead.collections.DeliveryDoors}). What the provider refuses for good is parked;
 * what it cannot do now is tried again, under the same id.
 */
@ApplicationScoped
@Typed(SmsPostbox.class)
public class SmsPostbox implements Postbox {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String address;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public SmsPostbox() {
        this(
                System.getProperty("fairlead.sms", ""),
                Objects.requireNonNullElse(System.getenv("FAIRLEAD_SMS_SECRET"), ""));
    }

    SmsPostbox(String address, String secret) {
        this.address = address;
        this.secret = secret;
    }

    public boolean isThere() {
        return !address.isEmpty();
    }

    @Override
    public void post(Parcel parcel, byte[] content) {
        String sender = parcel.sender();
        if (sender == null) {
            throw new Unposted("SENDER", "client " + parcel.client() + " has no sender of messages");
        }
        String body = "id=" + parcel.id() + "&reference=" + DeliveryWord.reference(parcel) + "&from=" + encoded(sender)
                + "&to=" + encoded(parcel.address()) + "&text=" + encoded(new String(content, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        judge(send(request));
    }

    private static void judge(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return;
        }
        if (status == 404 || status == 422) {
            throw new Unposted("ADDRESS", "the provider says " + status);
        }
        if (status == 400) {
            throw new Unposted("REFUSED", "the provider says " + status);
        }
        throw new UncheckedIOException(new IOException("the provider of messages answers " + status));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
