package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.routing.OutboundCall;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.routing.entity.acd.MissCost;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to the engine, but for the passing of time. */
public sealed interface Input {

    /** Events of one gateway, in order. */
    record Heard(List<HeardEvent> events) implements Input {}

    /** @param body the event as text, as the log keeps it */
    record HeardEvent(GatewayEvent event, String body) {}

    /** An agent did something at the desk. */
    record Act(String login, DeskAction action) implements Input {}

    record Place(OutboundCall call) implements Input {}

    /** The person is not to be called any more. */
    record Withdraw(int client, UUID attempt) implements Input {}

    record ShowPreview(OutboundCall call) implements Input {}

    /**
     * Says something to a gateway that need not outlive a crash, because whoever wants it says it again.
     *
     * @param desk that must be its agent's live one, or it is refused; null when it is about none
     * @param command makes it from its head
     */
    record Tell(String gateway, @Nullable Desk desk, Function<GatewayCommand.Head, GatewayCommand> command)
            implements Input {

        public Tell(String gateway, Function<GatewayCommand.Head, GatewayCommand> command) {
            this(gateway, null, command);
        }
    }

    /**
     * An agent's desktop.
     *
     * @param picksUp its calls ring at a telephone that is picked up: that is the answer, and no other is asked for
     */
    record Desk(String login, String sessionId, boolean picksUp) {

        public Desk(String login, String sessionId) {
            this(login, sessionId, false);
        }
    }

    /** Something was edited: this is how everything is set up now. */
    record SetUp(Reference reference) implements Input {}

    /** What a miss costs in each programme from now on; one that is not named costs nothing. */
    record Price(Map<UUID, MissCost> prices) implements Input {}

    /** Whoever may take calls of these programmes dials for nobody from now on. */
    record Keep(Set<UUID> programs) implements Input {}

    /** A supervisor comes into a talk, changes how they are in it, or leaves. */
    record Monitor(UUID contact, String supervisor, MonitorMode mode) implements Input {}

    /** A supervisor takes back a wish to be called. */
    record CancelCallback(UUID contact, String supervisor) implements Input {}

    /** A supervisor puts an agent right who is stuck just so. */
    record Repair(Stuck seen) implements Input {}

    /** What an agent can do. */
    sealed interface DeskAction {

        /** Which contact it is about; null for what an agent does without one. */
        default @Nullable UUID contact() {
            return null;
        }

        record Open(String sessionId) implements DeskAction {}

        record Lost(String sessionId) implements DeskAction {}

        record Leave(String sessionId) implements DeskAction {}

        record Look() implements DeskAction {}

        record Present(Presence wanted, @Nullable String reason) implements DeskAction {}

        record Accept(UUID contact) implements DeskAction {}

        record Refuse(UUID contact) implements DeskAction {}

        record Hold(UUID contact, boolean on) implements DeskAction {}

        record Mute(UUID contact, boolean on) implements DeskAction {}

        record Tape(UUID contact, boolean on) implements DeskAction {}

        record SendKeys(UUID contact, String keys) implements DeskAction {}

        record Transfer(UUID contact, TransferKind kind, String target) implements DeskAction {}

        record HangUp(UUID contact) implements DeskAction {}

        /** The contact is about to end: pacing may count on the agent soon. */
        record Finishing(UUID contact) implements DeskAction {}

        record DialPreview(UUID contact) implements DeskAction {}

        record SkipPreview(UUID contact, String reason) implements DeskAction {}

        /**
         * The customer whose turn it is to be called back is dialled, or may not be.
         *
         * @param allowed what the outreach decision said
         * @param nextAllowed when it may say something else; null when allowed, or never
         */
        record CallBack(UUID contact, boolean allowed, @Nullable Instant nextAllowed) implements DeskAction {}

        record Close(UUID contact, String disposition, String note, @Nullable Instant callbackAt, boolean callbackMine)
                implements DeskAction {}
    }
}
