package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.collections.control.StrategyShelf.Published;
import org.fairlead.collections.entity.Course;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Course.Reading;
import org.fairlead.collections.entity.Course.State;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Asks each debt's strategy what is next. A call becomes a lead of the portfolio's campaign, one for each person; what a
 * person does away from the telephone becomes a task. Each decision is on the debt's timeline with the strategy's version.
 */
final class MakeLeads implements NightStep {

    /** The list under which the campaign's page shows them. */
    private static final String LIST = "strategy";

    /**
     * Locked: a debt that is being paid is waited for, and is not offered afterwards. A number that is not to be called is
     * left out, one that was denied for good comes last, or the person's other numbers would never have their turn.
     */
    private static final String OPEN =
            """
            select d.*, p.campaign_id, p.country as portfolio_country, p.validation_days, k.time_zone,
              u.customer_id, u.name as debtor, u.language, u.country, u.city, r.postal_code,
              coalesce(u.reference, u.customer_id::text) as person,
              array(select distinct h.kind from debt_hold h where h.client_id = d.client_id and h.debt_id = d.debt_id
                and h.released_at is null and (h.until is null or h.until > clock_timestamp())) as holds,
              (select max(m.due_on + m.grace_days) from promise m where m.client_id = d.client_id and m.debt_id = d.debt_id
                and m.state = 'STANDING') as promise_until,
              p.allocation_order, p.grace_days, p.tolerance,
              (select t.value from contact_point t
                left join lead l on l.client_id = t.client_id and l.campaign_id = p.campaign_id and l.number = t.value
                where t.client_id = u.client_id and t.customer_id = u.customer_id and t.kind = 'PHONE'
                  and l.state is distinct from 'DO_NOT_CALL'
                order by l.state is not distinct from 'EXHAUSTED' and l.last_outcome is not distinct from 'DENIED',
                  (select count(*) from attempt a where a.client_id = t.client_id and a.number = t.value and a.allowed),
                  t.contact_point_id limit 1) as number
            from debt d
            join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            join client k on k.client_id = d.client_id
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            left join debtor r on r.client_id = u.client_id and r.customer_id = u.customer_id
            where d.client_id = ? and d.debt_id > ? and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
            order by d.debt_id limit ? for share of d
            """;

    private final Connection c;
    private final ClientId client;
    private final LeadOffers leads;
    private final Instant now;
    private final StrategyShelf strategies;
    private final Correspondence letters;

    MakeLeads(Connection c, ClientId client, LeadOffers leads, Instant now) {
        this.c = c;
        this.client = client;
        this.leads = leads;
        this.now = now;
        this.strategies = new StrategyShelf(c, client);
        this.letters = new Correspondence(c, now);
    }

    private record Due(DebtFile debt, @Nullable Offer offer, Reading course, UUID answersFor) {}

