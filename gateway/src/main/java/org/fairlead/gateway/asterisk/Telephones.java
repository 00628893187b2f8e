package org.fairlead.gateway.asterisk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.gateway.asterisk.AgentLegs.Reach;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.Timeline;

/** Which of an agent's telephones is rung: the desk telephone that was chosen, the browser, or what the site has. */
final class Telephones {

    private static final String SIP = "PJSIP/";
    /** Two customs; each kind of telephone knows at least one. */
    private static final Map<String, String> PICK_UP = Map.of(
            "PJSIP_HEADER(add,Call-Info)", "<sip:fairlead>;answer-after=0",
            "PJSIP_HEADER(add,Alert-Info)", "<http://fairlead>;info=alert-autoanswer");

    private final AsteriskSettings settings;
    private final AgentLines lines;
    private final DeskTelephones telephones;
    private final AgentLegs legs;
    private final ShiftLegs shift;

    Telephones(AsteriskSettings settings, Switchboard board, Timeline timeline) {
        this.settings = settings;
        Ari ari = board.ari();
        Registrar registrar = new Registrar(ari, settings.host());
        telephones = new DeskTelephones(registrar, timeline, this::isOver);
        lines = new AgentLines(ari, registrar, telephones, timeline, this::isOver);
        lines.opusFirst(settings.opus());
        legs = new AgentLegs(board, this::of, this::ofSupervisor, settings.keepLegs());
        shift = new ShiftLegs(ari, timeline, legs, this::onShift, this::resource);
    }

    /** The engine forgets passwords that nobody says again; so a gateway that never returns leaves none behind. */
    void remind() {
        lines.remind();
        telephones.remind();
    }

    AgentLegs legs() {
        return legs;
    }

    void open(String agent, String password, Instant until) throws EngineRefused {
        lines.open(agent, password, until);
        if (telephones.of(agent).isPresent()) {
            telephones.leave(agent);
            legs.drop(agent);
        }
        shift.look();
    }

    void close(String agent) {
        lines.close(agent);
        telephones.leave(agent);
        legs.drop(agent);
    }

    void set(String owner, String account, String digest) throws EngineRefused {
        telephones.set(owner, account, digest);
    }

    /** The telephone at which this agent's leg is up is theirs no more. */
    private void isOver(String agent) {
        legs.drop(agent);
    }

    void use(String agent, String account, boolean autoAnswer, Instant until) {
        Optional<DeskTelephones.Used> before = telephones.of(agent);
        if (before.map(one -> !one.account().equals(account))
                .orElse(lines.open().contains(agent))) {
            legs.drop(agent);
        }
        lines.close(agent);
        telephones.use(agent, account, autoAnswer, until);
        shift.look();
    }

    void voice(boolean opus, boolean keepLegs) {
        lines.opusFirst(opus);
        shift.keep(keepLegs);
    }

    /** There is a connection; the engine may have been started anew. */
    void again() {
        lines.again();
        shift.again();
    }

    private Reach of(String agent) {
        Optional<DeskTelephones.Used> desk = telephones.of(agent);
        if (desk.isPresent()) {
            return new Reach(List.of(SIP + desk.get().account()), "", desk.get().autoAnswer() ? PICK_UP : Map.of());
        }
        List<String> endpoints = settings.agents().stream()
                .map(pattern -> pattern.replace("{agent}", agent))
                .toList();
        return new Reach(endpoints, lines.open().contains(agent) ? lines.formats() : "", Map.of());
    }

    /** A supervisor takes no calls, and so chooses nothing: a desk telephone of their own rings before anything else. */
    private Reach ofSupervisor(String login) {
        Reach usual = of(login);
        Optional<String> own = telephones.ownedBy(login);
        if (own.isEmpty() || telephones.of(login).isPresent()) {
            return usual;
        }
        List<String> endpoints = new ArrayList<>(List.of(SIP + own.get()));
        endpoints.addAll(usual.endpoints());
        return new Reach(endpoints, usual.formats(), usual.variables());
    }

    /** As the target of a transfer: where the agent's telephone is known to be, else wherever one may be. */
    List<String> transferred(String agent) {
        List<String> endpoints = of(agent).endpoints();
        boolean known = telephones.of(agent).isPresent() || lines.open().contains(agent);
        return known ? endpoints.subList(0, 1) : endpoints;
    }

    /** What the engine calls the telephone that this agent has now. */
    private String resource(String agent) {
        return telephones.of(agent).map(DeskTelephones.Used::account).orElse(agent);
    }

    /** Who has a telephone now that can be rung at any time. */
    private Set<String> onShift() {
        Set<String> there = new HashSet<>(lines.open());
        there.addAll(telephones.users());
        return there;
    }
}
