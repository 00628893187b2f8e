package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.log.Log;
import org.fairlead.gateway.log.LogMessage;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.jms.LineName;

/**
 * The lines over which agents' browsers register. They live in the engine's memory and in this one, nowhere on a disk:
 * an engine that was started again is given them again, and each ends when its time is over. Those that the engine kept
 * while this process was away are taken from it unless the centre tells them again soon.
 */
final class AgentLines {

    private static final Log LOG = Log.of(AgentLines.class);
    private static final String BROWSER = "yes";
    /** So long the centre has, after this process began, to tell which lines are open. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Ari ari;
    private final Registrar registrar;
    private final DeskTelephones telephones;
    private final Timeline timeline;
    private final String host;
    private final Map<String, Line> lines = new HashMap<>();
    /** The engine would not have them as they were told last. */
    private final Set<String> refused = new HashSet<>();

    private boolean opusFirst;
    private boolean swept;

    AgentLines(Ari ari, Registrar registrar, DeskTelephones telephones, Timeline timeline, String host) {
        this.ari = ari;
        this.registrar = registrar;
        this.telephones = telephones;
        this.timeline = timeline;
        this.host = host;
    }

    private record Line(String password, Instant until) {}

    void open(String agent, String password, Instant until) throws EngineRefused {
        if (!LineName.fits(agent)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no line can have this name");
        }
        Line before = lines.put(agent, new Line(password, until));
        boolean known = before != null && before.password().equals(password);
        if (refused.remove(agent) || !known) {
            push(agent, password);
        }
        timeline.after(Duration.between(timeline.now(), until), () -> expire(agent));
    }

    /** Also one that this process knows nothing of: the engine may have it from the process before. */
    void close(String agent) {
        lines.remove(agent);
        refused.remove(agent);
        if (LineName.fits(agent)) {
            registrar.withdraw(agent);
        }
    }

    /** Which codec browsers are offered first, from now on. */
    void opusFirst(boolean first) {
        if (opusFirst != first) {
            opusFirst = first;
            lines.keySet().forEach(agent -> put("endpoint", agent, endpoint(agent)));
        }
    }

    /** What browsers are offered, in order. */
    String formats() {
        return opusFirst ? Codecs.OPUS_FIRST : Codecs.OPUS_LAST;
    }

    /** Whose browser may be there. */
    Set<String> open() {
        return lines.keySet();
    }

    /** The engine may have been started anew, and then knows none of them; or it knows more than this process. */
    void again() {
        if (!swept) {
            swept = true;
            timeline.after(TOLD_AGAIN, this::sweep);
        }
        lines.forEach((agent, line) -> push(agent, line.password()));
        telephones.again();
        Set<String> wanted = new HashSet<>(lines.keySet());
        wanted.addAll(telephones.accounts());
        registrar.again(wanted);
    }

    private void sweep() {
        ari.send(AriRequest.get("endpoints/PJSIP"), answer -> {
            swept = answer.done();
            for (JsonNode each : answer.body()) {
                String name = each.path("resource").asText();
                if (LineName.fits(name) && !lines.containsKey(name)) {
                    withdrawIfOurs(name, BROWSER);
                } else if (LineName.isTelephone(name) && !telephones.accounts().contains(name)) {
                    withdrawIfOurs(name, "no");
                }
            }
        });
    }

    /** What else registers at the engine is left alone. */
    private void withdrawIfOurs(String name, String browser) {
        registrar.look(name, fields -> {
            boolean ours = Registrar.CONTEXT.equals(fields.get("context"))
                    && browser.equals(fields.get("webrtc"))
                    && name.equals(fields.get("aors"));
            if (ours && !lines.containsKey(name) && !telephones.accounts().contains(name)) {
                LOG.say(LogMessage.LINE_LEFT, "agent", name);
                registrar.withdraw(name);
            }
        });
    }

    private void expire(String agent) {
        Line line = lines.get(agent);
        if (line != null && !timeline.now().isBefore(line.until())) {
            close(agent);
        }
    }

    /** The engine forgets passwords that nobody says again. */
    void remind() {
        lines.forEach((agent, line) -> auth(agent, line.password()));
    }

    private void auth(String agent, String password) {
        put("auth", agent, Map.of("auth_type", "userpass", "username", agent, "password", password));
    }

    private void push(String agent, String password) {
        auth(agent, password);
        put("aor", agent, address());
        put("endpoint", agent, endpoint(agent));
    }

    private void put(String kind, String agent, Map<String, String> values) {
        registrar.put(kind, agent, values, () -> {
            if (lines.containsKey(agent)) {
                refused.add(agent);
            }
        });
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
        fields.put("context", Registrar.CONTEXT);
        fields.put("allow_transfer", "no");
        fields.put("allow_subscribe", "no");
        fields.put("disallow", "all");
        fields.put("allow", formats());
        fields.put("webrtc", BROWSER);
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
}
