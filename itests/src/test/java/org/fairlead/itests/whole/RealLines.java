package org.fairlead.itests.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.EngineEvents;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.telephony.RealStack;
import org.fairlead.itests.telephony.Sound;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.telephony.SiteTelephony;

/** A whole stack with real telephony, with an ear at the customers' ends and an eye on what the engines play. */
final class RealLines implements AutoCloseable {

    private static final int ARI = 61;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OwnStack own;
    private final int port;
    private final String password;
    private final List<LineWatch> watches = new ArrayList<>();

    private RealLines(OwnStack own, int base) throws IOException {
        this.own = own;
        port = base + ARI;
        password = own.stack().secret("telephony");
    }

    /** Skips the test, and says so, where the programs cannot be had. */
    static RealLines start(int base) throws IOException, InterruptedException, StartFailure {
        return new RealLines(RealStack.start(base), base);
    }

    OwnStack own() {
        return own;
    }

    SimulatorControl customers() {
        return new SimulatorControl(own.stack());
    }

    /** What the engine at this address does from now on. */
    LineWatch watch(String host) {
        LineWatch watch = new LineWatch(host, port, password);
        watches.add(watch);
        return watch;
    }

    /** Keeps what comes out of this customer's telephone, until the call is over. */
    void listenTo(String channel, String name) {
        Await.until("an ear at " + channel, SOON, () -> {
            ask("POST", "channels/" + channel + "/snoop/" + name + "?spy=in&app=" + LineWatch.APPLICATION);
            return true;
        });
        Await.until("the ear hears", SOON, () -> {
            ask("POST", "channels/" + name + "/record?name=" + name + "&format=wav&ifExists=overwrite");
            return true;
        });
    }

    /** What was heard there; the call must be over. */
    short[] heardBy(String name) throws IOException {
        Path file = own.stack().state().resolve("telephony/carrier/spool/recording/" + name + ".wav");
        Await.until("what " + name + " heard is kept", SOON, () -> Files.exists(file));
        return Sound.samples(file);
    }

    /** A text as it was spoken for the customers of this language. */
    short[] spoken(String language, String text) throws IOException {
        return Sound.samples(own.stack().state().resolve("telephony/sounds/" + prompt(language, text) + ".wav"));
    }

    /** What a text that is spoken is called among the prompts. */
    static String prompt(String language, String text) {
        return "whisper/" + UUID.nameUUIDFromBytes((language + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private void ask(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + SiteTelephony.CARRIER + ":" + port + "/ari/" + path))
                        .header("Authorization", EngineEvents.authorization(password))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            JsonNode said = json.readTree(answer.body().isEmpty() ? "null" : answer.body());
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + said);
        }
    }

    /** The first column of the first row, {@code none} without one. */
    String ask(String query, Object... values) {
        try (Connection engine = own.stack().engine();
                PreparedStatement statement = engine.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "none";
            }
        } catch (Exception e) {
            throw new IllegalStateException(query, e);
        }
    }

    void until(String what, Duration atMost, String answer, String query, Object... values) {
        Await.until(what, atMost, () -> ask(query, values).equals(answer));
    }

    @Override
    public void close() throws IOException {
        watches.forEach(LineWatch::close);
        own.close();
    }
}