    private record Open(
            DebtFile debt,
            double score,
            @Nullable String number,
            @Nullable String language,
            String country,
            @Nullable String city,
            @Nullable String postalCode) {}

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        List<Open> open = Sql.list(c, MakeLeads::open, OPEN, client, after, Math.min(most, 1_000));
        if (open.isEmpty()) {
            return null;
        }
        Map<UUID, List<Done>> done = StrategySteps.done(
                c, client, open.stream().map(one -> one.debt().debtId()).toArray(UUID[]::new));
        Map<UUID, Map<String, List<Due>>> calls = new LinkedHashMap<>();
        for (Open one : open) {
            due(one, day, done.getOrDefault(one.debt().debtId(), List.of())).ifPresent(due -> take(due, calls));
        }
        calls.forEach((campaign, byPerson) -> offer(campaign, byPerson.values()));
        return open.get(open.size() - 1).debt().debtId();
    }

    /** Debts of one person are worked as one. */
    private void take(Due due, Map<UUID, Map<String, List<Due>>> calls) {
        UUID campaign = due.debt().campaignId();
        if (due.offer() == null || campaign == null) {
            String code = step(due.course()).name();
            note(due, write(due) ? Map.of() : Map.of("unwritten", letters.unwritten(due.debt(), code)));
            return;
        }
        calls.computeIfAbsent(campaign, id -> new LinkedHashMap<>())
                .computeIfAbsent(due.debt().person(), person -> new ArrayList<>())
                .add(due);
    }

    /**
     * A letter or a message is written now and sent when it may be; other steps are a person's, and wait on a list.
     *
     * @return false when it was to be written and could not
     */
    private boolean write(Due due) {
        Step step = step(due.course());
        return (step != Step.LETTER && step != Step.MESSAGE)
                || letters.write(due.debt(), new Piece(step.name(), null, null, null, "night"));
    }

    /** The person's largest debt speaks for all; two people with one telephone are one lead, the larger debt's. */
    private void offer(UUID campaign, Collection<List<Due>> people) {
        Map<String, Offer> byNumber = new LinkedHashMap<>();
        people.stream()
                .flatMap(List::stream)
                .map(Due::offer)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Offer::rank))
                .forEach(offer -> byNumber.putIfAbsent(offer.number(), offer));
        UUID answersFor = people.iterator().next().get(0).answersFor();
        Set<String> ready = leads.offer(c, client, campaign, LIST, answersFor, now, List.copyOf(byNumber.values()));
        for (List<Due> debts : people) {
            boolean called = debts.stream()
                    .map(Due::offer)
                    .filter(Objects::nonNull)
                    .anyMatch(offer -> ready.contains(offer.number()) && offer.equals(byNumber.get(offer.number())));
            if (called) {
                debts.forEach(debt -> note(debt, Map.of()));
            }
        }
    }

    private void note(Due due, Map<String, String> more) {
        Reading course = due.course();
        Map<String, String> detail = new HashMap<>(more);
        detail.put("version", Integer.toString(course.version()));
        detail.put("side", course.side().name());
        Segment segment = course.segment();
        detail.put("segment", segment == null ? "" : segment.name());
        detail.put("action", Integer.toString(course.action()));
        detail.put("step", step(course).name());
        TaskBook.want(
                c, due.debt(), step(course), (segment == null ? "" : segment.name()) + " · v" + course.version(), now);
        DebtTimeline.note(c, client, due.debt().debtId(), now, "night", "STEP", detail);
    }

    private Optional<Due> due(Open open, LocalDate day, List<Done> done) {
        DebtFile debt = open.debt();
        Published strategy = strategies.of(debt.portfolioId(), day);
        if (strategy == null) {
            return Optional.empty();
        }
        int days = (int) ChronoUnit.DAYS.between(debt.pastDueSince(), day);
        Facts facts = new Facts(debt.debtId(), days, open.score(), debt.owed());
        Reading course = Course.read(strategy.body(), facts, done, debt.gates(), day, now);
        if (course.state() != State.DUE) {
            return Optional.empty();
        }
        if (step(course) != Step.CALL) {
            return Optional.of(new Due(debt, null, course, strategy.answersFor()));
        }
        Offer offer = debt.campaignId() == null ? null : offer(open);
        // nobody dials it, or there is no number: it stays to be done
        return Optional.ofNullable(offer).map(one -> new Due(debt, one, course, strategy.answersFor()));
    }

    private static Step step(Reading course) {
        Action step = course.step();
        return step == null ? Step.CALL : step.step();
    }

    private static @Nullable Offer offer(Open open) {
        String number = open.number();
        if (number == null) {
            return null;
        }
        DebtFile debt = open.debt();
        long whole = debt.owed().amount().longValue();
        return new Offer(
                number,
                debt.debtor(),
                open.language(),
                open.country(),
                open.city(),
                open.postalCode(),
                debt.person(),
                Map.of("debt", debt.debtId().toString()),
                (int) -Math.min(whole, 1_000_000_000L));
    }

    private static Open open(ResultSet row) throws SQLException {
        Double score = row.getObject("score", Double.class);
        return new Open(
                DebtFile.read(row),
                score == null ? DebtFile.UNSCORED : score,
                row.getString("number"),
                row.getString("language"),
                row.getString("country"),
                row.getString("city"),
                row.getString("postal_code"));
    }
}
