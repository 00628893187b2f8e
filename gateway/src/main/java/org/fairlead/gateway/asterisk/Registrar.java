package org.fairlead.gateway.asterisk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;

/**
 * What may register at the engine, in the engine's memory: pushed, and taken away. What could not be taken away while
 * there was no connection is remembered.
 */
final class Registrar {

    /** Where what registers could call: nowhere. */
    static final String CONTEXT = "agents";

    private static final Log LOG = Log.of(Registrar.class);
    private static final String FOLDER = "asterisk/config/dynamic/res_pjsip/";
    private static final int GONE = 404;

    private final Ari ari;
    /** Taken away while there was no connection. */
    private final Set<String> owed = new HashSet<>();

    Registrar(Ari ari) {
        this.ari = ari;
    }

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

    /** How an endpoint is set up; empty where there is none. */
    void look(String name, Consumer<Map<String, String>> then) {
        ari.send(AriRequest.get(FOLDER + "endpoint/" + AriRequest.part(name)), answer -> {
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
