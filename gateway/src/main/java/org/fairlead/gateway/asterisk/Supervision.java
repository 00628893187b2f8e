package org.fairlead.gateway.asterisk;

import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.jspecify.annotations.Nullable;

/**
 * The supervisor in one agent's talk: a leg of their own and, unless they talk with both, a channel that hears what the
 * agent's leg hears and says. One supervisor at a time; whoever comes takes the place.
 */
final class Supervision implements Leg.Ear {

    private final CallWorld world;
    private final UUID call;
    private String supervisor = "";
    private MonitorMode wanted = MonitorMode.OFF;
    private int made;
    private @Nullable Talk talk;
    private AgentLegs.@Nullable Fetching fetching;
    private @Nullable Leg leg;
    private @Nullable Leg ear;
    private @Nullable Bridge aside;

    Supervision(CallWorld world, UUID call) {
        this.world = world;
        this.call = call;
    }

    /** What is supervised. */
    private record Talk(Bridge bridge, Leg agent) {}

    /** Comes, changes or goes. */
    void become(Bridge bridge, Leg agent, String login, MonitorMode mode) {
        if (mode == MonitorMode.OFF) {
            if (login.equals(supervisor)) {
                end();
            }
            return;
        }
        if (!login.equals(supervisor)) {
            end();
        }
        talk = new Talk(bridge, agent);
        supervisor = login;
        wanted = mode;
        Leg there = leg;
        if (there != null) {
            leaveBoth(there);
            enter(there);
        } else if (fetching == null) {
            AgentLegs.Fetching begun = world.agents().fetchSupervisor(call, login, this::isThere, cause -> end());
            if (leg == null && !supervisor.isEmpty()) {
                fetching = begun;
            }
        }
    }

    private void isThere(Leg up) {
        fetching = null;
        leg = up;
        up.heardBy(this);
        enter(up);
    }

    private void enter(Leg there) {
        Talk now = talk;
        if (now == null) {
            return;
        }
        if (wanted == MonitorMode.BARGE) {
            now.bridge().add(this::told, there);
            return;
        }
        String name = AsteriskCall.channelOf(call) + "-m" + ++made + "-"
                + Long.toString(world.board().run(), 36);
        Bridge room = new Bridge(world.board().ari(), name, false);
        aside = room;
        Leg snoop = world.board().outgoing(name + "-s", this);
        ear = snoop;
        // the agent alone is spoken to: what goes out to them is added to
        now.agent().snoop(snoop, wanted == MonitorMode.WHISPER ? "out" : "none", answer -> {
            if (!answer.done() && ear == snoop) {
                end();
            }
        });
    }

    /** What hears the talk is there; before that it cannot be added to anything. */
    @Override
    public void returned(Leg entered, List<String> arguments) {
        Leg there = leg;
        Bridge room = aside;
        if (entered == ear && there != null && room != null) {
            room.add(this::told, there, entered);
        }
    }

    private void told(AriAnswer answer) {
        if (leg == null) {
            return;
        }
        if (answer.done()) {
            String who = supervisor;
            MonitorMode how = wanted;
            world.tell(call, head -> new GatewayEvent.Monitored(head, who, how));
        } else {
            end();
        }
    }

    /** Out of both rooms; the supervisor's telephone stays up. */
    private void leaveBoth(Leg there) {
        Talk now = talk;
        if (aside == null && now != null) {
            now.bridge().remove(there, answer -> {});
        }
        leaveAside();
    }

    private void leaveAside() {
        Leg snoop = ear;
        ear = null;
        if (snoop != null) {
            snoop.hangUp();
        }
        if (aside != null) {
            aside.destroy();
            aside = null;
        }
    }

    @Override
    public void gone(Leg over, int cause) {
        if (over == leg || over == ear) {
            end();
        }
    }

    /** The supervisor is out; nothing happens where none was in. */
    void end() {
        String who = supervisor;
        supervisor = "";
        wanted = MonitorMode.OFF;
        talk = null;
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
        }
        leaveAside();
        Leg there = leg;
        leg = null;
        if (there != null) {
            there.heardBy((over, cause) -> {});
            there.hangUp();
        }
        if (!who.isEmpty()) {
            world.tell(call, head -> new GatewayEvent.Monitored(head, who, MonitorMode.OFF));
        }
    }
}
