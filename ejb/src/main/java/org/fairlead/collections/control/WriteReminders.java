package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.control.ArrangementStore.Stored;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.collections.entity.Arrangement.Line;
import org.fairlead.collections.entity.Gates;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What a day asks to be written: a word before a promise or an instalment is due, and the validation notice that a debt
 * begins with. A debt whose time to dispute is over is worked from then on.
 */
final class WriteReminders implements NightStep {

    private static final int AT_ONCE = 500;

    private static final String DEBTS =
            """
            select debt_id, remind_days from (
              select m.debt_id, p.remind_days from promise m
              join debt d on d.client_id = m.client_id and d.debt_id = m.debt_id
              join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
              where m.client_id = ? and m.state = 'STANDING' and m.made_on < ?::date and m.due_on >= ?::date
                and m.due_on - p.remind_days <= ?::date and p.remind_days > 0
              union
              select a.debt_id, p.remind_days from arrangement a
              join debt d on d.client_id = a.client_id and d.debt_id = a.debt_id
              join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
              where a.client_id = ? and a.state = 'STANDING' and p.remind_days > 0
              union
              select d.debt_id, p.remind_days from debt d
              join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
              where d.client_id = ? and (d.status = 'VALIDATION' or d.validation_sent is null and p.validation_days > 0
                and d.status not in ('PAID','SETTLED','RECALLED','CLOSED'))
              union
              select d.debt_id, p.remind_days from debt d
              join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
              join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role <> 'DEBTOR'
              where d.client_id = ? and d.validation_sent is not null and p.validation_days > 0
                and d.status not in ('PAID','SETTLED','RECALLED','CLOSED')
                and exists (select 1 from wording w where w.client_id = d.client_id and w.portfolio_id = d.portfolio_id
                  and w.code = 'VALIDATION' and w.role = y.role)
                and not exists (select 1 from debt_message g where g.client_id = d.client_id and g.debt_id = d.debt_id
                  and g.customer_id = y.customer_id and g.code = 'VALIDATION' and g.state in ('WAITS','SENT'))) x
            where debt_id > ? order by debt_id limit ?
            """;

    private final Connection c;
    private final ClientId client;
    private final Instant now;
    private final Correspondence letters;

    WriteReminders(Connection c, ClientId client, Instant now) {
        this.c = c;
        this.client = client;
        this.now = now;
        this.letters = new Correspondence(c, now);
    }

    private record Due(UUID debt, int days) {}

    @Override
    public @Nullable UUID chunk(LocalDate day, UUID after, int most) {
        PortfolioBook.lockAll(c, client);
        List<Due> due = Sql.list(
                c,
                row -> new Due(row.getObject(1, UUID.class), row.getInt(2)),
                DEBTS,
                client,
                day,
                day,
                day,
                client,
                client,
                client,
                after,
                Math.min(most, AT_ONCE));
        due.forEach(one -> look(one, day));
        return due.isEmpty() ? null : due.get(due.size() - 1).debt();
    }

    private void look(Due due, LocalDate day) {
        if (DebtFile.skipped(c, client, due.debt(), now)) {
            return;
        }
        DebtFile debt = DebtFile.one(c, client, due.debt());
        validation(debt, day);
        switch (debt.status()) {
            case PLAN, SETTLEMENT -> instalment(debt, due.days(), day);
            default -> promises(debt, due.days(), day);
        }
    }

    /** Whatever was agreed meanwhile, the law asks for the notice. */
    private void validation(DebtFile debt, LocalDate day) {
        LocalDate sent = debt.validationSent();
        if (debt.validationDays() == 0) {
            return;
        }
        boolean mayNotify =
                Gates.against(Step.VALIDATION_NOTICE, debt.gates(), day).isEmpty();
        Piece notice = new Piece("VALIDATION", null, null, null, "night");
        if (sent == null) {
            if (mayNotify
                    && !Correspondence.written(c, client, debt.debtId(), "VALIDATION")
                    && !letters.write(debt, notice)) {
                boolean noLaw = letters.unwritten(debt, "VALIDATION").equals(Correspondence.NO_LAW_WORDS);
                String what = noLaw ? "NOTICE_NO_LAW_WORDS" : "NOTICE_UNWRITTEN";
                DebtTimeline.once(c, client, debt.debtId(), now, "night", what);
            }
            return;
        }
        if (mayNotify) {
            // words for them may have come after the debtor's notice went, or theirs could not go then
            letters.writeToOthers(debt, notice, Map.of());
        }
        if (day.isAfter(sent.plusDays(debt.validationDays()))) {
            Sql.update(
                    c,
                    "update debt set status = 'WORKING' where client_id = ? and debt_id = ? and status = 'VALIDATION'",
                    client,
                    debt.debtId());
        }
    }

    private void instalment(DebtFile debt, int days, LocalDate day) {
        ArrangementStore store = new ArrangementStore(c);
        Stored stored = store.last(client, debt.debtId())
                .filter(one -> one.state().equals("STANDING"))
                .orElse(null);
        if (stored == null || !stored.made().isBefore(day)) {
            return;
        }
        Optional<Line> next = store.terms(stored).next(store.payments(stored));
        next.filter(line -> soon(line.due(), days, day))
                .ifPresent(line ->
                        letters.write(debt, new Piece("REMINDER", stored.id(), line.due(), line.amount(), "night")));
    }

    private record Word(UUID id, LocalDate due, Money amount) {}

    private void promises(DebtFile debt, int days, LocalDate day) {
        List<Word> words = Sql.list(
                c,
                row -> new Word(
                        row.getObject("promise_id", UUID.class),
                        Objects.requireNonNull(row.getObject("due_on", LocalDate.class)),
                        new Money(row.getLong("amount"), debt.currency())),
                "select * from promise where client_id = ? and debt_id = ? and state = 'STANDING' and made_on < ?",
                client,
                debt.debtId(),
                day);
        for (Word word : words) {
            if (soon(word.due(), days, day)) {
                letters.write(debt, new Piece("REMINDER", word.id(), word.due(), word.amount(), "night"));
            }
        }
    }

    private static boolean soon(LocalDate due, int days, LocalDate day) {
        return !due.isBefore(day) && !due.minusDays(days).isAfter(day);
    }
}
