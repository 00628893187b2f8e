package org.fairlead.collections.control;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.Postbox.Parcel;
import org.fairlead.collections.Unposted;
import org.fairlead.collections.entity.Gates;
import org.fairlead.collections.entity.Gates.Reason;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.Jurisdictions;
import org.fairlead.compliance.Jurisdictions.Address;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits: the debt's gates and the outreach decision are asked in the transaction that hands a piece over. What
 * may not go now and may later waits for that instant; what was handed over and not written down is handed over again under
 * the same id.
 */
public final class SendMessages {

    private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

    private static final String WAITING =
            """
            select m.*, coalesce(u.reference, u.customer_id::text) as person, u.country as person_country, u.city, r.postal_code, p.country as portfolio_country,
              k.country as client_country, k.time_zone,
              (select t.value from contact_point t where t.client_id = m.client_id and t.customer_id = m.customer_id
                and t.kind = 'PHONE' order by t.contact_point_id limit 1) as phone,
              (select s.sender from message_sender s where s.client_id = m.client_id and s.channel = m.channel) as sender
            from debt_message m
            join debt d on d.client_id = m.client_id and d.debt_id = m.debt_id
            join portfolio p on p.client_id = d.client_id and p.portfolio_id = d.portfolio_id
            join client k on k.client_id = m.client_id
            join customer u on u.client_id = m.client_id and u.customer_id = m.customer_id
            left join debtor r on r.client_id = u.client_id and r.customer_id = u.customer_id
            where m.client_id = ? and m.state = 'WAITS'
            """;

    private static final String DUE =
            WAITING + " and m.next_try <= ? order by m.next_try, m.message_id limit ? for update of m skip locked";

    private static final String ONE = WAITING + " and m.message_id = ? for update of m";

    /** What the debtor asked for, what reminds of what was agreed, and the notice that the law asks for go while it stands. */
    private static final Set<String> THOUGH_AGREED = Set.of("REMINDER", "LINK", "VALIDATION");

    /** Holds of a debt that are answered: what stops other words about it does not stop that one. */
    private static final Set<String> DISPUTED = Set.of(Hold.DISPUTE.word(), Hold.FRAUD.word());

    /** A piece that could not go for so long is out of date. */
    private static final Duration STALE = Duration.ofDays(10);

    private static final int MOST_TRIES = 10;
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Connection c;
    private final Outreach outreach;
    private final Postbox postbox;
    private final Instant now;

    public SendMessages(Connection c, Outreach outreach, Postbox postbox, Instant now) {
        this.c = c;
        this.outreach = outreach;
        this.postbox = postbox;
        this.now = now;
    }

    private record Waiting(
            ClientId client,
            UUID id,
            UUID debt,
            String person,
            String role,
            String code,
            Channel channel,
            @Nullable String sender,
            String address,
            String subject,
            String body,
            Instant made,
            int tries,
            @Nullable UUID about,
            @Nullable LocalDate dueOn,
            @Nullable String phone,
            Address home,
            List<String> countries,
            ZoneId clientZone) {}

    /** Where the person is, as far as the telephone and the address say. */
    private record Whereabouts(List<ZoneId> zones, List<String> jurisdictions) {}

    /** @return how many were looked at */
    public int round(ClientId client, int most) {
        List<Waiting> due = Sql.list(c, SendMessages::waiting, DUE, client, now, most);
        due.forEach(this::send);
        return due.size();
    }

    /** One at once: somebody is on the line who waits for it. */
    public void now(ClientId client, UUID message) {
        Sql.list(c, SendMessages::waiting, ONE, client, message).forEach(this::send);
    }

