package org.fairlead.routing.entity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.contact.ContactEventKind;
import org.fairlead.contact.JournalEntry;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.Presence;
import org.jspecify.annotations.Nullable;

/** One input on its way: the floor that it changes, the instant at which it does, and the effects it gathers. */
final class Step {

    private static final Duration TOLD_LIFE = Duration.ofMinutes(1);

    final Floor floor;
    final Known known;
    final Instant now;
    final Effects effects = new Effects();
    private final Set<LiveContact> changedContacts = new LinkedHashSet<>();
    private final Set<LiveAgent> changedSessions = new LinkedHashSet<>();
    private final Set<LiveAgent> changedDesks = new LinkedHashSet<>();

    Step(Floor floor, Known known, Instant now) {
        this.floor = floor;
        this.known = known;
        this.now = now;
    }

    /** When a gateway's event counts as having happened: not in our future, not before what is journalled already. */
    Instant at(LiveContact contact, Instant reported) {
        Instant at = reported.isAfter(now) ? now : reported;
        return at.isBefore(contact.lastAt) ? contact.lastAt : at;
    }

    void journal(LiveContact contact, ContactEventKind kind, Instant reported, Map<String, Object> detail) {
        Instant at = at(contact, reported);
        contact.lastAt = at;
        contact.position++;
        effects.journal()
                .add(new JournalEntry(
                        contact.client,
                        contact.id,
                        contact.position,
                        at,
                        kind,
                        contact.programId,
                        contact.queueId,
                        contact.campaignId,
                        contact.agentId,
                        detail));
        changed(contact);
    }

    void journal(LiveContact contact, ContactEventKind kind) {
        journal(contact, kind, now, Map.of());
    }

    /** The contact's row is written, and its agent's desk pushed. */
    void changed(LiveContact contact) {
        changedContacts.add(contact);
        LiveAgent agent = floor.agentOf(contact);
        if (agent != null) {
            changedDesks.add(agent);
        }
    }

    /** The agent's session is written and the desk pushed, without a new presence. */
    void changed(LiveAgent agent) {
        changedSessions.add(agent);
        changedDesks.add(agent);
    }

    /** The desk alone is pushed. */
    void desk(LiveAgent agent) {
        changedDesks.add(agent);
    }

    /** A new presence begins: journalled, and the router knows. */
    void presence(LiveAgent agent, Presence presence, @Nullable String reason, @Nullable LiveContact atHand) {
        agent.presence = presence;
        agent.reason = reason;
        agent.since = now;
        agent.contactId = atHand == null ? null : atHand.id;
        agent.clientId = agent.attributedClient(atHand == null ? 0 : atHand.client);
        agent.position++;
        effects.presences()
                .add(new AgentEventRow(
                        agent.clientId, agent.id(), agent.position, now, presence.name(), reason, agent.contactId));
        floor.announce(agent);
        changed(agent);
    }

    void deadline(Deadline.Kind kind, UUID subject, Duration after, long token) {
        floor.deadlines.add(new Deadline(now.plus(after), kind, subject, token));
    }

    void deadline(Deadline.Kind kind, UUID subject, Instant at, long token) {
        floor.deadlines.add(new Deadline(at, kind, subject, token));
    }

    /** A command about a call; its id is new. */
    void command(LiveContact contact, Duration life, Function<GatewayCommand.Head, GatewayCommand> make) {
        long position = floor.nextNumber();
        command(contact, "n/" + position, position, now.plus(life), make);
    }

    /** A command whose id follows from what it is for, so that its refusal can be told from others'. */
    void command(
            LiveContact contact,
            String purpose,
            long position,
            Instant expiresAt,
            Function<GatewayCommand.Head, GatewayCommand> make) {
        var head =
                new GatewayCommand.Head(idOf(contact.id, purpose), contact.gateway, contact.id, floor.epoch, expiresAt);
        effects.commands().add(new Effects.Ordered(contact.client, position, make.apply(head)));
    }

    /** Something for a gateway that is not kept. */
    void tell(String gateway, Function<GatewayCommand.Head, GatewayCommand> make) {
        UUID id = idOf(new UUID(floor.epoch, floor.nextNumber()), gateway);
        effects.replies().add(make.apply(new GatewayCommand.Head(id, gateway, id, floor.epoch, now.plus(TOLD_LIFE))));
    }

    static UUID idOf(UUID call, String purpose) {
        return UUID.nameUUIDFromBytes((call + "/" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    /** Turns all that changed into rows and pushes. */
    Effects finish() {
        for (LiveContact contact : changedContacts) {
            effects.contacts().put(contact.id, contact.row());
        }
        for (LiveAgent agent : changedSessions) {
            effects.sessions().put(agent.id(), agent.row());
        }
        for (LiveAgent agent : changedDesks) {
            agent.version = floor.nextNumber();
            var desk = DeskView.of(floor, agent, now);
            effects.desks().put(agent.id(), new DeskChanged(agent.id(), agent.facts.login(), agent.sessionId, desk));
        }
        return effects;
    }
}
