package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Holds.CaseView;
import org.fairlead.collections.Holds.Evidence;
import org.fairlead.collections.Holds.Note;
import org.fairlead.collections.Holds.Outcome;
import org.fairlead.collections.control.Correspondence.Piece;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.HandedFile;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Disputes, complaints and holds as cases: taken in, looked into, answered by somebody else than who took them in. */
public final class CaseBook {

    public static final String COMPLAINT = "COMPLAINT";

    private static final int LONGEST = 2_000;

    private static final String SELECT =
            """
            select x.*, d.reference, d.portfolio_id, u.name as debtor, h.until, m.state as sent,
              x.answered_at is null and x.answer_by < (?::timestamptz at time zone k.time_zone)::date as overdue,
              (select count(*) from case_note n where n.client_id = x.client_id and n.case_id = x.case_id) as notes
            from debt_case x
            join client k on k.client_id = x.client_id
            join debt d on d.client_id = x.client_id and d.debt_id = x.debt_id
            join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id and y.role = 'DEBTOR'
            join customer u on u.client_id = y.client_id and u.customer_id = y.customer_id
            left join debt_hold h on h.client_id = x.client_id and h.hold_id = x.hold_id
            left join debt_message m on m.client_id = x.client_id and m.message_id = x.message_id
            where x.client_id = any (scope_clients())
            """;

    private final Connection c;
    private final DebtStops stops;
    private final String login;
    private final Instant now;

    public CaseBook(Connection c, DebtStops stops, String login, Instant now) {
        this.c = c;
        this.stops = stops;
        this.login = login;
        this.now = now;
    }

    /** How long a law leaves for one kind of case. */
    record Term(int days, boolean lasts, String citation) {}

    /** Of the portfolio's country, else the house's; empty where neither says anything. */
    static Optional<Term> term(Connection c, DebtFile debt, String kind, Instant now) {
        return Sql.one(
                c,
                row -> new Term(row.getInt("days"), row.getBoolean("lasts"), row.getString("citation")),
                """
                select t.* from case_term t join portfolio p on t.country in (p.country, '*')
                where t.client_id = 0 and p.client_id = ? and p.portfolio_id = ? and t.kind = ?
                  and (t.valid_from is null or t.valid_from <= ?)
                order by t.country = '*', t.valid_from desc nulls last, t.version desc limit 1
                """,
                debt.client(),
                debt.portfolioId(),
                kind,
                now.atZone(debt.zone()).toLocalDate());
    }

    /** Of a hold that was placed just now. */
    static void opened(Connection c, DebtFile debt, Hold kind, UUID hold, String words, String login, Instant now) {
        open(c, debt, new Opening(hold, kind.name(), hold, words, login), now);
    }

