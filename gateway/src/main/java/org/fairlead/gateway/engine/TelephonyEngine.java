package org.fairlead.gateway.engine;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.RingNumber;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.jms.GatewayEvent.RecordingState;

/**
 * A site's telephony engine, as a gateway needs it. All methods are called on the site's timeline and return at once;
 * what comes of them is told to the {@link EngineListener}, on the same timeline.
 *
 * <p>How it fails, for every command:
 *
 * <ul>
 *   <li>{@link EngineRefused}: the call is not known or its state forbids the command. Never try again. Nothing has
 *       changed and nothing will be told about it.
 *   <li>{@link EngineUnavailable}: the engine cannot be reached. Nothing was carried out; trying again is safe.
 *   <li>Accepted, and then it does not succeed: told as an event ({@code DialFailed}, {@code ConnectFailed},
 *       {@code Transferred} with {@code done=false}); the call is in the state in which it was before, except that a
 *       failed dial is over.
 * </ul>
 *
 * <p>What it promises to the listener: a call begins with {@code CallOffered} or with an accepted dial; it ends with
 * exactly one {@code CallEnded} or, for a dial, {@code DialFailed}; nothing is told about it afterwards. When the
 * engine itself loses its calls, it ends each with {@code CallEnded} by {@code ENGINE} as soon as it knows.
 */
public interface TelephonyEngine extends AutoCloseable {

    /** Begins to tell what happens. Called once, before anything else. */
    void start(EngineListener listener);

    /**
     * Calls a customer. Told: {@code Ringing} (it may be missing), then {@code Answered}, {@code MachineAnswered} or
     * {@code DialFailed}.
     *
     * @throws EngineRefused {@code ILLEGAL_NOW} when this call is already known
     */
    void dial(UUID call, DialOrder order) throws EngineRefused, EngineUnavailable;

    /** Bridges a customer who waits to an agent. Told: {@code Connected} or {@code ConnectFailed}. */
    void connect(UUID call, String agent, String whisper) throws EngineRefused, EngineUnavailable;

    /**
     * Bridges a customer who waits to an agent at another number of theirs, if whoever answers there presses 1 where that is asked. Told as of
     * {@link #connect}.
     */
    void ringNumber(UUID call, NumberOrder order) throws EngineRefused, EngineUnavailable;

    /** The customer hears music instead of the agent. Told: {@code Held}. */
    void hold(UUID call) throws EngineRefused, EngineUnavailable;

    /** Told: {@code Resumed}. */
    void resume(UUID call) throws EngineRefused, EngineUnavailable;

    /** Silences the agent towards the customer, or lifts it. Nothing is told. */
    void mute(UUID call, boolean on) throws EngineRefused, EngineUnavailable;

    /**
     * Hands a connected customer over. A blind transfer, and the completion of a consultation, end with
     * {@code Transferred} and, when done, {@code AgentLeft}; a cancelled consultation ends with {@code Transferred}
     * with {@code done=false} and the agent is with the customer again. A blind transfer to {@code Transfer.CENTRE}
     * takes the agent out at once: {@code AgentLeft} alone, and the customer waits. Joining brings the customer into an
     * open consultation; nothing is told of it, and it is still completed or cancelled.
     */
    void transfer(UUID call, TransferKind kind, String target) throws EngineRefused, EngineUnavailable;

    /**
     * Plays a prompt to the customer; a running one ends untold. Told: {@code PromptEnded} when it played to its end,
     * which one that repeats never does.
     */
    void play(UUID call, String prompt, String language, boolean repeat) throws EngineRefused, EngineUnavailable;

    /** Plays a prompt and collects keys. Told: {@code KeysCollected}, with no keys when none came in time. */
    void collectKeys(UUID call, KeysOrder order) throws EngineRefused, EngineUnavailable;

    /**
     * Plays a prompt and a tone to a waiting customer and records what they say. Told: {@code MessageTaken} when they are
     * done and still there; and {@link EngineListener#recorded} what was said, in either case.
     */
    void takeMessage(UUID call, MessageOrder order) throws EngineRefused, EngineUnavailable;

