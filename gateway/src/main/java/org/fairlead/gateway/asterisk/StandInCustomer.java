package org.fairlead.gateway.asterisk;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fairlead.gateway.simulator.CallRecord;
import org.fairlead.gateway.simulator.CallRecord.Direction;
import org.fairlead.gateway.simulator.CallRecord.Outcome;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.time.Timeline;
import org.fairlead.gateway.time.Timeline.Timer;
import org.jspecify.annotations.Nullable;

/** One customer at the end of a real line who follows a plan: rings or is rung, speaks, waits, hangs up. */
final class StandInCustomer implements Leg.Ear {

    private static final Timer NONE = () -> {};
    private static final Duration BREATH = Duration.ofSeconds(3);
    private static final Duration KEY = Duration.ofMillis(400);
    private static final int CALL_SECONDS = 60;
    /** What an agent who is rung at another number presses. */
    private static final String TAKES = "1";

    /** What ends a number that is shorter than it might be, and a message. */
    private static final String DONE = "#";
    /** What is pressed once may be pressed too soon, and is pressed again. */
    private static final int TRIES = 4;
    /** The words before a message, and the message. */
    private static final Duration MESSAGE = Duration.ofSeconds(20);

    /** The tone with which a fax says what it is (ITU-T T.30: 2,100 Hz for 2.6 to 4 seconds). */
    private static final String FAX_ANSWERS = "tone:!0/500,!2100/3000,!0/60000";

    /** What surrounds a customer. */
    interface World {
        String gateway();

        Timeline timeline();

        Switchboard board();

        /** What this customer says, in the language of the number's country. */
        String voice(String name, String number);

        void over(StandInCustomer customer);
    }

    private final World world;
    private final UUID id;
    private final Direction direction;
    private final String dialled;
    private final String from;
    private final @Nullable String crowd;
    private final CustomerPlan plan;
    private final Instant at;
    private final Leg leg;
    /** Whoever is rung for no call of their own: an agent elsewhere, or whom a customer is handed to. */
    private boolean colleague;

    private boolean answered;
    private boolean leaving;
    private int said;
    private String saying = "";
    private int questions;
    private boolean listens;
    private @Nullable Instant connectedAt;
    private @Nullable Instant endedAt;
    private @Nullable Outcome outcome;
    private @Nullable String agent;
    private Timer patience = NONE;
    private Timer next = NONE;
    private Timer end = NONE;
    private Timer key = NONE;

    private StandInCustomer(
            World world,
            UUID id,
            Direction direction,
            String dialled,
            String from,
            @Nullable String crowd,
            CustomerPlan plan,
            @Nullable String channel) {
        this.world = world;
        this.id = id;
        this.direction = direction;
        this.dialled = dialled;
        this.from = from;
        this.crowd = crowd;
        this.plan = plan;
        this.at = world.timeline().now();
        this.leg = channel == null
                ? world.board().outgoing("customer-" + id, this)
                : world.board().there(channel, false, this);
    }

    static StandInCustomer calling(World world, UUID id, InboundCall call) {
        return new StandInCustomer(
                world, id, Direction.INBOUND, call.dialled(), call.from(), call.crowd(), call.plan(), null);
    }

    static StandInCustomer called(
            World world, UUID id, String dialled, String from, String channel, CustomerPlan plan) {
        return new StandInCustomer(world, id, Direction.OUTBOUND, dialled, from, null, plan, channel);
    }

    UUID id() {
        return id;
    }

    void isColleague() {
        colleague = true;
    }

    void call(InboundCall call) {
        leg.dial(
                "PJSIP/" + call.dialled() + "@" + world.gateway(),
                CALL_SECONDS,
                Map.of(
                        "CONNECTEDLINE(num-pres)", "allowed",
                        "CONNECTEDLINE(num,i)", call.from(),
                        "PJSIP_HEADER(add,X-Fairlead-Call)", id.toString()));
        if (plan.hangUpAfter() != null) {
            end = world.timeline().after(plan.hangUpAfter(), this::hangUp);
        }
        waits();
    }

    /** The telephone rings here. */
    void react() {
        int cause = refusal(plan.answer());
        if (cause != 0) {
            leaving = true;
            leg.hangUp(cause);
            return;
        }
        leg.ring();
        if (plan.answer() != CustomerPlan.Answer.NO_ANSWER) {
            next = world.timeline().after(plan.ring(), this::pickUp);
        }
    }

