package org.fairlead.itests.voice;

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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.itests.stack.Await;
import org.fairlead.launcher.telephony.AsteriskHome;
import org.fairlead.launcher.telephony.TelephonyPrograms;

/**
 * One Asterisk as the launcher configures a site's, with an endpoint for each agent. A number that is called is the
 * gateway's; {@link #PEER} is Asterisk's own queue with the same agents.
 */
final class BenchEngine implements AutoCloseable {

    static final String ADDRESS = "127.9.0.10";
    static final String CALLERS = "127.9.0.4";
    static final String AGENTS = "127.9.0.3";

    /** What is called to reach Asterisk's own queue. */
    static final String PEER = "peer";

    static final String ACCOUNT = "fairlead";

    private static final Duration START = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final int ari;
    private final String authorization;

    /**
     * Where it is and what it is told.
     *
     * @param password of its control
     * @param agentsPort where the agents' telephones are
     * @param codecs that they are offered, in this order
     */
    record Place(Path folder, Path sounds, int sip, int ari, String password, int agentsPort, String codecs) {}

    BenchEngine(TelephonyPrograms programs, Place place, List<String> agents) throws IOException {
        ari = place.ari();
        authorization = "Basic "
                + Base64.getEncoder()
                        .encodeToString((ACCOUNT + ":" + place.password()).getBytes(StandardCharsets.UTF_8));
        AsteriskHome home = new AsteriskHome(place.folder());
        configure(home, programs, place, agents);
        process = new ProcessBuilder(programs.asterisk(home.configuration()))
                .directory(place.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(place.folder().resolve("log/console.log").toFile())
                .start();
        try {
            Await.until("the telephony engine answers", START, () -> get("asterisk/ping")
                    .hasNonNull("ping"));
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    /** Writes what the engine reads when it begins. */
    static void configure(AsteriskHome home, TelephonyPrograms programs, Place place, List<String> agents)
            throws IOException {
        home.write("site", values(programs, place));
        Path etc = home.configuration().resolveSibling("modules.conf");
        add(etc, "modules.conf", "load=app_queue.so\n");
        add(etc, "pjsip.conf", endpoints(agents, place));
        add(etc, "extensions.conf", PEER_DIALPLAN);
        Files.writeString(etc.resolveSibling("queues.conf"), queue(agents));
    }

    private static final String PEER_DIALPLAN =
            """

            [from-carrier]
            exten => peer,1,Queue(peer)
             same => n,Hangup()
            """;

    long pid() {
        return process.pid();
    }

    private static Map<String, String> values(TelephonyPrograms programs, Place place) {
        Map<String, String> values = new HashMap<>();
        values.put("root", programs.root().toString());
        values.put("name", "tirana");
        values.put("address", ADDRESS);
        values.put("sip-port", Integer.toString(place.sip()));
        values.put("ari-port", Integer.toString(place.ari()));
        values.put("ari-password", place.password());
        values.put("sounds", place.sounds().toString());
        values.put("ice-candidates", "");
        values.put("music", place.sounds().resolve("music").toString());
        values.put("unavailable", place.sounds().resolve("en/unavailable").toString());
        values.put("trunk-context", "from-carrier");
        values.put("trunk-host", CALLERS);
        values.put("trunk-match", CALLERS);
        values.put("trunk-authentication", "");
        values.put("trunk-registration", "");
        values.put("tls", "");
        values.put("sites", "");
        return values;
    }

    private static void add(Path etc, String file, String text) throws IOException {
        Files.writeString(etc.resolveSibling(file), text, StandardOpenOption.APPEND);
    }

    private static String endpoints(List<String> agents, Place place) {
        StringBuilder text = new StringBuilder(
                """

                [telephone](!)
                type = endpoint
                transport = udp
                context = agents
                disallow = all
                allow = %s
                direct_media = no
                rtp_symmetric = yes
                bind_rtp_to_media_address = yes
                media_address = %s
                send_connected_line = no
                """
                        .formatted(place.codecs(), ADDRESS));
        for (String agent : agents) {
            text.append("\n[").append(agent).append("](telephone)\naors = ").append(agent);
            text.append("\n\n[").append(agent).append("]\ntype = aor\ncontact = sip:");
            text.append(agent)
                    .append('@')
                    .append(AGENTS)
                    .append(':')
                    .append(place.agentsPort())
                    .append('\n');
        }
        return text.toString();
    }

    /** At its best: every free agent is called at once, and nobody rests between calls. */
    private static String queue(List<String> agents) {
        StringBuilder text = new StringBuilder(
                """
                [general]
                persistentmembers = no
                autofill = yes
                shared_lastcall = no

                [peer]
                strategy = leastrecent
                autofill = yes
                ringinuse = no
                timeout = 20
                retry = 1
                wrapuptime = 0
                joinempty = yes
                leavewhenempty = no
                announce-frequency = 0
                announce-position = no
                """);
        for (String agent : agents) {
            text.append("member => PJSIP/").append(agent).append('\n');
        }
        return text.toString();
    }

    /** What the engine counts of the voice on each leg. */
    Map<String, JsonNode> voice() throws IOException, InterruptedException {
        Map<String, JsonNode> voice = new HashMap<>();
        for (JsonNode channel : get("channels")) {
            String id = channel.path("id").asText();
            if (channel.path("name").asText().startsWith("PJSIP/")) {
                voice.put(id, get("channels/" + id + "/rtp_statistics"));
            }
        }
        return voice;
    }

    /** How many telephones speak this codec with it now. */
    int legsWith(String codec) throws IOException, InterruptedException {
        int legs = 0;
        for (JsonNode channel : get("channels")) {
            String id = channel.path("id").asText();
            if (channel.path("name").asText().startsWith("PJSIP/")
                    && get("channels/" + id + "/variable?variable=CHANNEL(audionativeformat)")
                            .path("value")
                            .asText()
                            .contains(codec)) {
                legs++;
            }
        }
        return legs;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + ADDRESS + ":" + ari + "/ari/" + path))
                        .header("Authorization", authorization)
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