    /** A complaint stops nothing by itself. */
    public UUID complain(DebtFile debt, String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Refused("hold.words", LONGEST);
        }
        UUID id = Ids.next();
        open(c, debt, new Opening(id, COMPLAINT, null, words.strip(), login), now);
        DebtTimeline.note(c, debt.client(), debt.debtId(), now, login, COMPLAINT, Map.of("why", words.strip()));
        return id;
    }

    /** Whatever kind it is. */
    public UUID takeIn(DebtFile debt, String kind, String words) {
        if (kind.equals(COMPLAINT)) {
            return complain(debt, words);
        }
        return new HoldBook(c, stops, now).place(debt, hold(kind), words, login);
    }

    private static Hold hold(String kind) {
        try {
            return Hold.valueOf(kind);
        } catch (IllegalArgumentException none) {
            throw new Refused("hold.kind", kind);
        }
    }

    private record Opening(UUID id, String kind, @Nullable UUID hold, String words, String login) {}

    private static void open(Connection c, DebtFile debt, Opening one, Instant now) {
        Optional<Term> term = term(c, debt, one.kind(), now).filter(known -> !known.lasts());
        LocalDate by = term.map(known -> now.atZone(debt.zone()).toLocalDate().plusDays(known.days()))
                .orElse(null);
        Sql.update(
                c,
                """
                insert into debt_case (client_id, case_id, debt_id, kind, hold_id, opened_at, opened_by, words, answer_by, citation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                debt.client(),
                one.id(),
                debt.debtId(),
                one.kind(),
                one.hold(),
                now,
                one.login(),
                one.words(),
                by,
                term.map(Term::citation).orElse(null));
    }

    public List<CaseView> open(int first, int size) {
        return Sql.list(
                c,
                this::view,
                SELECT
                        + " and x.answered_at is null order by x.answer_by nulls last, x.opened_at, x.case_id limit ? offset ?",
                now,
                size,
                first);
    }

    public CaseView one(UUID id) {
        return Sql.one(c, this::view, SELECT + " and x.case_id = ?", now, id)
                .orElseThrow(() -> new NotFound("case " + id));
    }

    public List<Note> notes(CaseView one) {
        return Sql.list(
                c,
                row -> new Note(
                        row.getObject("note_id", UUID.class),
                        Objects.requireNonNull(Sql.instant(row, "at")),
                        row.getString("who"),
                        row.getString("words"),
                        row.getString("file_name"),
                        row.getString("sha256")),
                "select note_id, at, who, words, file_name, sha256 from case_note where client_id = ? and case_id = ?"
                        + " order by at, note_id limit 200",
                one.client(),
                one.caseId());
    }

    /** Only added: what was found is not taken away again. */
    public void note(CaseView one, String words, @Nullable HandedFile file) {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new Refused("hold.words", LONGEST);
        }
        Sql.update(
                c,
                "insert into case_note (client_id, note_id, case_id, at, who, words, file_name, media_type, sha256, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                one.client(),
                Ids.next(),
                one.caseId(),
                now,
                login,
                words.strip(),
                file == null ? null : file.name(),
                file == null ? null : file.mediaType(),
                file == null ? null : file.sha256(),
                file == null ? null : file.content());
    }

    public Evidence evidence(CaseView one, UUID note) {
        return Sql.one(
                        c,
                        row -> new Evidence(row.getString(1), row.getString(2), row.getBytes(3)),
                        "select file_name, media_type, content from case_note where client_id = ? and case_id = ? and note_id = ?"
                                + " and content is not null",
                        one.client(),
                        one.caseId(),
                        note)
                .orElseThrow(() -> new NotFound("evidence " + note));
    }

    /** @throws Refused {@code hold.four-eyes}, {@code hold.why}, {@code hold.answered} */
    public void answer(CaseView one, Outcome outcome, String answer) {
        if (answer.isBlank() || answer.length() > LONGEST) {
            throw new Refused("hold.why");
        }
        if (one.mine()) {
            throw new Refused("hold.four-eyes");
        }
        int answered = Sql.update(
                c,
                "update debt_case set answered_at = ?, answered_by = ?, outcome = ?, answer = ? where client_id = ? and case_id = ?"
                        + " and answered_at is null",
                now,
                login,
                outcome.name(),
                answer.strip(),
                one.client(),
                one.caseId());
        if (answered == 0) {
            throw new Refused("hold.answered");
        }
        if (!one.kind().equals(COMPLAINT) && outcome != Outcome.UPHELD && stands(one)) {
            new HoldBook(c, stops, now).release(one.client(), one.debtId(), hold(one.kind()), answer, login);
        }
        DebtFile debt = DebtFile.one(c, one.client(), one.debtId());
        DebtTimeline.note(
                c,
                one.client(),
                one.debtId(),
                now,
                login,
                "ANSWERED",
                Map.of("kind", one.kind(), "outcome", outcome.name(), "why", answer.strip()));
        if (outcome != Outcome.ENDED) {
            write(one, debt, answer.strip());
        }
    }

    /** The hold that this case is about: one of the same kind that came after it has a case of its own. */
    private boolean stands(CaseView one) {
        return Sql.number(
                        c,
                        "select count(*) from debt_hold where client_id = ? and hold_id = ? and released_at is null"
                                + " and (until is null or until > ?)",
                        one.client(),
                        one.caseId(),
                        now)
                > 0;
    }

    private void write(CaseView one, DebtFile debt, String answer) {
        Piece piece = new Piece("ANSWER", one.caseId(), null, null, login);
        new Correspondence(c, now)
                .write(debt, piece, Map.of("answer", answer))
                .ifPresent(message -> Sql.update(
                        c,
                        "update debt_case set message_id = ? where client_id = ? and case_id = ?",
                        message,
                        one.client(),
                        one.caseId()));
    }

    private CaseView view(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new CaseView(
                new ClientId(row.getInt("client_id")),
                row.getObject("case_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                row.getObject("portfolio_id", UUID.class),
                row.getString("reference"),
                row.getString("debtor"),
                row.getString("kind"),
                Objects.requireNonNull(Sql.instant(row, "opened_at")),
                row.getString("opened_by"),
                row.getString("words"),
                row.getObject("answer_by", LocalDate.class),
                row.getString("citation"),
                Sql.instant(row, "until"),
                row.getBoolean("overdue"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("answer"),
                row.getString("sent"),
                row.getInt("notes"),
                row.getString("opened_by").equals(login));
    }
}
