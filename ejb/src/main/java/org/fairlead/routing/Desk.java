package org.fairlead.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do at the desktop. Each call is decided by the engine's one writer and returns when the decision
 * is committed; it answers with the desk as it is then. Role: agent.
 *
 * <p>A contact that never was at the caller's hand is {@link org.fairlead.shared.NotFound}, and asking for it leaves an
 * audit entry; one that was, and is not any more, is {@link org.fairlead.shared.Refused} {@code desk.too-late}, as is an
 * action that the contact's state does not allow, {@code desk.not-now}.
 */
public interface Desk {

    /**
     * Begins the agent's live session, or moves it here: an older session is superseded (its page learns it from
     * {@link DeskChanged#sessionId()}). Called again by the same session, after a reload or a broken connection, it
     * changes nothing. A new session begins {@link Presence#AWAY}: the agent says when they are ready.
     */
    DeskState open(String sessionId);

    /**
     * The live connection of the session broke. Nothing new is offered; without an {@link #open} within the time of
     * grace the agent goes offline. A session that was superseded meanwhile changes nothing.
     */
    void lost(String sessionId);

    /** Ends the session: presence goes offline; a contact at hand stays until it is closed or times out. */
    void leave(String sessionId);

    /** Chooses a presence. With a contact at hand it is kept as the next one, and begins when the contact is closed. */
    DeskState present(Presence wanted, @Nullable String reason);

    DeskState accept(UUID contactId);

    DeskState refuse(UUID contactId);

    DeskState hold(UUID contactId, boolean on);

    DeskState mute(UUID contactId, boolean on);

    DeskState record(UUID contactId, boolean on);

    DeskState sendKeys(UUID contactId, String keys);

    DeskState transfer(UUID contactId, TransferKind kind, String target);

    /** Where the contact at hand can go: queues of its client, and colleagues who are free and serve that client. */
    List<Target> targets(UUID contactId);

    /**
     * @param target a queue's code or a colleague's log-in
     * @param waiting customers in the queue, -1 for a colleague
     * @param ready agents who are free for it
     */
    record Target(String target, String name, int waiting, int ready) {}

    DeskState hangUp(UUID contactId);

    /**
     * The contact is about to end. Says nothing to the customer and nothing to the journal: pacing counts on the agent
     * sooner than on others. Once for each contact; a second time changes nothing but the instant.
     */
    DeskState finishing(UUID contactId);

    /** Dials the lead that is shown for preview. */
    DeskState dialPreview(UUID contactId);

    /** Puts the previewed lead back with a reason. */
    DeskState skipPreview(UUID contactId, String reason);

    /**
     * Closes the contact with a disposition; the agent is ready for the next one. A lead that was dialled and not reached
     * needs none: {@code NONE}.
     *
     * @param callback what was promised, for dispositions of category CALLBACK
     */
    DeskState close(UUID contactId, String disposition, String note, @Nullable Promised callback);

    /**
     * A callback.
     *
     * @param at when the customer asked to be called
     * @param mine whether the agent who promised it is to make it, as long as that agent is at work
     */
    record Promised(Instant at, boolean mine) {}
}
