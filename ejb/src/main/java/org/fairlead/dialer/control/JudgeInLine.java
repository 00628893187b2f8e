package org.fairlead.dialer.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The outreach decision for a customer whose turn it is to be called back in line: kept with the wish whether it allows or
 * denies. Allowed, it is counted among the calls, as what its contact then says of it ({@code outreach_past}).
 */
public final class JudgeInLine {

    private static final int RING_SECONDS = 30;
    /** A callback in line has no cap of its own: the customer asked for it. */
    private static final int NO_CAP = 1_000;

    private final Connection c;
    private final Outreach outreach;

    public JudgeInLine(Connection c, Outreach outreach) {
        this.c = c;
        this.outreach = outreach;
    }

    private record Wish(String number, String callerId, String kind, String country, @Nullable String person) {}

    /**
     * As often as an agent takes it: one who let an allowed call lie has not made it. That none leaves twice is held by the
     * floor.
     *
     * @return empty when there is no such wish, or when it was dialled already
     */
    public Optional<Verdict> judge(ClientId client, UUID callback, Instant now) {
        Optional<Wish> wish = Sql.one(
                c,
                JudgeInLine::wish,
                """
                select w.number, w.caller_id, p.kind, l.country, u.reference as person
                from line_callback w
                join contact k on k.client_id = w.client_id and k.contact_id = w.callback_id
                join program p on p.client_id = w.client_id and p.program_id = w.program_id
                join client l on l.client_id = w.client_id
                left join customer u on u.client_id = w.client_id and u.customer_id = w.customer_id
                where w.client_id = ? and w.callback_id = ? and k.state in ('QUEUED', 'RESERVED') for update of w
                """,
                client,
                callback);
        return wish.map(found -> judge(client, callback, found, now));
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(
                row.getString("number"),
                row.getString("caller_id"),
                row.getString("kind"),
                row.getString("country"),
                row.getString("person"));
    }

    private Verdict judge(ClientId client, UUID callback, Wish wish, Instant now) {
        Address address = new Address(PhoneNumbers.of(wish.number()).country(), null, null);
        Candidate candidate =
                new Candidate(wish.number(), wish.person(), null, Place.PERSONAL, address, List.of(), callback);
        outreach.await(c, client, candidate);
        Effort effort = new Effort(
                client,
                null,
                Channel.VOICE,
                List.of(wish.country()),
                Manner.byHand(RING_SECONDS, wish.callerId()),
                new OutreachLimits(wish.kind(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, NO_CAP, 1));
        Verdict verdict = outreach.judge(c, effort, List.of(candidate), now).get(0);
        Sql.update(
                c,
                "update line_callback set verdict = ?::jsonb, judged_at = ? where client_id = ? and callback_id = ?",
                Json.write(verdict),
                now,
                client,
                callback);
        return verdict;
    }
}
