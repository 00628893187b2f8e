package org.fairlead.itests.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.fairlead.gateway.asterisk.AsteriskSettings;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.parts.PartProcess;
import org.fairlead.launcher.parts.TelephonyPart;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.telephony.SiteTelephony;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.junit.jupiter.api.Assumptions;

/** One site's Asterisk and the stand-in carrier, made as {@code ./fairlead run --gateway asterisk} makes them. */
final class TelephonyLab implements AutoCloseable {

    static final String SITE = "tirana";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Part, PartProcess> running = new EnumMap<>(Part.class);
    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;
    private final TelephonyPart telephony;
    private final SiteTelephony site;

    TelephonyLab(int base) throws IOException, StartFailure, InterruptedException {
        Path checkout = Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
        state = new StateFolder(Files.createTempDirectory("fairlead-telephony"), checkout.resolve(".fairlead/dist"));
        state.create();
        ports = new Ports(base);
        secrets = new Secrets(state.secrets());
        telephony = new TelephonyPart(state, ports, secrets);
        try {
            telephony.prepare();
        } catch (StartFailure e) {
            Assumptions.abort(e.getMessage() + " " + e.advice());
        }
        site = telephony.sites().stream()
                .filter(each -> each.gateway().equals(SITE))
                .findFirst()
                .orElseThrow();
        start(Part.CARRIER);
        start(Part.TELEPHONY_TIRANA);
    }

    void start(Part part) throws IOException, StartFailure, InterruptedException {
        telephony.start(part, process -> running.put(part, process));
    }

    void kill(Part part) throws InterruptedException {
        running.remove(part).kill();
    }

    String address() {
        return site.address();
    }

    int securePort() {
        return ports.wss();
    }

    /** What a telephone must trust to reach the site by TLS. */
    Path certificate() throws IOException, InterruptedException {
        return telephony.certificate().certificate();
    }

    int sipPort() {
        return ports.sip();
    }

    TelephonyPrograms programs() {
        return new TelephonyPrograms(state.dist().resolve("telephony"));
    }

    Path sounds() {
        return state.telephony().resolve("sounds");
    }

    Path recordings() {
        return state.telephony().resolve(SITE).resolve("spool/recording");
    }

    Path folder() {
        return state.path();
    }

    AsteriskSettings settings(boolean keepLegs) throws IOException {
        List<String> speech = new ArrayList<>(programs().speak("en-gb", Path.of("{file}")));
        return new AsteriskSettings(
                site.address(),
                ports.ari(),
                "fairlead",
                secrets.of("telephony"),
                "fairlead-" + SITE,
                "PJSIP/{number}@trunk",
                List.of("PJSIP/{agent}", "PJSIP/{agent}@trunk"),
                sounds(),
                keepLegs,
                false,
                speech,
                true);
    }

    /** More that the stand-in carrier can do, as a piece of its dialplan. */
    void carrierAlso(String dialplan) throws IOException, InterruptedException {
        Path home = state.telephony().resolve("carrier");
        Files.writeString(home.resolve("etc/extensions.conf"), "\n" + dialplan, StandardOpenOption.APPEND);
        carrierIsTold("dialplan reload");
    }

    /** Something that is said at the stand-in carrier's console. */
    void carrierIsTold(String words) throws IOException, InterruptedException {
        console("carrier", words);
    }

    /** What the site's console answers. */
    String siteSays(String words) throws IOException, InterruptedException {
        return console(SITE, words);
    }

    private String console(String instance, String words) throws IOException, InterruptedException {
        Path configuration = state.telephony().resolve(instance).resolve("etc/asterisk.conf");
        Process console = new ProcessBuilder(programs().console(configuration, words))
                .redirectErrorStream(true)
                .start();
        String said = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (console.waitFor() != 0) {
            throw new IOException(instance + " does not take: " + words);
        }
        return said;
    }

    /** Asks the carrier's engine, as its own control would. */
    JsonNode carrier(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException {
        return ask(SiteTelephony.CARRIER, method, path, query, body);
    }

    /** Asks the site's engine past the gateway, to see what is true. */
    JsonNode engine(String method, String path, Map<String, String> query) throws IOException, InterruptedException {
        return ask(site.address(), method, path, query, "");
    }

    private JsonNode ask(String host, String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException {
        StringBuilder address = new StringBuilder("http://" + host + ":" + ports.ari() + "/ari/" + path);
        String glue = "?";
        for (Map.Entry<String, String> each : query.entrySet()) {
            address.append(glue).append(each.getKey()).append('=');
            address.append(URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8));
            glue = "&";
        }
        String account = "fairlead:" + secrets.of("telephony");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address.toString()))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    @Override
    public void close() throws IOException {
        try {
            for (PartProcess process : running.values()) {
                process.kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(state.path());
    }
}