    /** As the carriers' networks say it (Q.850); 0 when the telephone rings. */
    private static int refusal(CustomerPlan.Answer answer) {
        return switch (answer) {
            case BUSY -> Causes.BUSY;
            case CONGESTION -> 34;
            case UNALLOCATED -> 1;
            case REJECTED -> 21;
            case HUMAN, MACHINE, FAX, NO_ANSWER -> 0;
        };
    }

    private void pickUp() {
        answered = true;
        leg.answer();
        if (plan.answer() == CustomerPlan.Answer.FAX) {
            leg.play(FAX_ANSWERS, leg.channel() + "-s" + ++said, answer -> {});
        } else {
            boolean person = plan.answer() == CustomerPlan.Answer.HUMAN;
            say(person ? "hello" : "machine");
            if (person && colleague) {
                world.timeline().after(BREATH, () -> leg.press(TAKES));
            }
        }
        waits();
    }

    private void waits() {
        patience = world.timeline().after(plan.patience(), this::hangUp);
    }

    private void say(String name) {
        String number = direction == Direction.INBOUND ? from : dialled;
        saying = leg.channel() + "-s" + ++said;
        leg.play(world.voice(name, number), saying, answer -> {});
    }

    /** A question: who is asked falls silent, and presses after a moment what the plan says. */
    void isAsked(int most) {
        if (plan.answer() != CustomerPlan.Answer.HUMAN) {
            return;
        }
        listens = true;
        next.cancel();
        key.cancel();
        if (!saying.isEmpty()) {
            leg.stop(saying);
        }
        String keys = plan.pressed(questions++, most);
        if (!keys.isEmpty()) {
            presses(keys.length() < most ? keys + DONE : keys, TRIES);
        }
    }

    /** Nobody tells a customer whether a key was heard: but for what comes next. */
    private void presses(String keys, int tries) {
        Duration again = BREATH.plus(KEY.multipliedBy(keys.length()));
        key = world.timeline().after(BREATH, () -> {
            leg.press(keys);
            if (tries > 1) {
                key = world.timeline().after(again, () -> presses(keys, tries - 1));
            }
        });
    }

    /** The question is over, whatever was pressed. */
    void wasAsked() {
        key.cancel();
        if (listens) {
            listens = false;
            next = world.timeline().after(BREATH, () -> say("customer"));
        }
    }

    /** A message may be left: the customer speaks on, and is done after a while. */
    void leavesMessage() {
        key.cancel();
        key = world.timeline().after(MESSAGE, () -> leg.press(DONE));
    }

    @Override
    public void up(Leg answeredLeg) {
        answered = true;
        say("customer");
    }

    @Override
    public void played(Leg on, String playback) {
        saying = "";
        if (plan.answer() == CustomerPlan.Answer.HUMAN && !listens) {
            next = world.timeline().after(BREATH, () -> say("customer"));
        }
    }

    /** An agent is there. */
    void meets(String who) {
        agent = who;
        if (connectedAt == null) {
            connectedAt = world.timeline().now();
        }
        patience.cancel();
        wasAsked();
        if (plan.talk() != null) {
            patience = world.timeline().after(plan.talk(), this::hangUp);
        }
    }

    void hangUp() {
        leaving = true;
        leg.hangUp();
    }

    @Override
    public void gone(Leg over, int cause) {
        patience.cancel();
        next.cancel();
        end.cancel();
        key.cancel();
        endedAt = world.timeline().now();
        outcome = outcome();
        world.over(this);
    }

    private Outcome outcome() {
        if (connectedAt != null) {
            return Outcome.HANDLED;
        }
        if (direction == Direction.INBOUND) {
            return leaving ? Outcome.ABANDONED : Outcome.REFUSED;
        }
        return switch (plan.answer()) {
            case MACHINE, FAX -> answered ? Outcome.MACHINE : Outcome.NO_ANSWER;
            case HUMAN -> answered ? Outcome.ABANDONED : Outcome.NO_ANSWER;
            case BUSY -> Outcome.BUSY;
            case CONGESTION -> Outcome.CONGESTION;
            case UNALLOCATED -> Outcome.UNALLOCATED;
            case REJECTED -> Outcome.REJECTED;
            case NO_ANSWER -> Outcome.NO_ANSWER;
        };
    }

    CallRecord record() {
        return new CallRecord(
                id,
                world.gateway(),
                direction,
                dialled,
                from,
                crowd,
                at,
                connectedAt,
                endedAt,
                outcome,
                agent,
                endedAt == null ? null : leaving ? "CUSTOMER" : "CENTRE");
    }
}
