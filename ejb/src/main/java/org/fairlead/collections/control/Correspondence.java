package org.fairlead.collections.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.entity.Wording;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is to be sent about a debt, in the debtor's language. Whether it may be sent is decided when it is sent, not
 * now: {@link SendMessages}.
 */
final class Correspondence {

    private static final String PERSON =
            """
            select u.customer_id, y.role, u.name, coalesce(u.language, g.languages[1]) as language, g.languages[1] as usual, u.city,
              r.street, r.postal_code, k.name as client, k.time_zone,
              (select t.value from contact_point t where t.client_id = u.client_id and t.customer_id = u.customer_id
                and t.kind = 'PHONE' order by t.contact_point_id limit 1) as phone,
              (select t.value from contact_point t where t.client_id = u.client_id and t.customer_id = u.customer_id
                and t.kind = 'EMAIL' order by t.contact_point_id limit 1) as email
            from customer u join portfolio p on p.client_id = u.client_id and p.portfolio_id = ?
            join program g on g.client_id = p.client_id and g.program_id = p.program_id
            join client k on k.client_id = u.client_id
            left join debtor r on r.client_id = u.client_id and r.customer_id = u.customer_id
            join debt_party y on y.client_id = u.client_id and y.customer_id = u.customer_id
            where u.client_id = ? and y.debt_id = ?
            """;

    /** These reach co-debtors and guarantors too, where the portfolio has words for them. */
    static final Set<String> FOR_ALL = Set.of("LETTER", "MESSAGE", "VALIDATION");

    /** These go by post where there is an address; the others at once. */
    private static final Set<String> ON_PAPER = Set.of("LETTER", "VALIDATION", "ANSWER");

    /** There is a wording that needs the law's words, and the law has none in its language. */
    static final String NO_LAW_WORDS = "NO_LAW_WORDS";

    private final Connection c;
    private final Instant now;

    Correspondence(Connection c, Instant now) {
        this.c = c;
        this.now = now;
    }

    /**
     * What is to be written.
     *
     * @param code of the wording
     * @param about the promise or arrangement that it reminds of; of each day one goes out
     * @param amount that is due then
     */
    record Piece(String code, @Nullable UUID about, @Nullable LocalDate due, @Nullable Money amount, String who) {}

    /**
     * A link to pay by card, which the debtor asked for in a call.
     *
     * @param channel that was chosen
     * @param order that it opens
     * @param until its last day
     */
    record Link(String channel, String address, UUID order, LocalDate until, Money amount, String who) {}

    private record Person(
            UUID id,
            String role,
            String name,
            String language,
            String usual,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String postal,
            String client) {

        /** The ways that such a piece may take, the usual one first. */
        List<Way> ways(String code) {
            List<Way> paper = postal == null ? List.of() : List.of(new Way("LETTER", postal));
            List<Way> mail = email == null ? List.of() : List.of(new Way("EMAIL", email));
            List<Way> message = phone == null ? List.of() : List.of(new Way("SMS", phone));
            boolean letter = ON_PAPER.contains(code);
            return (letter ? List.of(paper, mail) : List.of(message, mail))
                    .stream().flatMap(List::stream).toList();
        }
    }

    private record Way(String channel, String address) {}

    private record Version(String language, int version, Wording words) {}

    /** @return false when nothing was written: no wording of the portfolio and no address of the debtor fit together */
    boolean write(DebtFile debt, Piece piece) {
        return write(debt, piece, Map.of()).isPresent();
    }

    /** @return the message; empty when no wording of the portfolio and no address of the debtor fit together */
    Optional<UUID> write(DebtFile debt, Link link) {
        Person person = person(debt);
        Piece piece = new Piece("LINK", link.order(), link.until(), link.amount(), link.who());
        return person.ways("LINK").stream()
                .filter(way -> way.channel().equals(link.channel()))
                .findFirst()
                .flatMap(way -> wording(debt, "LINK", way.channel(), person)
                        .flatMap(words -> insert(debt, piece, person, way, words, Map.of("link", link.address()))));
    }

    /** With more fields than the debt gives. */
    Optional<UUID> write(DebtFile debt, Piece piece, Map<String, String> more) {
        if (FOR_ALL.contains(piece.code())) {
            writeToOthers(debt, piece, more);
        }
        return write(debt, piece, person(debt), more);
    }

    /** To co-debtors and guarantors alone. */
    void writeToOthers(DebtFile debt, Piece piece, Map<String, String> more) {
        others(debt, piece).forEach(other -> write(debt, piece, other, more));
    }

    private List<Person> others(DebtFile debt, Piece piece) {
        return Sql.list(
                        c,
                        Correspondence::person,
                        PERSON + " and y.role <> 'DEBTOR' order by u.customer_id limit 50",
                        debt.portfolioId(),
                        debt.client(),
                        debt.debtId())
                .stream()
                .filter(one -> mayBeWritten(debt, piece.code(), one))
                .toList();
    }

    /**
     * The notice goes to each once, even where the debtor's cannot be written night after night; a demand follows when the
     * time that their own notice gave them is over (12 CFR 1006.34, 1006.38), whenever the debtor's was.
     */
    private boolean mayBeWritten(DebtFile debt, String code, Person person) {
        return switch (code) {
            case "VALIDATION" -> !noticed(debt, person);
            case "LETTER" -> debt.validationDays() == 0 || hadTheTime(debt, person);
            default -> true;
        };
    }