    /** A call ended that nobody followed: if a message was being taken, what was said is told as {@code recorded}. */
    default void collectMessage(UUID call) {}

    /** Sends keys to the far end of a connected call. Nothing is told. */
    void sendKeys(UUID call, String keys) throws EngineRefused, EngineUnavailable;

    /** Starts, pauses, resumes or ends the recording. Told: {@code RecordingChanged}. */
    void record(UUID call, RecordingState wanted) throws EngineRefused, EngineUnavailable;

    /** Ends the call, in whatever state it is. Told: {@code CallEnded} by {@code CENTRE}. */
    void hangUp(UUID call) throws EngineRefused, EngineUnavailable;

    /**
     * Lets an agent's telephone register with this password until then. Nothing is told; a line that cannot be made is
     * found out by the connect that needs it.
     */
    void openLine(String agent, String password, Instant until) throws EngineRefused;

    /** Takes an agent's line away; a call that it is in goes on. */
    void closeLine(String agent);

    /**
     * Lets a desk telephone register, known by a digest of its password, or no more when that is empty. Nothing is told.
     *
     * @param owner the log-in of whose it is
     */
    default void telephone(String owner, String account, String digest) throws EngineRefused {}

    /** Rings this agent at a desk telephone until then, or until their line is opened or closed. Nothing is told. */
    default void useTelephone(String agent, String account, boolean autoAnswer, Instant until) {}

    /** How agents are reached from now on. Nothing is told. */
    default void voice(boolean opus, boolean keepLegs) {}

    /**
     * Brings a supervisor into a talk, changes how they are in it, or takes them out. Told: {@code Monitored} when they
     * hear and are heard so; with {@code OFF} when they are out, whatever the reason, before anything ends that they
     * heard. One at a time.
     *
     * @throws EngineRefused {@code ILLEGAL_NOW} when no agent talks with this customer
     */
    void monitor(UUID call, String supervisor, MonitorMode mode) throws EngineRefused, EngineUnavailable;

    /** Reaches customers so from now on. Nothing is told; a carrier that cannot be reached is found out by the dial. */
    default void trunk(TrunkOrder order) {}

    /** What stands here, as it is known now. */
    Facts facts();

    /** The calls that live in the engine now, for reconciling. */
    Set<UUID> liveCalls() throws EngineUnavailable;

    /** Lets the engine go. Calls of a real engine live on. */
    @Override
    void close();

    /**
     * A dial.
     *
     * @param number in E.164 form
     * @param ringSeconds give up after so long
     */
    record DialOrder(String number, String callerId, int ringSeconds, boolean detectMachine) {}

    /**
     * An agent at another number than the site's own telephone.
     *
     * @param number in E.164 form
     * @param callerId which of our numbers the agent sees
     * @param ringSeconds give up after so long
     * @param whisper what the agent alone hears first; empty for nothing
     * @param language in which they are asked to press 1; empty: they are not
     */
    record NumberOrder(String agent, String number, String callerId, int ringSeconds, String whisper, String language) {

        public static NumberOrder of(RingNumber ring) {
            return new NumberOrder(
                    ring.agent(), ring.number(), ring.callerId(), ring.ringSeconds(), ring.whisper(), ring.language());
        }
    }

    /** @param mostSeconds how long what is said may be */
    record MessageOrder(String prompt, String language, int mostSeconds) {}

    /**
     * A way to customers.
     *
     * @param host of the carrier; empty: as the engine was started
     * @param user empty where the carrier asks for none
     */
    record TrunkOrder(String host, String user, String password) {

        /** A secret never shows. */
        @Override
        public String toString() {
            return user + "@" + host;
        }
    }

    /**
     * @param version empty as long as it is not known
     * @param trunk whom customers are reached through; empty where that is not known
     * @param trunkState {@code ONLINE} or {@code OFFLINE}; empty where that is not known
     */
    record Facts(String kind, String version, boolean reachable, String trunk, String trunkState) {}

    /**
     * A prompt after which keys are awaited.
     *
     * @param most so many keys are enough; {@code #} ends earlier
     * @param seconds how long after the prompt
     */
    record KeysOrder(String prompt, String text, String language, int most, int seconds) {}
}
