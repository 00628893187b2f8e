package org.fairlead.jms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that happened at a site's telephony engine. Events of one call carry sequence 1, 2, 3 ... given by the
 * gateway, so that the centre can drop what it has seen: (gateway, call, sequence) is the event's identity.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = GatewayEvent.CallOffered.class, name = "CallOffered"),
    @Type(value = GatewayEvent.Ringing.class, name = "Ringing"),
    @Type(value = GatewayEvent.Answered.class, name = "Answered"),
    @Type(value = GatewayEvent.MachineAnswered.class, name = "MachineAnswered"),
    @Type(value = GatewayEvent.DialFailed.class, name = "DialFailed"),
    @Type(value = GatewayEvent.Connected.class, name = "Connected"),
    @Type(value = GatewayEvent.ConnectFailed.class, name = "ConnectFailed"),
    @Type(value = GatewayEvent.AgentLeft.class, name = "AgentLeft"),
    @Type(value = GatewayEvent.Held.class, name = "Held"),
    @Type(value = GatewayEvent.Resumed.class, name = "Resumed"),
    @Type(value = GatewayEvent.Transferred.class, name = "Transferred"),
    @Type(value = GatewayEvent.PromptEnded.class, name = "PromptEnded"),
    @Type(value = GatewayEvent.KeysCollected.class, name = "KeysCollected"),
    @Type(value = GatewayEvent.MessageTaken.class, name = "MessageTaken"),
    @Type(value = GatewayEvent.MessagePart.class, name = "MessagePart"),
    @Type(value = GatewayEvent.RecordingChanged.class, name = "RecordingChanged"),
    @Type(value = GatewayEvent.Monitored.class, name = "Monitored"),
    @Type(value = GatewayEvent.CallEnded.class, name = "CallEnded"),
    @Type(value = GatewayEvent.CommandRefused.class, name = "CommandRefused"),
    @Type(value = GatewayEvent.LiveCalls.class, name = "LiveCalls"),
    @Type(value = GatewayEvent.SiteReport.class, name = "SiteReport"),
    @Type(value = GatewayEvent.Probe.class, name = "Probe")
})
public sealed interface GatewayEvent {

    /** The head that every event carries. */
    Head head();

    /**
     * @param gateway name of the gateway, equal to the broker user that sent it
     * @param call the call; a call that the centre dialled carries the attempt's id. Gateway-wide events
     *     ({@link LiveCalls}, {@link MessagePart}, {@link SiteReport}, {@link Probe}) carry an id of the gateway's run
     * @param sequence 1, 2, 3 ... within the call
     * @param at when the engine saw it, by the gateway's clock
     */
    record Head(String gateway, UUID call, int sequence, Instant at) {}

    /** A customer calls one of our numbers. */
    record CallOffered(Head head, String dialled, String from) implements GatewayEvent {}

    /** The dialled customer's phone rings. */
    record Ringing(Head head) implements GatewayEvent {}

    /** The dialled customer answered: a person, or machine detection was off. */
    record Answered(Head head) implements GatewayEvent {}

    /** The dialled number was answered by a machine. */
    record MachineAnswered(Head head) implements GatewayEvent {}

    /** The dial ended without an answer. No {@link CallEnded} follows. */
    record DialFailed(Head head, FailureCause cause) implements GatewayEvent {}

    /** The agent's leg and the customer's are bridged. */
    record Connected(Head head, String agent) implements GatewayEvent {}

    /** The agent's leg could not be reached; the customer still waits. */
    record ConnectFailed(Head head, String agent, FailureCause cause) implements GatewayEvent {}

    /** The agent's leg ended while the customer's is still up (network loss, transfer done). */
    record AgentLeft(Head head, String agent) implements GatewayEvent {}

    record Held(Head head) implements GatewayEvent {}

    record Resumed(Head head) implements GatewayEvent {}

    /** A transfer ended: with {@code done} the customer is with the target and the agent is out. */
    record Transferred(Head head, String target, boolean done) implements GatewayEvent {}

    record PromptEnded(Head head, String prompt) implements GatewayEvent {}

    record KeysCollected(Head head, String prompt, String keys) implements GatewayEvent {}