    private boolean hadTheTime(DebtFile debt, Person person) {
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        return Sql.number(
                        c,
                        "select count(*) from debt_message where client_id = ? and debt_id = ? and customer_id = ?"
                                + " and code = 'VALIDATION' and state = 'SENT' and (sent_at at time zone ?)::date < ?",
                        debt.client(),
                        debt.debtId(),
                        person.id(),
                        debt.zone().getId(),
                        today.minusDays(debt.validationDays()))
                > 0;
    }

    private boolean noticed(DebtFile debt, Person person) {
        return Sql.number(
                        c,
                        "select count(*) from debt_message where client_id = ? and debt_id = ? and customer_id = ?"
                                + " and code = 'VALIDATION' and state in ('WAITS','SENT')",
                        debt.client(),
                        debt.debtId(),
                        person.id())
                > 0;
    }

    private Optional<UUID> write(DebtFile debt, Piece piece, Person person, Map<String, String> more) {
        for (Way way : person.ways(piece.code())) {
            Optional<Version> words = wording(debt, piece.code(), way.channel(), person);
            Optional<UUID> written = words.flatMap(version -> insert(debt, piece, person, way, version, more));
            if (written.isPresent()) {
                return written;
            }
        }
        return Optional.empty();
    }

    /** Why nothing was written. */
    String unwritten(DebtFile debt, String code) {
        Person person = person(debt);
        return person.ways(code).stream().anyMatch(way -> wording(debt, code, way.channel(), person)
                        .isPresent())
                ? NO_LAW_WORDS
                : "NO_WORDING_OR_ADDRESS";
    }

    /** @return empty where the law's words that it needs are not there in its language */
    private Optional<UUID> insert(
            DebtFile debt, Piece piece, Person person, Way way, Version version, Map<String, String> more) {
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        Optional<Map<String, String>> law =
                new LetterLaw(c, debt.client(), debt.portfolioId()).values(version.words(), version.language(), today);
        if (law.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> values = values(debt, piece, person, version.language());
        values.putAll(more);
        LetterLaw.fill(values, law.get());
        Wording.Filled said = version.words().filled(values);
        UUID id = Ids.next();
        Sql.update(
                c,
                """
                insert into debt_message (client_id, message_id, debt_id, customer_id, role, code, channel, language, version, address,
                  subject, body, state, about, due_on, made_by, made_at, next_try)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITS', ?, ?, ?, ?, ?) on conflict do nothing
                """,
                debt.client(),
                id,
                debt.debtId(),
                person.id(),
                person.role(),
                piece.code(),
                way.channel(),
                version.language(),
                version.version(),
                way.address(),
                said.subject(),
                said.body(),
                piece.about(),
                piece.due(),
                piece.who(),
                now,
                now);
        return Optional.of(id);
    }

    private Map<String, String> values(DebtFile debt, Piece piece, Person person, String language) {
        Formats formats = new Formats(Locale.forLanguageTag(language), debt.zone());
        Map<String, String> values = new HashMap<>();
        values.put("debtor", debt.debtor());
        values.put("recipient", person.name());
        values.put("client", person.client());
        values.put("reference", debt.reference());
        values.put("today", formats.date(now.atZone(debt.zone()).toLocalDate()));
        values.put("owed", formats.money(debt.owed().amount(), debt.currency()));
        for (Bucket bucket : Bucket.values()) {
            Money balance = debt.balances().getOrDefault(bucket, Money.zero(debt.currency()));
            values.put(bucket.name().toLowerCase(Locale.ROOT), formats.money(balance.amount(), debt.currency()));
        }
        Money amount = piece.amount();
        LocalDate due = piece.due();
        values.put("amount", amount == null ? "" : formats.money(amount.amount(), debt.currency()));
        values.put("due", due == null ? "" : formats.date(due));
        return values;
    }

    private Person person(DebtFile debt) {
        return Sql.one(
                        c,
                        Correspondence::person,
                        PERSON + " and u.customer_id = ?",
                        debt.portfolioId(),
                        debt.client(),
                        debt.debtId(),
                        debt.customerId())
                .orElseThrow();
    }

    private static Person person(ResultSet row) throws SQLException {
        String street = row.getString("street");
        String city = row.getString("city");
        String postal = street == null || city == null
                ? null
                : "%s\n%s\n%s %s"
                        .formatted(
                                row.getString("name"),
                                street,
                                row.getString("postal_code") == null ? "" : row.getString("postal_code"),
                                city);
        return new Person(
                row.getObject("customer_id", UUID.class),
                row.getString("role"),
                row.getString("name"),
                row.getString("language"),
                row.getString("usual"),
                row.getString("phone"),
                row.getString("email"),
                postal,
                row.getString("client"));
    }

    /** In the person's language, else in the programme's first. */
    private Optional<Version> wording(DebtFile debt, String code, String channel, Person person) {
        return Sql.one(
                c,
                row -> new Version(
                        row.getString("language"),
                        row.getInt("version"),
                        new Wording(row.getString("subject"), row.getString("body"))),
                """
                select * from wording where client_id = ? and portfolio_id = ? and code = ? and channel = ? and role = ?
                  and language in (?, ?)
                order by language = ? desc, version desc limit 1
                """,
                debt.client(),
                debt.portfolioId(),
                code,
                channel,
                person.role(),
                person.language(),
                person.usual(),
                person.language());
    }

    /** Whether one of this kind waits or went to the debtor before; one that was denied may be written again. */
    static boolean written(Connection c, ClientId client, UUID debt, String code) {
        return Sql.number(
                        c,
                        "select count(*) from debt_message where client_id = ? and debt_id = ? and code = ?"
                                + " and role = 'DEBTOR' and state in ('WAITS','SENT')",
                        client,
                        debt,
                        code)
                > 0;
    }
}