    /** What is wrong with one piece ends that piece alone: the others of the round are sent. */
    private void send(Waiting one) {
        if (one.code().equals("LINK") && !opens(one)) {
            end(one, "DENIED", null, "LINK_OVER");
            return;
        }
        Optional<DebtFile> found = DebtFile.find(c, one.client(), one.debt());
        if (found.isEmpty()) {
            end(one, "FAILED", null, "NO_DEBTOR");
            return;
        }
        DebtFile debt = found.get();
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        Set<Reason> against = against(one.code(), debt, today);
        if (!against.isEmpty()) {
            end(one, "DENIED", null, against.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
            return;
        }
        if (one.code().equals("REMINDER") && !stillStands(one, today)) {
            end(one, "DENIED", null, "NOTHING_STANDS");
            return;
        }
        Whereabouts where;
        try {
            where = whereabouts(one);
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("FL5109 the telephone of who gets message {} cannot be read", one.id(), unreadable);
            end(one, "FAILED", null, "UNREADABLE");
            return;
        }
        Candidate candidate = new Candidate(
                one.address(), one.person(), debt.debtId().toString(), Place.PERSONAL, one.home(), where.zones(), null);
        outreach.await(c, one.client(), candidate);
        Verdict verdict = verdict(one, candidate, where);
        Instant next = verdict.nextAllowed();
        if (verdict.allowed()) {
            hand(one, debt, candidate, verdict, today);
        } else if (next == null || next.isAfter(one.made().plus(STALE))) {
            end(one, "DENIED", verdict, "OUTREACH");
        } else {
            Sql.update(
                    c,
                    "update debt_message set next_try = ?, verdict = ?::jsonb where client_id = ? and message_id = ?",
                    next,
                    Json.write(verdict),
                    one.client(),
                    one.id());
        }
    }

    /** What a reminder reminds of: a promise or an arrangement may have ended since it was written. */
    private boolean stillStands(Waiting one, LocalDate today) {
        LocalDate due = one.dueOn();
        return due != null
                && !due.isBefore(today)
                && Sql.number(
                                c,
                                """
                                select count(*) from (
                                  select 1 from promise where client_id = ? and promise_id = ? and state = 'STANDING'
                                  union all
                                  select 1 from arrangement where client_id = ? and arrangement_id = ? and state = 'STANDING') x
                                """,
                                one.client(),
                                one.about(),
                                one.client(),
                                one.about())
                        > 0;
    }

    /** A telephone number tells more of where somebody is than a country: a state's law binds too. */
    private static Whereabouts whereabouts(Waiting one) {
        String phone = one.phone();
        List<ZoneId> zones = new ArrayList<>(
                phone == null ? List.of() : PhoneNumbers.of(phone).zones());
        Set<String> jurisdictions = new LinkedHashSet<>(one.countries());
        if (phone != null) {
            jurisdictions.addAll(
                    Jurisdictions.of(phone, one.home(), zones, List.of()).jurisdictions());
        }
        if (zones.isEmpty() && one.home().country().equals(one.countries().get(0))) {
            zones.add(one.clientZone());
        }
        return new Whereabouts(zones, List.copyOf(jurisdictions));
    }

    /** A link that was taken back, was replaced or is too old leads nowhere. */
    private boolean opens(Waiting one) {
        return Sql.number(
                        c,
                        "select count(*) from card_order where client_id = ? and message_id = ? and state = 'LINK' and expires_at > ?",
                        one.client(),
                        one.id(),
                        now)
                > 0;
    }

    private static Set<Reason> against(String code, DebtFile debt, LocalDate today) {
        if (code.equals("ANSWER")) {
            // who disputed or complained is owed an answer, whatever stands
            return EnumSet.noneOf(Reason.class);
        }
        Step step =
                switch (code) {
                    case "VALIDATION" -> Step.VALIDATION_NOTICE;
                    case "LETTER" -> Step.LETTER;
                    default -> Step.MESSAGE;
                };
        Set<Reason> against = Gates.against(step, debt.gates(), today);
        if (THOUGH_AGREED.contains(code)) {
            against.remove(Reason.PROMISE_STANDS);
            against.remove(Reason.ARRANGEMENT_STANDS);
        }
        return against;
    }

    private Verdict verdict(Waiting one, Candidate candidate, Whereabouts where) {
        Manner manner = new Manner(true, false, null, null, true, null, null, null, Set.of());
        OutreachLimits limits = new OutreachLimits("COLLECTIONS", LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 1_000, 1);
        Effort effort = new Effort(one.client(), null, one.channel(), where.jurisdictions(), manner, limits);
        OutreachFacts facts = outreach.facts(c, effort, List.of(candidate), now).get(0);
        return outreach.decide(c, without(facts, one), limits, now);
    }

    private static OutreachFacts without(OutreachFacts facts, Waiting one) {
        if (THOUGH_AGREED.contains(one.code())) {
            return without(facts, hold -> DebtStops.AGREED.contains(hold.kind()));
        }
        return one.code().equals("ANSWER")
                ? without(
                        facts,
                        hold -> DISPUTED.contains(hold.kind())
                                && one.debt().toString().equals(hold.debt()))
                : facts;
    }

    /** What was agreed stops calls, and not the word that reminds of it; a dispute does not stop its own answer. */
    private static OutreachFacts without(OutreachFacts facts, Predicate<HoldFact> which) {
        Standing said = facts.standing();
        return facts.with(new Standing(
                said.listedOn(),
                said.lists(),
                said.consents(),
                said.holds().stream().filter(which.negate()).toList()));
    }

    private void hand(Waiting one, DebtFile debt, Candidate candidate, Verdict verdict, LocalDate today) {
        byte[] content;
        try {
            content = content(one);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            LOG.warn("FL5110 message {} cannot be set in type", one.id(), unreadable);
            end(one, "FAILED", verdict, "UNREADABLE");
            return;
        }
        try {
            postbox.post(
                    new Parcel(
                            one.client(), one.id(), one.channel().name(), one.sender(), one.address(), one.subject()),
                    content);
        } catch (Unposted never) {
            LOG.warn("FL5107 message {} is parked: {}", one.id(), never.getMessage());
            end(one, "FAILED", verdict, never.reason());
            return;
        } catch (UncheckedIOException trouble) {
            boolean again = one.tries() + 1 < MOST_TRIES;
            Sql.update(
                    c,
                    "update debt_message set tries = tries + 1, state = ?, next_try = ?, reason = 'POSTBOX'"
                            + " where client_id = ? and message_id = ?",
                    again ? "WAITS" : "FAILED",
                    now.plus(PAUSE.multipliedBy(one.tries() + 1L)),
                    one.client(),
                    one.id());
            return;
        }
        outreach.sent(c, one.client(), one.channel(), candidate, one.id(), now);
        end(one, "SENT", verdict, null);
        boolean toTheDebtor = one.role().equals("DEBTOR");
        if (toTheDebtor && one.code().equals("VALIDATION")) {
            Sql.update(
                    c,
                    "update debt set validation_sent = ? where client_id = ? and debt_id = ? and validation_sent is null",
                    today,
                    one.client(),
                    one.debt());
        }
        DebtTimeline.note(
                c,
                debt.client(),
                debt.debtId(),
                now,
                "system",
                "SENT",
                toTheDebtor
                        ? Map.of("channel", one.channel().name(), "subject", one.subject())
                        : Map.of("channel", one.channel().name(), "role", one.role(), "subject", one.subject()));
    }

    private static byte[] content(Waiting one) {
        return one.channel() == Channel.LETTER
                ? LetterPdf.of(one.address().lines().toList(), one.subject(), one.body())
                : one.body().getBytes(StandardCharsets.UTF_8);
    }

    private void end(Waiting one, String state, @Nullable Verdict verdict, @Nullable String reason) {
        Sql.update(
                c,
                "update debt_message set state = ?, verdict = ?::jsonb, reason = ?, sent_at = ?::timestamptz"
                        + " where client_id = ? and message_id = ?",
                state,
                verdict == null ? null : Json.write(verdict),
                reason,
                state.equals("SENT") ? now.toString() : null,
                one.client(),
                one.id());
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        Channel channel = Channel.valueOf(row.getString("channel"));
        return new Waiting(
                new ClientId(row.getInt("client_id")),
                row.getObject("message_id", UUID.class),
                row.getObject("debt_id", UUID.class),
                row.getString("person"),
                row.getString("role"),
                row.getString("code"),
                channel,
                row.getString("sender"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                row.getInt("tries"),
                row.getObject("about", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("phone"),
                new Address(row.getString("person_country"), null, row.getString("city")),
                List.of(row.getString("client_country"), row.getString("portfolio_country")),
                ZoneId.of(row.getString("time_zone")));
    }
}
