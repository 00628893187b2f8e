package org.fairlead.gateway.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;

/**
 * The lines over which agents' browsers register. They live in the engine's memory and in this one, nowhere on a disk:
 * an engine that was started again is given them again, and each ends when its time is over.
 */
final class AgentLines {

    private static final Log LOG = Log.of(AgentLines.class);
    private static final String FOLDER = "asterisk/config/dynamic/res_pjsip/";
    /** Objects of the engine's own configuration: no agent's line may take their place. */
    private static final Set<String> TAKEN = Set.of("trunk", "udp", "ws", "wss", "global", "system", "anonymous");

    private static final String LOGIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final int GONE = 404;

    private final AriLink ari;
    private final Timeline timeline;
    private final String host;
    private final Map<String, Line> lines = new HashMap<>();
    /** Taken away while there was no connection. */
    private final Set<String> owed = new HashSet<>();

    AgentLines(AriLink ari, Timeline timeline, String host) {
        this.ari = ari;
        this.timeline = timeline;
        this.host = host;
    }

    private record Line(String password, Instant until) {}

    void open(String agent, String password, Instant until) throws EngineRefused {
        if (!agent.matches(LOGIN) || TAKEN.contains(agent)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no line can have this name");
        }
        Line before = lines.put(agent, new Line(password, until));
        if (before == null || !before.password().equals(password)) {
            push(agent, password);
        }
        timeline.after(Duration.between(timeline.now(), until), () -> expire(agent));
    }

    void close(String agent) {
        if (lines.remove(agent) != null) {
            withdraw(agent);
        }
    }

    /** The engine may have been started anew, and then knows none of them. */
    void again() {
        lines.forEach((agent, line) -> push(agent, line.password()));
        owed.removeAll(lines.keySet());
        List<String> late = List.copyOf(owed);
        owed.clear();
        late.forEach(this::withdraw);
    }

    private void expire(String agent) {
        Line line = lines.get(agent);
        if (line != null && !timeline.now().isBefore(line.until())) {
            close(agent);
        }
    }

    private void push(String agent, String password) {
        put("auth", agent, Map.of("auth_type", "userpass", "username", agent, "password", password));
        put("aor", agent, address());
        put("endpoint", agent, endpoint(agent));
    }

    /** One browser at a time, and one that vanished is noticed soon. */
    private static Map<String, String> address() {
        return Map.of(
                "max_contacts", "1",
                "remove_existing", "yes",
                "minimum_expiration", "30",
                "default_expiration", "60",
                "maximum_expiration", "120",
                "qualify_frequency", "15",
                "qualify_timeout", "3");
    }

    private Map<String, String> endpoint(String agent) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("auth", agent);
        fields.put("aors", agent);
        // a line is rung, it calls nobody: this context leads nowhere
        fields.put("context", "agents");
        fields.put("allow_transfer", "no");
        fields.put("allow_subscribe", "no");
        fields.put("disallow", "all");
        fields.put("allow", "opus,ulaw,alaw");
        fields.put("webrtc", "yes");
        fields.put("rewrite_contact", "yes");
        fields.put("direct_media", "no");
        fields.put("send_connected_line", "no");
        fields.put("dtmf_mode", "rfc4733");
        // a browser that is silent for so long has no network any more: the customer is not left with nobody
        fields.put("rtp_timeout", "15");
        fields.put("rtp_timeout_hold", "15");
        if (host.startsWith("127.")) {
            fields.put("bind_rtp_to_media_address", "yes");
            fields.put("media_address", host);
        }
        return fields;
    }

    private void put(String kind, String agent, Map<String, String> values) {
        List<Map<String, String>> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.add(Map.of("attribute", name, "value", value)));
        ari.send(
                AriRequest.put(FOLDER + kind + "/" + AriRequest.part(agent)).withFields(fields),
                answer -> told(answer, kind, agent));
    }

    private void withdraw(String agent) {
        for (String kind : List.of("endpoint", "aor", "auth")) {
            ari.send(AriRequest.delete(FOLDER + kind + "/" + AriRequest.part(agent)), answer -> {
                if (answer.status() == 0) {
                    owed.add(agent);
                }
                told(answer, kind, agent);
            });
        }
    }

    private static void told(AriAnswer answer, String kind, String agent) {
        if (!answer.done() && answer.status() != 0 && answer.status() != GONE) {
            LOG.say(LogMessage.LINE_REFUSED, "agent", agent, "kind", kind, "reason", answer.reason());
        }
    }
}
