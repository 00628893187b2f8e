package org.fairlead.compliance.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.compliance.DebtNames;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.Hold;
import org.fairlead.compliance.Wishes.Said;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Consents and holds as rows. */
public final class WishBook {

    private final Connection c;
    private final ClientId client;
    private final DebtNames debts;
    private final Consumer<PeopleStopped> stopped;

    /** @param stopped told of what may stop an attempt that waits */
    public WishBook(Connection c, ClientId client, DebtNames debts, Consumer<PeopleStopped> stopped) {
        this.c = c;
        this.client = client;
        this.debts = debts;
        this.stopped = stopped;
    }

    void stop() {
        stopped.accept(new PeopleStopped(Set.of(client)));
    }

    Connection connection() {
        return c;
    }

    ClientId client() {
        return client;
    }

    /** As leads and attempts name them; empty when the client has no such debt. */
    Set<String> debts(String written) {
        return debts.called(c, client, written);
    }

    /** A number as it is kept. */
    public String number(String written) {
        return PhoneNumbers.parse(written, ofClient("country"), null)
                .map(PhoneNumbers.PhoneNumber::e164)
                .orElseThrow(() -> new Refused("number", written));
    }

    public UUID consent(ConsentWord word, String login, Instant now) {
        if (word.proof().isBlank() || word.source().isBlank()) {
            throw new Refused("proof");
        }
        Instant until = end(word.lastDay());
        if (until != null && !until.isAfter(word.since())) {
            throw new Refused("until");
        }
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into consent (client_id, consent_id, number, person, channel, brand, given, since, until, source, proof,
                                     recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                client,
                id,
                number(word.number()),
                word.person(),
                word.channel() == null ? null : word.channel().name(),
                word.brand(),
                word.given(),
                word.since(),
                until,
                word.source(),
                word.proof(),
                login,
                now);
        stop();
        return id;
    }

    /** A day ends where the client is, whoever writes it down from wherever. */
    private @Nullable Instant end(@Nullable LocalDate lastDay) {
        return lastDay == null
                ? null
                : lastDay.plusDays(1)
                        .atStartOfDay(ZoneId.of(ofClient("time_zone")))
                        .toInstant();
    }

    private String ofClient(String column) {
        return Sql.one(
                        c,
                        row -> row.getString(column),
                        "select country, time_zone from client where client_id = ?",
                        client)
                .orElseThrow(() -> new NotFound("client " + client));
    }

    /** @return one for each debt of that reference */
    public List<UUID> hold(
            String number,
            String kind,
            @Nullable String debt,
            Instant since,
            @Nullable LocalDate lastDay,
            String source) {
        if (!Wishes.HOLDS.contains(kind)) {
            throw new Refused("hold.kind", kind);
        }
        if (source.isBlank()) {
            throw new Refused("hold.source");
        }
        Instant until = end(lastDay);
        if (until != null && !until.isAfter(since)) {
            throw new Refused("until");
        }
        String held = number(number);
        stop();
        if (debt == null) {
            return List.of(insert(held, null, kind, since, until, source));
        }
        Set<String> names = debts(debt);
        if (names.isEmpty()) {
            throw new Refused("hold.debt", debt);
        }
        return names.stream()
                .map(name -> insert(held, name, kind, since, until, source))
                .toList();
    }

    private UUID insert(
            String number, @Nullable String debt, String kind, Instant since, @Nullable Instant until, String source) {
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into outreach_hold (client_id, hold_id, number, person, debt, kind, since, until, source)
                values (?, ?, ?, null, ?, ?, ?, ?, ?)
                """,
                client,
                id,
                number,
                debt,
                kind,
                since,
                until,
                source);
        return id;
    }

    /** What was placed with a debt stands until it is released there. */
    public void lift(UUID holdId, Instant now) {
        boolean ofNumber = Sql.one(
                        c,
                        row -> row.getString("number") != null,
                        "select number from outreach_hold where client_id = ? and hold_id = ?",
                        client,
                        holdId)
                .orElseThrow(() -> new NotFound("hold " + holdId));
        if (!ofNumber) {
            throw new Refused("hold.elsewhere");
        }
        int lifted = Sql.update(
                c,
                "update outreach_hold set until = ? where client_id = ? and hold_id = ? and (until is null or until >"
                        + " ?)",
                now,
                client,
                holdId,
                now);
        if (lifted == 0) {
            throw new NotFound("hold " + holdId);
        }
    }

    /** What stands for a number and for those who are known by it, as the decision reads it. */
    public Said said(String number) {
        String[] persons = persons(number);
        return new Said(number, consents(number, persons), holds(number, persons));
    }

    /** Persons as attempts name them: whoever has the number by a lead, an attempt, or as a customer. */
    private String[] persons(String number) {
        return Sql.list(
                        c,
                        row -> row.getString(1),
                        """
                        select coalesce(u.reference, u.customer_id::text) from contact_point p
                        join customer u on u.client_id = p.client_id and u.customer_id = p.customer_id
                        where p.client_id = ? and p.value = ?
                        union
                        select l.reference from campaign k
                        join lead l on l.client_id = k.client_id and l.campaign_id = k.campaign_id and l.number = ?
                        where k.client_id = ? and l.reference is not null
                        union
                        select l.reference from lead_number n
                        join lead l on l.client_id = n.client_id and l.lead_id = n.lead_id
                        where n.client_id = ? and n.number = ? and l.reference is not null
                        union
                        select a.person from attempt a where a.client_id = ? and a.number = ? and a.person is not null
                        """,
                        client,
                        number,
                        number,
                        client,
                        client,
                        number,
                        client,
                        number)
                .toArray(String[]::new);
    }

    private List<Consent> consents(String number, String[] persons) {
        return Sql.list(
                c,
                row -> new Consent(
                        row.getBoolean("given"),
                        row.getString("channel"),
                        row.getString("brand"),
                        Objects.requireNonNull(Sql.instant(row, "since")),
                        Sql.instant(row, "until"),
                        row.getString("source"),
                        row.getString("proof"),
                        row.getString("recorded_by"),
                        row.getObject("consent_id", UUID.class),
                        ProofBook.view(row)),
                """
                select s.*, p.name as file_name, p.bytes, p.sha256, p.kept_by, p.kept_at from consent s
                left join consent_proof p on p.client_id = s.client_id and p.consent_id = s.consent_id
                where s.client_id = ? and (s.number = ? or s.person = any (?)) order by s.since desc
                """,
                client,
                number,
                persons);
    }

    private List<Hold> holds(String number, String[] persons) {
        return Sql.list(
                c,
                this::hold,
                "select * from outreach_hold where client_id = ? and (number = ? or person = any (?)) order by since"
                        + " desc",
                client,
                number,
                persons);
    }

    private Hold hold(ResultSet row) throws SQLException {
        String debt = row.getString("debt");
        return new Hold(
                row.getObject("hold_id", UUID.class),
                row.getString("kind"),
                debt == null ? null : debts.reference(c, client, debt),
                Objects.requireNonNull(Sql.instant(row, "since")),
                Sql.instant(row, "until"),
                row.getString("source"),
                row.getString("number") != null);
    }
}
