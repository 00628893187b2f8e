package org.fairlead.jms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/**
 * What the centre asks of a gateway. Delivered at least once: a gateway carries out each command id at most once, and
 * none after its {@code expiresAt} or with a {@code fence} below the highest that it has seen.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = GatewayCommand.Dial.class, name = "Dial"),
    @Type(value = GatewayCommand.Connect.class, name = "Connect"),
    @Type(value = GatewayCommand.RingNumber.class, name = "RingNumber"),
    @Type(value = GatewayCommand.Hold.class, name = "Hold"),
    @Type(value = GatewayCommand.Resume.class, name = "Resume"),
    @Type(value = GatewayCommand.Mute.class, name = "Mute"),
    @Type(value = GatewayCommand.Transfer.class, name = "Transfer"),
    @Type(value = GatewayCommand.Play.class, name = "Play"),
    @Type(value = GatewayCommand.CollectKeys.class, name = "CollectKeys"),
    @Type(value = GatewayCommand.TakeMessage.class, name = "TakeMessage"),
    @Type(value = GatewayCommand.SendKeys.class, name = "SendKeys"),
    @Type(value = GatewayCommand.RecordCall.class, name = "RecordCall"),
    @Type(value = GatewayCommand.HangUp.class, name = "HangUp"),
    @Type(value = GatewayCommand.Withdraw.class, name = "Withdraw"),
    @Type(value = GatewayCommand.OpenLine.class, name = "OpenLine"),
    @Type(value = GatewayCommand.CloseLine.class, name = "CloseLine"),
    @Type(value = GatewayCommand.SetTelephone.class, name = "SetTelephone"),
    @Type(value = GatewayCommand.UseTelephone.class, name = "UseTelephone"),
    @Type(value = GatewayCommand.SetVoice.class, name = "SetVoice"),
    @Type(value = GatewayCommand.Monitor.class, name = "Monitor"),
    @Type(value = GatewayCommand.SetTrunk.class, name = "SetTrunk"),
    @Type(value = GatewayCommand.ReportLiveCalls.class, name = "ReportLiveCalls"),
    @Type(value = GatewayCommand.ProbeReply.class, name = "ProbeReply")
})
public sealed interface GatewayCommand {

    /** The head that every command carries. */
    Head head();

    /**
     * @param id of the command, the same whenever it is sent again
     * @param gateway whom it is for
     * @param call which call; for gateway-wide commands the id of the command
     * @param fence the centre's epoch: an owner that was replaced cannot command any more
     * @param expiresAt after this instant it is refused with {@link GatewayEvent.RefusalReason#EXPIRED}
     */
    record Head(UUID id, String gateway, UUID call, long fence, Instant expiresAt) {}

    /**
     * Call a customer.
     *
     * @param number in E.164 form
     * @param ringSeconds give up after so long
     */
    record Dial(Head head, String number, String callerId, int ringSeconds, boolean detectMachine)
            implements GatewayCommand {}

    /**
     * Bridge the customer to an agent.
     *
     * @param agent the agent's login
     * @param whisper call type that the agent alone hears first; empty for none
     */
    record Connect(Head head, String agent, String whisper) implements GatewayCommand {}

    /**
     * Bridge the customer to an agent who does not answer at the desk, at another number of theirs. Told as {@link Connect}
     * is. Who answers there presses 1 to take the call, where that is asked: what answers by itself never has the customer.
     *
     * @param number in E.164 form
     * @param callerId which of our numbers the agent sees
     * @param ringSeconds give up after so long
     * @param whisper call type that the agent alone hears first; empty for none
     * @param language in which it is asked; empty: it is not, as of a number that is no person's own
     */
    record RingNumber(
            Head head, String agent, String number, String callerId, int ringSeconds, String whisper, String language)
            implements GatewayCommand {

        /** So long the question and the wait for the key may take. */
        public static final int CONFIRM_SECONDS = 20;
    }

    record Hold(Head head) implements GatewayCommand {}

    record Resume(Head head) implements GatewayCommand {}

    /** Silences the agent's leg towards the customer, or lifts it. */
    record Mute(Head head, boolean on) implements GatewayCommand {}

    /**
     * Hands a connected customer over.
     *
     * @param target a number in E.164 form, an agent's login, or {@link #CENTRE}: the agent is taken out, told by
     *     {@link GatewayEvent.AgentLeft} alone, and the customer waits for the centre's next command
     */
    record Transfer(Head head, TransferKind kind, String target) implements GatewayCommand {

        /** Target of a blind transfer that gives the customer back to the centre, which then chooses another agent. */
        public static final String CENTRE = "centre";
    }

    /**
     * Plays a prompt to the customer; a running one ends.
     *
     * @param repeat true for music and announcements that go on until the next command
     */
    record Play(Head head, String prompt, String language, boolean repeat) implements GatewayCommand {}

    /**
     * Plays a prompt and collects keys until {@code most} are in, {@code #} is pressed or the time is over.
     *
     * @param text to be spoken in place of a recorded prompt; empty for none
     */
    record CollectKeys(Head head, String prompt, String text, String language, int most, int seconds)
            implements GatewayCommand {}

    /**
     * Plays a prompt and a tone to a waiting customer and records what they say, until they hang up, press {@code #}, fall
     * silent or the time is over. {@link GatewayEvent.MessageTaken} tells the end while the customer is still there; what
     * was said follows as {@link GatewayEvent.MessagePart}, also when they hung up.
     */
    record TakeMessage(Head head, String prompt, String language, int mostSeconds) implements GatewayCommand {}

    /** Sends keys to the far end, as the agent's keypad does. */
    record SendKeys(Head head, String keys) implements GatewayCommand {}

    record RecordCall(Head head, GatewayEvent.RecordingState wanted) implements GatewayCommand {}

    record HangUp(Head head) implements GatewayCommand {}

    /**
     * Takes a dial back that nobody has answered: one that has not begun never begins and is refused as
     * {@link GatewayEvent.RefusalReason#EXPIRED}, one that rings ends. Sent with a higher priority than other commands, so
     * that it overtakes the dial where that still waits.
     */
    record Withdraw(Head head) implements GatewayCommand {}

    /**
     * Lets an agent's telephone register at the site's engine with this password, until then; what was sent last
     * counts. A gateway keeps it in memory alone: whoever reports live calls is told all open lines anew.
     *
     * @param agent the agent's login
     */
    record OpenLine(Head head, String agent, String password, Instant until) implements GatewayCommand {

        /** A secret never shows. */
        @Override
        public String toString() {
            return "OpenLine[" + head + ", " + agent + ", until " + until + "]";
        }
    }

    /** Takes an agent's line away; a call that it is in goes on. */
    record CloseLine(Head head, String agent) implements GatewayCommand {}

    /**
     * Lets a desk telephone register at the site's engine; what was sent last counts. A gateway keeps it in memory alone:
     * whoever reports live calls is told all of its site's anew.
     *
     * @param agent the log-in of whose it is
     * @param account with which it registers
     * @param digest MD5 of {@code account:}{@link #REALM}{@code :password}, in hexadecimal; empty: it registers no more
     */
    record SetTelephone(Head head, String agent, String account, String digest) implements GatewayCommand {

        /** For which a desk telephone's password is good. */
        public static final String REALM = "fairlead";

        /** A secret never shows. */
        @Override
        public String toString() {
            return "SetTelephone[" + head + ", " + agent + ", " + account + (digest.isEmpty() ? ", no more]" : "]");
        }
    }

    /**
     * An agent's calls ring at this desk telephone in place of the browser, until then or until the line is closed.
     *
     * @param autoAnswer the telephone is asked to pick up by itself
     */
    record UseTelephone(Head head, String agent, String account, boolean autoAnswer, Instant until)
            implements GatewayCommand {}

    /**
     * How the site's agents are reached from now on; what was sent last counts. Without it a gateway goes by what it was
     * started with.
     *
     * @param opus browsers are offered Opus before G.711
     * @param keepLegs an agent's leg is made when they come and stays up over the shift
     */
    record SetVoice(Head head, boolean opus, boolean keepLegs) implements GatewayCommand {}

    /**
     * A supervisor hears a talk, speaks to its agent alone, or takes part. Told as {@link GatewayEvent.Monitored}; it ends
     * with the agent's part in the call.
     *
     * @param supervisor the log-in, whose telephone is rung
     */
    record Monitor(Head head, String supervisor, GatewayEvent.MonitorMode mode) implements GatewayCommand {}

    /**
     * How the site reaches its customers from now on; what was sent last counts. A gateway keeps it in memory alone:
     * whoever reports live calls is told it anew.
     *
     * @param host of the carrier, with its port where it is not 5060; empty: what the gateway was started with
     * @param user of the account with the carrier; empty where the carrier knows the site by its address
     * @param callsPerSecond how many calls may begin in a second; 0 for no limit
     * @param channels how many calls may live at once; 0 for no limit
     */
    record SetTrunk(Head head, String host, String user, String password, int callsPerSecond, int channels)
            implements GatewayCommand {

        /** A secret never shows. */
        @Override
        public String toString() {
            return "SetTrunk[" + head + ", " + user + "@" + host + ", " + callsPerSecond + "/s, " + channels + "]";
        }
    }

    record ReportLiveCalls(Head head) implements GatewayCommand {}

    record ProbeReply(Head head, int sequence) implements GatewayCommand {}

    enum TransferKind {
        BLIND,
        CONSULT,
        CONSULT_COMPLETE,
        CONSULT_CANCEL,
        /** The customer comes into the consultation: all three talk. Nothing is told of it. */
        CONSULT_JOIN
    }
}
