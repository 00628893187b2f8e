package org.fairlead.gateway.asterisk;

import java.util.UUID;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.jspecify.annotations.Nullable;

/** The agent's side of one call: the leg is fetched, hears what kind of call it is, is there, is given back. */
final class AgentSide implements Leg.Ear {

    /** Hears what comes of it. */
    interface Outcome {

        /** The agent's leg is up and has heard all that it should. */
        void agentReady(Leg leg);

        void agentFailed(String agent, FailureCause cause);

        /** The leg of an agent who was ready is over. */
        void agentGone(int cause);
    }

    /** What who answers at another number hears, the key that takes the call, and how long it is waited for. */
    private static final String QUESTION = "confirm";

    private static final String YES = "1";
    private static final int CONFIRM_SECONDS = 6;

    private final CallWorld world;
    private final UUID call;
    private final Outcome outcome;
    private final Supervision supervision;
    private String agent = "";
    private String whispering = "";
    private boolean ready;
    private boolean elsewhere;
    private @Nullable Leg leg;
    private @Nullable Announcer asking;
    private AgentLegs.@Nullable Fetching fetching;

    AgentSide(CallWorld world, UUID call, Outcome outcome) {
        this.world = world;
        this.call = call;
        this.outcome = outcome;
        this.supervision = new Supervision(world, call);
    }

    /** The last agent's log-in. */
    String agent() {
        return agent;
    }

    @Nullable
    Leg leg() {
        return leg;
    }

    void fetch(String wanted, String whisper) {
        agent = wanted;
        ready = false;
        elsewhere = false;
        AgentLegs.Fetching begun = world.agents().fetch(call, wanted, up -> isThere(up, whisper), cause -> {
            fetching = null;
            outcome.agentFailed(wanted, cause);
        });
        if (leg == null) {
            fetching = begun;
        }
    }

    /** Rings the agent at another number than the site's own telephone. */
    void fetch(NumberOrder order) {
        agent = order.agent();
        ready = false;
        elsewhere = true;
        fetching = world.agents()
                .fetchElsewhere(call, world.trunk(order.number()), order, up -> ask(up, order), cause -> {
                    fetching = null;
                    outcome.agentFailed(order.agent(), cause);
                });
    }

    /** What answers by itself presses nothing: the customer is given to nobody who has not said so. */
    private void ask(Leg up, NumberOrder order) {
        if (order.language().isEmpty()) {
            isThere(up, order.whisper());
            return;
        }
        fetching = null;
        leg = up;
        up.heardBy(this);
        Announcer question = world.announcer(up);
        asking = question;
        question.collect(new KeysOrder(QUESTION, "", order.language(), 1, CONFIRM_SECONDS), keys -> {
            asking = null;
            if (keys.equals(YES)) {
                isThere(up, order.whisper());
            } else {
                leg = null;
                up.heardBy((over, cause) -> {});
                up.hangUp();
                outcome.agentFailed(order.agent(), FailureCause.NO_ANSWER);
            }
        });
    }

    private void askNoMore() {
        if (asking != null) {
            asking.silence();
            asking = null;
        }
    }

    /** A supervisor hears this agent's talk, or speaks in it. */
    void monitor(Bridge bridge, String supervisor, MonitorMode mode) {
        Leg there = leg;
        if (there != null) {
            supervision.become(bridge, there, supervisor, mode);
        }
    }

    void mute(boolean on) {
        if (leg != null) {
            leg.mute(on);
        }
    }

    /** A leg that was the agent's before this process began. */
    void has(String login, Leg there, boolean away) {
        agent = login;
        elsewhere = away;
        leg = there;
        ready = true;
        there.heardBy(this);
    }

    private void isThere(Leg up, String whisper) {
        fetching = null;
        leg = up;
        up.heardBy(this);
        if (whisper.isEmpty()) {
            isReady(up);
            return;
        }
        world.whisper(whisper, media -> {
            if (leg != up || up.gone()) {
                return;
            }
            String playback = up.channel() + "-w-" + call;
            whispering = playback;
            up.play(media, playback, answer -> {
                if (!answer.done()) {
                    played(up, playback);
                }
            });
        });
    }

    private void isReady(Leg up) {
        ready = true;
        outcome.agentReady(up);
    }

    @Override
    public void key(Leg on, String key) {
        if (on == leg && asking != null) {
            asking.key(key);
        }
    }

    @Override
    public void played(Leg on, String playback) {
        if (on == leg && asking != null) {
            asking.played(playback);
        } else if (on == leg && playback.equals(whispering)) {
            whispering = "";
            isReady(on);
        }
    }

    @Override
    public void gone(Leg over, int cause) {
        if (over != leg) {
            return;
        }
        leg = null;
        askNoMore();
        supervision.end();
        if (ready) {
            outcome.agentGone(cause);
        } else {
            outcome.agentFailed(agent, Causes.of(cause, true));
        }
    }

    /** The agent has nothing to do with this call any more. */
    void letGo(Bridge bridge) {
        if (fetching != null) {
            fetching.cancel();
            fetching = null;
        }
        askNoMore();
        supervision.end();
        Leg old = leg;
        leg = null;
        ready = false;
        if (old != null) {
            bridge.remove(old, answer -> {});
            if (elsewhere) {
                old.heardBy((over, cause) -> {});
                old.hangUp();
            } else {
                world.agents().giveBack(agent, old);
            }
        }
    }
}
