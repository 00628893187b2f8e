package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.control.DraftBook.InForce;
import org.fairlead.collections.control.DraftBook.Kind;
import org.fairlead.collections.entity.Score;
import org.fairlead.collections.entity.Score.Scored;
import org.fairlead.collections.entity.ScoreFact;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Scores the open debts by the table that is in force, with what each score is made of. A score that is the same stays as it
 * is; once a month and version each is kept, so that what it foretold can be held against what came.
 */
final class WorkOutScores implements NightStep {

    private static final int AT_ONCE = 5_000;

    private static final String DEBTS =
            """
            select d.debt_id, d.portfolio_id, d.past_due_since, d.currency, d.costs + d.fees + d.interest + d.principal as owed,
              d.score, d.score_version, x.placed, x.collected, x.payments, m.kept, m.broken, k.right_party, s.calls,
              t.phone, t.email, o.others,
              exists (select 1 from debt_hold h where h.client_id = d.client_id and h.debt_id = d.debt_id
                and h.kind = 'DISPUTE') as disputed
            from debt d
            left join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            cross join lateral (select -coalesce(sum(g.placed), 0) as placed, coalesce(sum(g.collected), 0) as collected,
                count(*) filter (where g.kind = 'PAYMENT' and g.value_date > ?::date - 90) as payments
              from debt_posting g where g.client_id = d.client_id and g.debt_id = d.debt_id) x
            cross join lateral (select count(*) filter (where p.state = 'KEPT') as kept,
                count(*) filter (where p.state = 'BROKEN') as broken
              from promise p where p.client_id = d.client_id and p.debt_id = d.debt_id) m
            cross join lateral (select count(*) as right_party from debtor_check c where c.client_id = y.client_id
              and c.customer_id = y.customer_id and c.passed_at is not null) k
            cross join lateral (select count(*) as calls from debt_event e where e.client_id = d.client_id
              and e.debt_id = d.debt_id and e.kind = 'STEP' and e.detail ->> 'step' = 'CALL') s
            cross join lateral (select coalesce(bool_or(t.kind = 'PHONE'), false) as phone,
                coalesce(bool_or(t.kind = 'EMAIL'), false) as email
              from contact_point t where t.client_id = y.client_id and t.customer_id = y.customer_id) t
            cross join lateral (select count(*) as others from debt_party z join debt w on w.client_id = z.client_id
                and w.debt_id = z.debt_id
              where z.client_id = y.client_id and z.customer_id = y.customer_id and z.role = 'DEBTOR' and z.debt_id <> d.debt_id
                and w.status not in ('PAID','SETTLED','RECALLED','CLOSED')) o
            where d.client_id = ? and d.debt_id > ? and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
              and d.portfolio_id = any (?)
            order by d.debt_id limit ?
            """;

    private static final String STORE =
            """
            with scored as (
              select x.debt, x.score::double precision as score, x.version, x.reasons::jsonb as reasons
              from unnest(?::uuid[], ?::text[], ?::integer[], ?::text[]) as x(debt, score, version, reasons)),
            kept as (
              insert into debt_score (client_id, debt_id, portfolio_id, scored_on, version, score)
              select d.client_id, d.debt_id, d.portfolio_id, ?::date, s.version, s.score
              from scored s join debt d on d.client_id = ? and d.debt_id = s.debt
              where not exists (select 1 from debt_score b where b.client_id = d.client_id and b.debt_id = d.debt_id
                and b.version = s.version and b.scored_on >= date_trunc('month', ?::date)::date)
              on conflict do nothing)
            update debt set score = s.score, score_version = s.version, score_reasons = s.reasons, scored_on = ?::date
            from scored s where debt.client_id = ? and debt.debt_id = s.debt
              and (debt.score is distinct from s.score or debt.score_version is distinct from s.version)
            """;

    private final Connection c;
    private final ClientId client;
    private final Map<UUID, Optional<Score>> tables = new HashMap<>();

    WorkOutScores(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    private record Known(UUID debt, UUID portfolio, Map<String, Double> facts) {}

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        UUID[] portfolios = withTable(day);
        if (portfolios.length == 0) {
            return null;
        }
        List<Known> debts =
                Sql.list(c, row -> known(row, day), DEBTS, day, client, after, portfolios, Math.min(most, AT_ONCE));
        if (debts.isEmpty()) {
            return null;
        }
        store(debts, day);
        return debts.get(debts.size() - 1).debt();
    }

    private UUID[] withTable(LocalDate day) {
        return Sql.list(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select distinct portfolio_id from score_table where client_id = ? and state = 'PUBLISHED'",
                        client)
                .stream()
                .filter(portfolio -> table(portfolio, day).isPresent())
                .toArray(UUID[]::new);
    }

    private Optional<Score> table(UUID portfolio, LocalDate day) {
        return tables.computeIfAbsent(portfolio, id -> DraftBook.inForce(c, Kind.SCORE, client, id, day)
                .map(InForce::body)
                .map(body -> Json.read(body, Score.class)));
    }

    private void store(List<Known> debts, LocalDate day) {
        List<UUID> ids = new ArrayList<>();
        List<String> scores = new ArrayList<>();
        List<Integer> versions = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Known one : debts) {
            Scored scored = table(one.portfolio(), day).orElseThrow().of(one.facts());
            ids.add(one.debt());
            scores.add(Double.toString(scored.probability()));
            versions.add(scored.version());
            reasons.add(Json.write(scored.parts()));
        }
        Sql.update(
                c,
                STORE,
                ids.toArray(UUID[]::new),
                scores.toArray(String[]::new),
                versions.toArray(Integer[]::new),
                reasons.toArray(String[]::new),
                day,
                client,
                day,
                day,
                client);
    }

    private static Known known(ResultSet row, LocalDate day) throws SQLException {
        Map<String, Double> facts = new HashMap<>();
        LocalDate since = Objects.requireNonNull(row.getObject("past_due_since", LocalDate.class));
        long months = Math.max(0, ChronoUnit.DAYS.between(since, day)) / 30;
        double owed = new Money(row.getLong("owed"), row.getString("currency"))
                .amount()
                .doubleValue();
        long placed = row.getLong("placed");
        put(facts, ScoreFact.MONTHS_PAST_DUE, (double) months);
        put(facts, ScoreFact.OWED_LOG, Math.log10(Math.max(1, owed)));
        put(facts, ScoreFact.PAID_SHARE, placed <= 0 ? 0 : (double) row.getLong("collected") / placed);
        put(facts, ScoreFact.PAYMENTS_90, (double) row.getLong("payments"));
        put(facts, ScoreFact.PROMISES_KEPT, (double) row.getLong("kept"));
        put(facts, ScoreFact.PROMISES_BROKEN, (double) row.getLong("broken"));
        put(facts, ScoreFact.RIGHT_PARTY, (double) row.getLong("right_party"));
        put(facts, ScoreFact.CALLS, (double) row.getLong("calls"));
        put(facts, ScoreFact.PHONE_KNOWN, row.getBoolean("phone") ? 1 : 0);
        put(facts, ScoreFact.EMAIL_KNOWN, row.getBoolean("email") ? 1 : 0);
        put(facts, ScoreFact.DISPUTED, row.getBoolean("disputed") ? 1 : 0);
        put(facts, ScoreFact.OTHER_DEBTS, (double) row.getLong("others"));
        return new Known(row.getObject("debt_id", UUID.class), row.getObject("portfolio_id", UUID.class), facts);
    }

    private static void put(Map<String, Double> facts, ScoreFact fact, double value) {
        facts.put(fact.title(), value);
    }
}
