package org.fairlead.compliance.control;

import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ConsentWord;
import org.fairlead.compliance.Wishes.Hold;
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

    public WishBook(Connection c, ClientId client) {
        this.c = c;
        this.client = client;
    }

    /** A number as it is kept. */
    public String number(String written) {
        String country = Sql.one(c, row -> row.getString(1), "select country from client where client_id = ?", client)
                .orElseThrow(() -> new NotFound("client " + client));
        return PhoneNumbers.parse(written, country, null)
                .map(PhoneNumbers.PhoneNumber::e164)
                .orElseThrow(() -> new Refused("number", written));
    }

    public UUID consent(ConsentWord word, String login, Instant now) {
        if (word.proof().isBlank() || word.source().isBlank()) {
            throw new Refused("proof");
        }
        if (word.until() != null && !word.until().isAfter(word.since())) {
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
                word.until(),
                word.source(),
                word.proof(),
                login,
                now);
        return id;
    }

    public UUID hold(
            String number, String kind, @Nullable String debt, Instant since, @Nullable Instant until, String source) {
        if (!Wishes.HOLDS.contains(kind)) {
            throw new Refused("hold.kind", kind);
        }
        if (source.isBlank()) {
            throw new Refused("hold.source");
        }
        if (until != null && !until.isAfter(since)) {
            throw new Refused("until");
        }
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into outreach_hold (client_id, hold_id, number, person, debt, kind, since, until, source)
                values (?, ?, ?, null, ?, ?, ?, ?, ?)
                """,
                client,
                id,
                number(number),
                debt,
                kind,
                since,
                until,
                source);
        return id;
    }

    public void lift(UUID holdId, Instant now) {
        int lifted = Sql.update(
                c,
                "update outreach_hold set until = ? where client_id = ? and hold_id = ? and (until is null or until > ?)",
                now,
                client,
                holdId,
                now);
        if (lifted == 0) {
            throw new NotFound("hold " + holdId);
        }
    }

    public List<Consent> consents(String number) {
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
                        row.getString("recorded_by")),
                "select * from consent where client_id = ? and number = ? order by since desc",
                client,
                number);
    }

    public List<Hold> holds(String number) {
        return Sql.list(
                c,
                row -> new Hold(
                        row.getObject("hold_id", UUID.class),
                        row.getString("kind"),
                        row.getString("debt"),
                        Objects.requireNonNull(Sql.instant(row, "since")),
                        Sql.instant(row, "until"),
                        row.getString("source")),
                "select * from outreach_hold where client_id = ? and number = ? order by since desc",
                client,
                number);
    }
}
