package org.fairlead.gateway.asterisk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/**
 * What may register at the engine, in the engine's memory, and how such a telephone is set up there: pushed, and taken
 * away. What could not be taken away while there was no connection is remembered.
 */
final class Registrar {

    /** Where what registers could call: nowhere. */
    static final String CONTEXT = "agents";

    private static final Log LOG = Log.of(Registrar.class);
    private static final String FOLDER = "asterisk/config/dynamic/res_pjsip/";
    private static final int GONE = 404;

    private final Ari ari;
    private final String host;
    /** Taken away while there was no connection. */
    private final Set<String> owed = new HashSet<>();

    /** @param host where the engine is reached */
    Registrar(Ari ari, String host) {
        this.ari = ari;
        this.host = host;
    }

    /** How the engine treats a telephone: it is rung, it calls nobody. */
    Map<String, String> endpoint(String name, String codecs, Manners manners) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("auth", name);
        fields.put("aors", name);
        // this context leads nowhere
        fields.put("context", CONTEXT);
        fields.put("allow_transfer", "no");
        fields.put("allow_subscribe", "no");
        fields.put("disallow", "all");
        fields.put("allow", codecs);
        fields.put("webrtc", manners.browser() ? "yes" : "no");
        fields.put("rewrite_contact", "yes");
        if (!manners.browser()) {
            fields.put("rtp_symmetric", "yes");
            fields.put("force_rport", "yes");
        }
        fields.put("direct_media", "no");
        fields.put("send_connected_line", "no");
        fields.put("dtmf_mode", "rfc4733");
        fields.put("rtp_timeout", Integer.toString(manners.silentSeconds()));
        fields.put("rtp_timeout_hold", Integer.toString(manners.heldSeconds()));
        if (host.startsWith("127.")) {
            fields.put("bind_rtp_to_media_address", "yes");
            fields.put("media_address", host);
        }
        return fields;
    }

    /**
     * One telephone at a time, that which registered last; asked after every so often, so that one which vanished is
     * noticed.
     */
    static Map<String, String> address(Manners manners) {
        return Map.of(
                "max_contacts", "1",
                "remove_existing", "yes",
                "minimum_expiration", "30",
                "default_expiration", Integer.toString(manners.registeredSeconds()),
                "maximum_expiration", Integer.toString(manners.mostSeconds()),
                "qualify_frequency", Integer.toString(manners.askedEverySeconds()),
                "qualify_timeout", "3");
    }

    /**
     * What a kind of telephone is like.
     *
     * @param registeredSeconds how long a registration lasts that does not say so itself
     * @param mostSeconds how long one may last
     * @param silentSeconds without voice it is taken for lost after so long
     * @param heldSeconds the same while it is held
     */
    record Manners(
            boolean browser,
            int registeredSeconds,
            int mostSeconds,
            int askedEverySeconds,
            int silentSeconds,
            int heldSeconds) {}

    /** @param refused hears that the engine would not have it */
    void put(String kind, String name, Map<String, String> values, Runnable refused) {
        List<Map<String, String>> fields = new ArrayList<>();
        values.forEach((attribute, value) -> fields.add(Map.of("attribute", attribute, "value", value)));
        ari.send(AriRequest.put(FOLDER + kind + "/" + AriRequest.part(name)).withFields(fields), answer -> {
            if (told(answer, kind, name)) {
                refused.run();
            }
        });
    }

    void withdraw(String name) {
        for (String kind : List.of("endpoint", "aor", "auth")) {
            ari.send(AriRequest.delete(FOLDER + kind + "/" + AriRequest.part(name)), answer -> {
                if (answer.status() == 0) {
                    owed.add(name);
                }
                told(answer, kind, name);
            });
        }
    }

    /** There is a connection again: what is owed is taken away, but for what is wanted after all. */
    void again(Set<String> wanted) {
        owed.removeAll(wanted);
        List<String> late = List.copyOf(owed);
        owed.clear();
        late.forEach(this::withdraw);
    }

    /** What else registers at the engine is left alone. */
    void ifOurs(String name, boolean browser, Runnable ours) {
        look("endpoint", name, fields -> {
            if (CONTEXT.equals(fields.get("context"))
                    && (browser ? "yes" : "no").equals(fields.get("webrtc"))
                    && name.equals(fields.get("aors"))) {
                ours.run();
            }
        });
    }

    /** How something is set up; empty where there is none. Nothing is told while there is no connection. */
    void look(String kind, String name, Consumer<Map<String, String>> then) {
        ari.send(AriRequest.get(FOLDER + kind + "/" + AriRequest.part(name)), answer -> {
            if (answer.status() == 0) {
                return;
            }
            Map<String, String> fields = new HashMap<>();
            answer.body()
                    .forEach(each -> fields.put(
                            each.path("attribute").asText(), each.path("value").asText()));
            then.accept(fields);
        });
    }

    /** Whether the engine refused it. */
    private static boolean told(AriAnswer answer, String kind, String name) {
        boolean refused = !answer.done() && answer.status() != 0 && answer.status() != GONE;
        if (refused) {
            LOG.say(LogMessage.LINE_REFUSED, "agent", name, "kind", kind, "reason", answer.reason());
        }
        return refused;
    }
}
