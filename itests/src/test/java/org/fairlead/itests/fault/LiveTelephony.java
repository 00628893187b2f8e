package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fairlead.itests.stack.EngineEvents;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.telephony.RealStack;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.telephony.SiteTelephony;

/** A whole stack with real telephony, its gateway at the end of a line to the broker that can be cut. */
final class LiveTelephony implements AutoCloseable {

    /** The engine of the site at which all of these calls are. */
    static final String SITE_ENGINE = "127.9.3.1";

    private static final String DIALLED = "+390280001001";
    private static final double LONG_SECONDS = 3_600;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final OwnStack own;
    private final int ari;
    private final SiteGateway gateway;
    private final CarrierWatch watch;
    private int callers;

    LiveTelephony(int base) throws Exception {
        ari = base + 61;
        own = RealStack.start(base);
        gateway = new SiteGateway(own.stack(), RealStack.checkout());
        own.kill(Part.GATEWAY);
        gateway.start();
        watch = new CarrierWatch(own.stack(), ari);
    }

    OwnStack own() {
        return own;
    }

    SiteGateway gateway() {
        return gateway;
    }

    CarrierWatch watch() {
        return watch;
    }

    SimulatorControl control() {
        return new SimulatorControl(own.stack());
    }

    /** So many customers call, and hang up only when they are made to. */
    List<String> callsComeIn(int calls) throws IOException, InterruptedException {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            ObjectNode call = json.createObjectNode();
            call.put("dialled", DIALLED).put("from", String.format(Locale.ROOT, "+3906555%04d", callers++));
            call.put("hangUpAfterSeconds", LONG_SECONDS).put("patienceSeconds", LONG_SECONDS);
            made.add(control().post("/calls", call).path("call").asText());
        }
        return made;
    }

    /** A customer's telephone hangs up, whoever plays the customer. */
    void customerHangsUp(String call) throws IOException, InterruptedException {
        ask(SiteTelephony.CARRIER, "DELETE", "channels/customer-" + call);
    }

    /** Whoever is at the end of a line of the carrier's hangs up. */
    void everybodyHangsUp() throws IOException, InterruptedException {
        for (String channel : channels(SiteTelephony.CARRIER)) {
            try {
                ask(SiteTelephony.CARRIER, "DELETE", "channels/" + channel);
            } catch (IOException gone) {
                if (channels(SiteTelephony.CARRIER).contains(channel)) {
                    throw gone;
                }
            }
        }
    }

    Set<String> channels(String host) throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        ask(host, "GET", "channels")
                .forEach(channel -> ids.add(channel.path("id").asText()));
        return ids;
    }

    /** The calls that the site's engine carries. */
    Set<String> callsInEngine() throws IOException, InterruptedException {
        Set<String> calls = new HashSet<>();
        ask(SITE_ENGINE, "GET", "channels")
                .forEach(channel -> calls.add(
                        channel.path("channelvars").path("FAIRLEAD_CALL").asText()));
        return calls;
    }

    private JsonNode ask(String host, String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://" + host + ":" + ari + "/ari/" + path))
                        .header(
                                "Authorization",
                                EngineEvents.authorization(own.stack().secret("telephony")))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode());
        }
        return json.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    @Override
    public void close() throws IOException {
        watch.close();
        gateway.close();
        own.close();
    }
}
