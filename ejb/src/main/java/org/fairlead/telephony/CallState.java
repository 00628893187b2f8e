package org.fairlead.telephony;

import org.fairlead.contact.Outcome;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.AgentLeft;
import org.fairlead.jms.GatewayEvent.Answered;
import org.fairlead.jms.GatewayEvent.CallEnded;
import org.fairlead.jms.GatewayEvent.CallOffered;
import org.fairlead.jms.GatewayEvent.CommandRefused;
import org.fairlead.jms.GatewayEvent.ConnectFailed;
import org.fairlead.jms.GatewayEvent.Connected;
import org.fairlead.jms.GatewayEvent.DialFailed;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Held;
import org.fairlead.jms.GatewayEvent.KeysCollected;
import org.fairlead.jms.GatewayEvent.MachineAnswered;
import org.fairlead.jms.GatewayEvent.MessageTaken;
import org.fairlead.jms.GatewayEvent.Monitored;
import org.fairlead.jms.GatewayEvent.PromptEnded;
import org.fairlead.jms.GatewayEvent.RecordingChanged;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.fairlead.jms.GatewayEvent.Resumed;
import org.fairlead.jms.GatewayEvent.Ringing;
import org.fairlead.jms.GatewayEvent.Transferred;
import org.jspecify.annotations.Nullable;

/**
 * The life of one call as the centre knows it. A call begins offered (inbound) or dialled (outbound), its customer
 * waits, talks to agents, may be held and waits again, and it ends once: what comes after the end changes nothing.
 *
 * <p>A value: each event gives a new state and says what changed. Duplicates (a sequence that was seen) and late events
 * (a lower sequence than the last) change nothing, except that the offer itself is never too late: a call whose end
 * overtook its offer still gets its outcome.
 *
 * @param lastSequence of the events seen so far
 * @param bridgedOnce whether customer and agent ever talked: then the call was handled
 * @param intended the outcome that the centre has already decided while the customer's leg is still up, such as a
 *     refused number or an answering machine
 * @param outcome how it ended; present exactly in phase {@code ENDED} of a call that has begun
 */
