package org.fairlead.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevel;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.FaultView;
import org.fairlead.campaign.LeadListView;
import org.fairlead.client.ClientView;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.contact.Contacts.ContactEventLine;
import org.jspecify.annotations.Nullable;

/**
 * What the integration API answers with. Other companies' programmes read it: fields are added, none is renamed or taken
 * away inside version 1. The document {@code openapi.json} describes each, and a test compares both.
 */
final class IntegrationViews {

    private IntegrationViews() {}

    /**
     * A page of something.
     *
     * @param first the place of the first item, from 0
     * @param more whether there is another page after this one
     */
    record Page<T>(int first, boolean more, List<T> items) {

        /** @param found one more than asked for, where there is more */
        static <T> Page<T> of(int first, int most, List<T> found) {
            boolean more = found.size() > most;
            return new Page<>(first, more, more ? found.subList(0, most) : found);
        }
    }

    record Client(int client, String code, String name, String country, String timeZone, boolean active) {
        static Client of(ClientView view) {
            return new Client(
                    view.id().value(),
                    view.code(),
                    view.name(),
                    view.country(),
                    view.timeZone().getId(),
                    view.active());
        }
    }

    record Programme(UUID programme, int client, String code, String name, String kind, List<String> languages) {
        static Programme of(ProgramView view) {
            return new Programme(
                    view.id(),
                    view.client().value(),
                    view.code(),
                    view.name(),
                    view.kind().name(),
                    view.languages());
        }
    }

    record Queue(UUID queue, String code, String name, boolean open, List<String> numbers) {
        static Queue of(QueueView view) {
            return new Queue(
                    view.id(),
                    view.code(),
                    view.name(),
                    view.open(),
                    view.numbers().stream().map(QueueView.NumberView::number).toList());
        }
    }

    /** @param percent null where nothing is agreed on, or nobody has called */
    record Interval(
            Instant from,
            Instant until,
            long offered,
            long answered,
            long abandoned,
            long averageWaitSeconds,
            @Nullable BigDecimal percent) {
        static Interval of(ServiceLevelDay.Interval interval) {
            return new Interval(
                    interval.from(),
                    interval.until(),
                    interval.counts().offered(),
                    interval.counts().answered(),
                    interval.counts().abandoned(),
                    interval.counts().averageWaitSeconds(),
                    percentOf(interval.level()));
        }
    }

    /** @param formula the agreement's, null without one */
    record Level(
            UUID programme,
            int client,
            LocalDate date,
            String timeZone,
            @Nullable String formula,
            @Nullable BigDecimal targetPercent,
            @Nullable BigDecimal percent,
            long numerator,
            long denominator,
            long offered,
            long answered,
            long abandoned,
            long waiting,
            long averageWaitSeconds,
            Instant asOf,
            List<Interval> intervals) {
        static Level of(ServiceLevelDay day) {
            var agreement = day.agreement();
            var level = day.level();
            return new Level(
                    day.programId(),
                    day.client().value(),
                    day.date(),
                    day.zone().getId(),
                    agreement == null ? null : agreement.formula().name(),
                    agreement == null ? null : agreement.targetPercent(),
                    percentOf(level),
                    level == null ? 0 : level.numerator(),
                    level == null ? 0 : level.denominator(),
                    day.counts().offered(),
                    day.counts().answered(),
                    day.counts().abandoned(),
                    day.counts().waiting(),
                    day.counts().averageWaitSeconds(),
                    day.asOf(),
                    day.intervals().stream().map(Interval::of).toList());
        }
    }

    record Contact(
            UUID contact, Instant clockStartedAt, @Nullable Instant decidedAt, boolean answered, Set<Part> parts) {
        static Contact of(CountedContact contact) {
            return new Contact(
                    contact.contactId(),
                    contact.clockStartedAt(),
                    contact.decidedAt(),
                    contact.answered(),
                    contact.parts());
        }
    }

    record ContactEvent(int position, Instant at, String kind, @Nullable String agent, Map<String, String> detail) {
        static ContactEvent of(ContactEventLine line) {
            return new ContactEvent(line.position(), line.at(), line.kind().name(), line.agentName(), line.detail());
        }
    }

    record Campaign(
            UUID campaign,
            int client,
            UUID programme,
            String code,
            String name,
            String mode,
            String state,
            int leads,
            int ready,
            int callbacks,
            int done,
            int exhausted,
            int doNotCall) {
        static Campaign of(CampaignView view) {
            var counts = view.counts();
            return new Campaign(
                    view.campaignId(),
                    view.client().value(),
                    view.programId(),
                    view.code(),
                    view.name(),
                    view.mode().name(),
                    view.state(),
                    counts.leads(),
                    counts.ready(),
                    counts.callbacks(),
                    counts.done(),
                    counts.exhausted(),
                    counts.doNotCall());
        }
    }

    record LeadList(
            UUID list,
            UUID campaign,
            String name,
            Instant uploadedAt,
            String state,
            boolean allOrNone,
            int percent,
            int rowsRead,
            int rowsLoaded,
            int rowsUpdated,
            int rowsBad,
            @Nullable String reason) {
        static LeadList of(LeadListView view) {
            return new LeadList(
                    view.listId(),
                    view.campaignId(),
                    view.name(),
                    view.uploadedAt(),
                    view.state(),
                    view.allOrNone(),
                    view.percent(),
                    view.rowsRead(),
                    view.rowsLoaded(),
                    view.rowsUpdated(),
                    view.rowsBad(),
                    view.reason());
        }
    }

    record RowFault(int line, String column, String reason, String value) {
        static RowFault of(FaultView view) {
            return new RowFault(view.line(), view.column(), view.reason(), view.value());
        }
    }

    record Uploaded(UUID list) {}

    private static @Nullable BigDecimal percentOf(@Nullable ServiceLevel level) {
        return level == null ? null : level.percent();
    }
}
