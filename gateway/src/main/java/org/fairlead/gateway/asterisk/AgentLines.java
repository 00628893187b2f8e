package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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
    /**
     * One that vanished is noticed soon; one that is silent for so long has no network any more, and the customer is not
     * left with nobody.
     */
    private static final Registrar.Manners BROWSER = new Registrar.Manners(true, 60, 120, 15, 15, 15);
    /** So long the centre has, after this process began, to tell which lines are open. */
    private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);

    private final Ari ari;
    private final Registrar registrar;
    private final DeskTelephones telephones;
    private final Timeline timeline;
    private final Consumer<String> over;
    private final Map<String, Line> lines = new HashMap<>();
    /** The engine would not have them as they were told last. */
    private final Set<String> refused = new HashSet<>();

    private boolean opusFirst;
    private boolean swept;

    /** @param over hears whose browser is not rung any more, though nobody closed their line */
    AgentLines(Ari ari, Registrar registrar, DeskTelephones telephones, Timeline timeline, Consumer<String> over) {
        this.ari = ari;
        this.registrar = registrar;
        this.telephones = telephones;
        this.timeline = timeline;
        this.over = over;
    }

    private record Line(String password, Instant until) {}

    void open(String agent, String password, Instant until) throws EngineRefused {
        if (!LineName.fits(agent)) {
            throw new EngineRefused(EngineRefused.Reason.ILLEGAL_NOW, "no line can have this name");
        }
        Line before = lines.put(agent, new Line(password, until));
        boolean known = before != null && before.password().equals(password);
        if (before != null && !known) {
            // the browser that had the line is still registered, and would be rung
            registrar.withdraw(agent);
            over.accept(agent);
        }
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
            lines.keySet().forEach(agent -> put("endpoint", agent, registrar.endpoint(agent, formats(), BROWSER)));
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
                    withdrawIfOurs(name, true);
                } else if (LineName.isTelephone(name) && !telephones.accounts().contains(name)) {
                    withdrawIfOurs(name, false);
                }
            }
        });
    }

    private void withdrawIfOurs(String name, boolean browser) {
        registrar.ifOurs(name, browser, () -> {
            if (!lines.containsKey(name) && !telephones.accounts().contains(name)) {
                LOG.say(LogMessage.LINE_LEFT, "agent", name);
                registrar.withdraw(name);
            }
        });
    }

    private void expire(String agent) {
        Line line = lines.get(agent);
        if (line != null && !timeline.now().isBefore(line.until())) {
            close(agent);
            over.accept(agent);
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
        put("aor", agent, Registrar.address(BROWSER));
        put("endpoint", agent, registrar.endpoint(agent, formats(), BROWSER));
    }

    private void put(String kind, String agent, Map<String, String> values) {
        registrar.put(kind, agent, values, () -> {
            if (lines.containsKey(agent)) {
                refused.add(agent);
            }
        });
    }
}