    /** The customer has left a message, or nothing, and is still there. */
    record MessageTaken(Head head, int seconds) implements GatewayEvent {}

    /**
     * A piece of what a customer said after {@link GatewayCommand.TakeMessage}. It comes when the call may be over, so its
     * head is that of the gateway's run; delivered again after a crash it is the same piece under another number.
     *
     * @param message the call in which it was said
     * @param part 1, 2, 3 ... {@code parts}
     * @param audio G.711 mu-law, 8,000 samples a second, base64
     */
    record MessagePart(Head head, UUID message, int part, int parts, String audio) implements GatewayEvent {

        /** Of one piece: two seconds. */
        public static final int BYTES = 16_000;

        /** What was said is not for logs. */
        @Override
        public String toString() {
            return "MessagePart[" + head + ", " + message + ", " + part + "/" + parts + "]";
        }
    }

    record RecordingChanged(Head head, RecordingState state) implements GatewayEvent {}

    /** A supervisor hears the talk so from now on; {@code OFF}: no more, or their telephone did not answer. */
    record Monitored(Head head, String supervisor, MonitorMode mode) implements GatewayEvent {}

    /** The customer's leg is gone; the last event of a call. */
    record CallEnded(Head head, Party by) implements GatewayEvent {}

    /**
     * A command could not be carried out. While the call lives, this is one more of its events. A refused
     * {@link GatewayCommand.Dial} is the only event of its call, with sequence 1: the call never was. A command for a
     * call that has ended or is not known is refused in the name of the gateway's run (as {@link Probe} is), since a
     * call says nothing after its end; {@code command} tells which it was.
     */
    record CommandRefused(Head head, UUID command, RefusalReason reason) implements GatewayEvent {}

    /** Answer to {@link GatewayCommand.ReportLiveCalls}, and sent unasked after a restart of the gateway. */
    record LiveCalls(Head head, List<LiveCall> calls) implements GatewayEvent {}

    /** @param answered whether the customer has answered or is waiting in our queue */
    record LiveCall(UUID call, int lastSequence, boolean answered) {}

    /**
     * What stands at the site; said when the gateway begins and every ten seconds.
     *
     * @param engine {@code simulator} or {@code asterisk}
     * @param engineVersion as the engine says it; empty when it cannot be asked
     * @param gatewayVersion of the process
     * @param reachable whether the engine can be commanded
     * @param trunk the carrier's host, {@code stand-in}, or empty where the gateway does not know
     * @param trunkState whether the carrier answers: {@code ONLINE} or {@code OFFLINE}; empty where it cannot be known
     * @param waiting events that are still to be delivered
     */
    record SiteReport(
            Head head,
            String engine,
            String engineVersion,
            String gatewayVersion,
            boolean reachable,
            String trunk,
            String trunkState,
            int waiting,
            int liveCalls)
            implements GatewayEvent {}

    /**
     * Measures the link: the centre answers each with a {@link GatewayCommand.ProbeReply}.
     *
     * @param lastRoundTripMillis what the one before took, -1 for the first
     */
    record Probe(Head head, long lastRoundTripMillis) implements GatewayEvent {}

    /** Who ended a call. */
    enum Party {
        CUSTOMER,
        AGENT,
        CENTRE,
        ENGINE
    }

    /** How a supervisor is in a talk. */
    enum MonitorMode {
        OFF,
        /** Hears both, and is heard by nobody. */
        LISTEN,
        /** Hears both, and is heard by the agent alone. */
        WHISPER,
        /** Talks with both. */
        BARGE
    }

    enum RecordingState {
        ON,
        PAUSED,
        OFF
    }

    /** Why a dial or a connect did not succeed. */
    enum FailureCause {
        BUSY,
        NO_ANSWER,
        CONGESTION,
        UNALLOCATED,
        REJECTED,
        DEAD_PEER,
        ENGINE_DOWN,
        /** A fax answered, where machines are told from people. */
        FAX
    }

    /** Why a gateway refused a command. */
    enum RefusalReason {
        EXPIRED,
        FENCED,
        UNKNOWN_CALL,
        ILLEGAL_NOW,
        MALFORMED,
        /** The telephony engine cannot be reached; for dials and connects a failure with that cause is sent instead. */
        ENGINE_DOWN
    }
}
