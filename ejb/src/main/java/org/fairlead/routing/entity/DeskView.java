package org.fairlead.routing.entity;

import java.time.Instant;
import org.fairlead.customer.MaskedNumber;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.DeskState.DeskContact;
import org.jspecify.annotations.Nullable;

/** What an agent's desktop shows, from what is in memory. */
final class DeskView {

    /** Time to read why nobody was there. */
    private static final int FAILED_DIAL_SECONDS = 8;

    private static final String NO_COLOUR = "#5b6472";

    private DeskView() {}

    static DeskState of(Floor floor, LiveAgent agent, Instant now) {
        LiveContact contact = floor.contactOf(agent);
        return new DeskState(
                agent.version,
                agent.presence,
                agent.reason,
                agent.since,
                now,
                agent.next,
                contact == null ? null : contact(floor.reference, agent.facts.siteId(), contact),
                agent.consulted == null ? null : agent.consulted.shown());
    }

    private static DeskContact contact(Reference reference, int site, LiveContact contact) {
        var program = contact.programId == null ? null : reference.programs().get(contact.programId);
        return new DeskContact(
                contact.id,
                contact.client,
                phase(contact),
                contact.direction,
                reference.clients().getOrDefault(contact.client, ""),
                program == null ? "" : program.name(),
                contact.handling.terms().origin(),
                contact.label,
                contact.language,
                program == null ? "" : program.mark(),
                program == null ? NO_COLOUR : program.accent(),
                program == null ? NO_COLOUR : program.accentDark(),
                MaskedNumber.of(contact.remote, reference.shown(contact.client, site)),
                contact.call.held(),
                contact.muted,
                contact.call.recording().name(),
                contact.handling.consulted(),
                contact.queuedAt == null ? contact.offeredAt : contact.queuedAt,
                contact.connectedAt,
                offerEnds(contact),
                wrapUpEnds(contact),
                contact.outcome == null ? null : contact.outcome.name());
    }

    static String phase(LiveContact contact) {
        return switch (contact.state) {
            case RESERVED -> contact.previewed() ? "PREVIEW" : "OFFERED";
            case OFFERED, QUEUED, CONNECTING -> contact.rings() ? "RINGING" : "CONNECTING";
            case CONNECTED -> "CONNECTED";
            case WRAP_UP, ENDED -> "WRAP_UP";
        };
    }

    private static @Nullable Instant offerEnds(LiveContact contact) {
        if (contact.state != LiveContact.State.RESERVED || contact.reservedAt == null) {
            return null;
        }
        int seconds = contact.previewed()
                ? contact.handling.terms().previewSeconds()
                : contact.handling.terms().reservationSeconds();
        return contact.reservedAt.plusSeconds(seconds);
    }

    static @Nullable Instant wrapUpEnds(LiveContact contact) {
        if (contact.state != LiveContact.State.WRAP_UP || contact.endedAt == null) {
            return null;
        }
        int seconds = contact.handling.terms().wrapUpSeconds();
        return contact.endedAt.plusSeconds(
                contact.connectedAt == null ? Math.min(seconds, FAILED_DIAL_SECONDS) : seconds);
    }
}
