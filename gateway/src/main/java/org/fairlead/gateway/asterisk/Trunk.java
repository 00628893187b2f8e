package org.fairlead.gateway.asterisk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.gateway.engine.TelephonyEngine.TrunkOrder;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.jspecify.annotations.Nullable;

/**
 * The carrier that was set at the centre, in place of what the engine was started with: objects in the engine's memory,
 * nowhere on a disk. An engine that was started again is given them again.
 */
final class Trunk {

    private static final Log LOG = Log.of(Trunk.class);
    private static final String NAME = "carrier";
    private static final String FOLDER = "asterisk/config/dynamic/";
    private static final String SIP = "res_pjsip/";
    private static final String BY_ADDRESS = "res_pjsip/identify";
    private static final String REGISTRATION = "res_pjsip/registration";
    private static final int GONE = 404;

    private final AriLink ari;
    private final AsteriskSettings settings;
    private @Nullable TrunkOrder order;
    private String state = "";

    Trunk(AriLink ari, AsteriskSettings settings) {
        this.ari = ari;
        this.settings = settings;
    }

    void set(TrunkOrder wanted) {
        TrunkOrder before = order;
        order = wanted.host().isEmpty() ? null : wanted;
        state = "";
        if (order != null) {
            push(order);
        } else if (before != null) {
            withdraw();
        }
    }

    /** The engine may have been started anew, and then knows nothing of it. */
    void again() {
        if (order != null) {
            push(order);
        }
    }

    /** The endpoint for a number. */
    String endpoint(String number) {
        String pattern = order == null ? settings.trunk() : "PJSIP/{number}@" + NAME;
        return pattern.replace("{number}", number);
    }

    /** Whether the stand-in is still the carrier, which is told the ids of calls. */
    boolean standIn() {
        return order == null && settings.standIn();
    }

    /** Whom the site reaches its customers through. */
    String name() {
        if (order != null) {
            return order.host();
        }
        return settings.standIn() ? "stand-in" : "";
    }

    /** As it was when it was asked last. */
    String state() {
        return state;
    }

    /** Asks whether the carrier answers; {@link #state} knows then. */
    void look() {
        String endpoint = order == null ? "trunk" : NAME;
        ari.send(AriRequest.get("endpoints/PJSIP/" + endpoint), answer -> {
            String seen = answer.done() ? answer.body().path("state").asText() : "";
            state = seen.equals("online") ? "ONLINE" : seen.equals("offline") ? "OFFLINE" : "";
        });
    }

    /** The engine forgets passwords that nobody says again. */
    void remind() {
        if (order != null && !order.user().isEmpty()) {
            put(SIP + "auth", Map.of("auth_type", "userpass", "username", order.user(), "password", order.password()));
        }
    }

    private void push(TrunkOrder given) {
        boolean account = !given.user().isEmpty();
        remind();
        put(SIP + "aor", Map.of("contact", "sip:" + given.host(), "qualify_frequency", "30", "qualify_timeout", "3"));
        put(SIP + "endpoint", endpoint(given, account));
        put(BY_ADDRESS, Map.of("endpoint", NAME, "match", given.host().replaceAll(":\\d+$", "")));
        if (account) {
            put(REGISTRATION, registration(given));
        } else {
            delete(REGISTRATION);
        }
    }

    private Map<String, String> endpoint(TrunkOrder given, boolean account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("transport", "udp");
        fields.put("context", "from-carrier");
        fields.put("disallow", "all");
        fields.put("allow", "alaw,ulaw");
        fields.put("aors", NAME);
        fields.put("direct_media", "no");
        fields.put("rtp_symmetric", "yes");
        fields.put("send_pai", "yes");
        fields.put("send_connected_line", "no");
        fields.put("dtmf_mode", "rfc4733");
        if (settings.host().startsWith("127.")) {
            fields.put("bind_rtp_to_media_address", "yes");
            fields.put("media_address", settings.host());
        }
        if (account) {
            fields.put("outbound_auth", NAME);
            fields.put("from_user", given.user());
        }
        return fields;
    }

    private static Map<String, String> registration(TrunkOrder given) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("transport", "udp");
        fields.put("outbound_auth", NAME);
        fields.put("server_uri", "sip:" + given.host());
        fields.put("client_uri", "sip:" + given.user() + "@" + given.host());
        fields.put("line", "yes");
        fields.put("endpoint", NAME);
        return fields;
    }

    private void withdraw() {
        for (String kind : List.of(REGISTRATION, BY_ADDRESS, SIP + "endpoint", SIP + "aor", SIP + "auth")) {
            delete(kind);
        }
    }

    private void put(String kind, Map<String, String> values) {
        List<Map<String, String>> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.add(Map.of("attribute", name, "value", value)));
        ari.send(AriRequest.put(FOLDER + kind + "/" + NAME).withFields(fields), answer -> told(answer, kind));
    }

    private void delete(String kind) {
        ari.send(AriRequest.delete(FOLDER + kind + "/" + NAME), answer -> told(answer, kind));
    }

    private static void told(AriAnswer answer, String kind) {
        if (!answer.done() && answer.status() != 0 && answer.status() != GONE) {
            LOG.say(LogMessage.TRUNK_REFUSED, "kind", kind, "reason", answer.reason());
        }
    }
}
