package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.ContactRow;
import org.fairlead.contact.JournalEntry;
import org.fairlead.contact.VoicemailAsked;
import org.fairlead.contact.VoicemailPart;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.routing.DeskChanged;
import org.jspecify.annotations.Nullable;

/**
 * All that one input, or one batch of inputs, leads to: rows to be stored in one transaction, and what may be said
 * once they are. Storing it twice is the same as storing it once.
 */
public final class Effects {

    /** An event for the log of what came from the gateways. */
    public record Logged(int client, GatewayEvent event, String body) {}

    /** A command with its place in the order of all commands. */
    public record Ordered(int client, long position, GatewayCommand command) {}

    /** An attempt that leaves with this batch. */
    public record AttemptSent(int client, UUID attemptId, @Nullable UUID agentId) {}

    /**
     * A customer who hung up to be called when it is their turn.
     *
     * @param id of the contact that will call
     * @param askedIn the contact in which it was asked for
     * @param notBefore the chosen time; null for in line
     */
    public record CallbackAsked(
            int client,
            UUID id,
            UUID askedIn,
            UUID queueId,
            UUID programId,
            @Nullable UUID customerId,
            String number,
            String language,
            String callerId,
            Instant at,
            @Nullable Instant notBefore) {}

    private final List<Logged> events = new ArrayList<>();
    private final Map<UUID, ContactRow> contacts = new LinkedHashMap<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<AgentEventRow> presences = new ArrayList<>();
    private final Map<UUID, AgentSessionRow> sessions = new LinkedHashMap<>();
    private final List<Ordered> commands = new ArrayList<>();
    private final List<GatewayCommand> replies = new ArrayList<>();
    private final List<AttemptSent> attempts = new ArrayList<>();
    private final Map<UUID, DeskChanged> desks = new LinkedHashMap<>();
    private final List<ContactClosed> closed = new ArrayList<>();
    private final List<VoicemailAsked> voicemails = new ArrayList<>();
    private final List<VoicemailPart> messageParts = new ArrayList<>();
    private final List<CallbackAsked> callbacks = new ArrayList<>();
    private @Nullable Object answer;
    private @Nullable RuntimeException refusal;

    public List<Logged> events() {
        return events;
    }

    public Map<UUID, ContactRow> contacts() {
        return contacts;
    }

    public List<JournalEntry> journal() {
        return journal;
    }

    public List<AgentEventRow> presences() {
        return presences;
    }

    public Map<UUID, AgentSessionRow> sessions() {
        return sessions;
    }

    /** Kept until they are sent, and sent again after a crash. */
    public List<Ordered> commands() {
        return commands;
    }

    /** Answers to probes, and what is said again by whoever wants it: not kept. */
    public List<GatewayCommand> replies() {
        return replies;
    }

    public List<AttemptSent> attempts() {
        return attempts;
    }

    public List<VoicemailAsked> voicemails() {
        return voicemails;
    }

    public List<VoicemailPart> messageParts() {
        return messageParts;
    }

    public List<CallbackAsked> callbacks() {
        return callbacks;
    }

    public Map<UUID, DeskChanged> desks() {
        return desks;
    }

    public List<ContactClosed> closed() {
        return closed;
    }

    /** What whoever asked is told after commit. */
    public @Nullable Object answer() {
        return answer;
    }

    public void answer(Object value) {
        answer = value;
    }

    /** Why the input was refused; then there is nothing else. */
    public @Nullable RuntimeException refusal() {
        return refusal;
    }

    void refusal(RuntimeException why) {
        refusal = why;
    }

    /** Whether there is anything to store. */
    public boolean stores() {
        return !(events.isEmpty()
                && contacts.isEmpty()
                && journal.isEmpty()
                && presences.isEmpty()
                && sessions.isEmpty()
                && commands.isEmpty()
                && voicemails.isEmpty()
                && messageParts.isEmpty()
                && callbacks.isEmpty()
                && attempts.isEmpty());
    }

    /** Adds what came after this. Rows that stand for a present state replace the older ones. */
    public void add(Effects later) {
        events.addAll(later.events);
        contacts.putAll(later.contacts);
        journal.addAll(later.journal);
        presences.addAll(later.presences);
        sessions.putAll(later.sessions);
        commands.addAll(later.commands);
        replies.addAll(later.replies);
        attempts.addAll(later.attempts);
        voicemails.addAll(later.voicemails);
        messageParts.addAll(later.messageParts);
        callbacks.addAll(later.callbacks);
        desks.putAll(later.desks);
        closed.addAll(later.closed);
    }
}