public record CallState(
        Phase phase,
        boolean outbound,
        int lastSequence,
        boolean bridgedOnce,
        boolean held,
        RecordingState recording,
        @Nullable Outcome intended,
        @Nullable Outcome outcome) {

    /** Where a call stands. */
    public enum Phase {
        /** Nothing but, perhaps, events that overtook the offer. */
        NEW,
        DIALLING,
        /** The customer is there, without an agent. */
        WAITING,
        BRIDGED,
        ENDED
    }

    /** The state after an event, and what it changed. */
    public record Step(CallState state, CallChange change) {}

    /** An inbound call before its offer. */
    public static CallState unseen() {
        return new CallState(Phase.NEW, false, 0, false, false, RecordingState.OFF, null, null);
    }

    /** An outbound call that was just sent to the gateway. */
    public static CallState dialled() {
        return new CallState(Phase.DIALLING, true, 0, false, false, RecordingState.OFF, null, null);
    }

    public boolean ended() {
        return phase == Phase.ENDED;
    }

    /** The centre has decided how this call ends; its customer is yet to be let go. Null: it is open again. */
    public CallState intending(@Nullable Outcome decided) {
        return new CallState(phase, outbound, lastSequence, bridgedOnce, held, recording, decided, outcome);
    }

    /** Ended by what is known without an event: the gateway has no such call, or refused the dial. */
    public CallState endedAs(Outcome how) {
        return ended()
                ? this
                : new CallState(
                        Phase.ENDED, outbound, lastSequence, bridgedOnce, false, RecordingState.OFF, intended, how);
    }

    /** The centre took the customer off the agent: waiting again. */
    public CallState waitingAgain() {
        return phase == Phase.BRIDGED ? at(Phase.WAITING) : this;
    }

    public Step on(GatewayEvent event) {
        int sequence = event.head().sequence();
        if (event instanceof CallOffered) {
            return offered(sequence);
        }
        if (sequence <= lastSequence || (ended() && outcome != null)) {
            return new Step(this, CallChange.NONE);
        }
        CallState seen = new CallState(phase, outbound, sequence, bridgedOnce, held, recording, intended, outcome);
        return seen.apply(event);
    }

    private Step offered(int sequence) {
        if (phase == Phase.ENDED && outcome == null) {
            return new Step(ending(), CallChange.ENDED);
        }
        if (phase != Phase.NEW || outbound) {
            return new Step(this, CallChange.NONE);
        }
        CallState begun = new CallState(
                Phase.WAITING,
                false,
                Math.max(sequence, lastSequence),
                bridgedOnce,
                held,
                recording,
                intended,
                outcome);
        return new Step(begun, CallChange.OFFERED);
    }

    private Step apply(GatewayEvent event) {
        if (event instanceof CallEnded) {
            return new Step(
                    phase == Phase.NEW ? at(Phase.ENDED) : ending(),
                    phase == Phase.NEW ? CallChange.NONE : CallChange.ENDED);
        }
        return switch (phase) {
            case DIALLING -> whileDialling(event);
            case WAITING -> whileWaiting(event);
            case BRIDGED -> whileBridged(event);
            case NEW, ENDED -> new Step(this, CallChange.NONE);
        };
    }

    private Step whileDialling(GatewayEvent event) {
        if (event instanceof Ringing) {
            return new Step(this, CallChange.RINGING);
        }
        if (event instanceof Answered) {
            return new Step(at(Phase.WAITING), CallChange.ANSWERED);
        }
        if (event instanceof MachineAnswered) {
            return new Step(at(Phase.WAITING).intending(Outcome.MACHINE), CallChange.MACHINE);
        }
        if (event instanceof DialFailed failed) {
            return new Step(endedAs(outcomeOf(failed.cause())), CallChange.ENDED);
        }
        return inAnyPhase(event);
    }

    private Step whileWaiting(GatewayEvent event) {
        if (event instanceof Connected) {
            return new Step(
                    new CallState(Phase.BRIDGED, outbound, lastSequence, true, false, recording, intended, outcome),
                    CallChange.BRIDGED);
        }
        if (event instanceof ConnectFailed) {
            return new Step(this, CallChange.CONNECT_FAILED);
        }
        return inAnyPhase(event);
    }

    private Step whileBridged(GatewayEvent event) {
        if (event instanceof Connected) {
            return new Step(this, CallChange.BRIDGED);
        }
        if (event instanceof ConnectFailed) {
            return new Step(this, CallChange.CONNECT_FAILED);
        }
        if (event instanceof AgentLeft) {
            return new Step(at(Phase.WAITING), CallChange.AGENT_LEFT);
        }
        if (event instanceof Held) {
            return new Step(held(true), CallChange.HELD);
        }
        if (event instanceof Resumed) {
            return new Step(held(false), CallChange.RESUMED);
        }
        if (event instanceof Transferred transferred) {
            return transferred.done()
                    ? new Step(ending(), CallChange.TRANSFERRED)
                    : new Step(this, CallChange.TRANSFER_FAILED);
        }
        return inAnyPhase(event);
    }

    private Step inAnyPhase(GatewayEvent event) {
        if (event instanceof PromptEnded) {
            return new Step(this, CallChange.PROMPT_ENDED);
        }
        if (event instanceof KeysCollected) {
            return new Step(this, CallChange.KEYS);
        }
        if (event instanceof MessageTaken) {
            return new Step(this, CallChange.MESSAGE);
        }
        if (event instanceof RecordingChanged changed) {
            return new Step(
                    new CallState(phase, outbound, lastSequence, bridgedOnce, held, changed.state(), intended, outcome),
                    CallChange.RECORDING);
        }
        if (event instanceof Monitored) {
            return new Step(this, CallChange.MONITORED);
        }
        if (event instanceof CommandRefused) {
            return new Step(this, CallChange.COMMAND_REFUSED);
        }
        return new Step(this, CallChange.NONE);
    }

    private CallState at(Phase next) {
        return new CallState(next, outbound, lastSequence, bridgedOnce, false, recording, intended, outcome);
    }

    private CallState held(boolean on) {
        return new CallState(phase, outbound, lastSequence, bridgedOnce, on, recording, intended, outcome);
    }

    private CallState ending() {
        Outcome how;
        if (bridgedOnce) {
            how = Outcome.HANDLED;
        } else if (intended != null) {
            how = intended;
        } else {
            how = phase == Phase.DIALLING ? Outcome.FAILED : Outcome.ABANDONED;
        }
        return new CallState(
                Phase.ENDED, outbound, lastSequence, bridgedOnce, false, RecordingState.OFF, intended, how);
    }

    private static Outcome outcomeOf(FailureCause cause) {
        return switch (cause) {
            case BUSY -> Outcome.BUSY;
            case NO_ANSWER -> Outcome.NO_ANSWER;
            case UNALLOCATED -> Outcome.DEAD_LINE;
            case FAX -> Outcome.FAX;
            case CONGESTION, REJECTED, DEAD_PEER, ENGINE_DOWN -> Outcome.FAILED;
        };
    }
}
