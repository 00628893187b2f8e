package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.Letters.MessageView;
import org.fairlead.collections.Letters.WordingView;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.LawWords;
import org.fairlead.collections.entity.Wording;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Wordings and what was written by them. */
public final class LetterBook {

    private static final Set<String> CODES = Set.of("VALIDATION", "LETTER", "MESSAGE", "REMINDER", "LINK", "ANSWER");
    private static final Set<String> ROLES = Set.of("DEBTOR", "CO_DEBTOR", "GUARANTOR");
    private static final Set<String> CHANNELS = Set.of("LETTER", "EMAIL", "SMS");

    private static final String MESSAGES =
            """
            select m.*, d.reference, u.name, (select string_agg(x ->> 'rule', ', ') from jsonb_array_elements(
                coalesce(m.verdict -> 'denials', '[]'::jsonb)) x) as rules
            from debt_message m
            join debt d on d.client_id = m.client_id and d.debt_id = m.debt_id
            join customer u on u.client_id = m.client_id and u.customer_id = m.customer_id
            """;

    private LetterBook() {}

    public static List<WordingView> wordings(Connection c, Portfolio portfolio) {
        return Sql.list(
                c,
                LetterBook::wording,
                """
                select distinct on (code, channel, language, role) * from wording where client_id = ? and portfolio_id = ?
                order by code, channel, language, role, version desc
                """,
                portfolio.client(),
                portfolio.portfolioId());
    }

    public static void save(Connection c, Portfolio portfolio, Key key, Wording words, String login, Instant now) {
        check(key);
        if (key.code().equals("LINK") != words.body().contains("{link}")) {
            throw new Refused("letter.link", "{link}");
        }
        LawWords.IN_LETTERS.keySet().stream()
                .sorted()
                .filter(field -> words.subject().contains("{" + field + "}"))
                .findFirst()
                .ifPresent(field -> {
                    throw new Refused("letter.subject", field);
                });
        LocalDate today = now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        if (new LetterLaw(c, portfolio.client(), portfolio.portfolioId())
                .values(words, key.language(), today)
                .isEmpty()) {
            throw new Refused("letter.law", portfolio.country(), key.language());
        }
        PortfolioBook.lock(c, portfolio);
        Sql.update(
                c,
                """
                insert into wording (client_id, portfolio_id, code, channel, language, role, version, subject, body, made_by, made_at)
                select ?, ?, ?, ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ?, ? from wording
                where client_id = ? and portfolio_id = ? and code = ? and channel = ? and language = ?
                  and role = ?
                """,
                portfolio.client(),
                portfolio.portfolioId(),
                key.code(),
                key.channel(),
                key.language(),
                key.role(),
                words.subject(),
                words.body(),
                login,
                now,
                portfolio.client(),
                portfolio.portfolioId(),
                key.code(),
                key.channel(),
                key.language(),
                key.role());
    }

    private static void check(Key key) {
        if (!CODES.contains(key.code()) || !CHANNELS.contains(key.channel())) {
            throw new Refused("letter.kind");
        }
        if (!ROLES.contains(key.role())) {
            throw new Refused("letter.kind");
        }
        if (!key.role().equals("DEBTOR") && !Correspondence.FOR_ALL.contains(key.code())) {
            throw new Refused("letter.role");
        }
        try {
            String tag =
                    new Locale.Builder().setLanguageTag(key.language()).build().toLanguageTag();
            if (!tag.equals(key.language()) || tag.equals("und")) {
                throw new Refused("letter.language", key.language());
            }
        } catch (IllformedLocaleException none) {
            throw new Refused("letter.language", key.language());
        }
    }

    public static List<MessageView> messages(Connection c, UUID portfolioId, int first, int size) {
        return Sql.list(
                c,
                LetterBook::message,
                MESSAGES + " where d.portfolio_id = ? order by m.made_at desc, m.message_id desc limit ? offset ?",
                portfolioId,
                size,
                first);
    }

    public static MessageView one(Connection c, UUID messageId) {
        return Sql.one(c, LetterBook::message, MESSAGES + " where m.message_id = ?", messageId)
                .orElseThrow(() -> new NotFound("message " + messageId));
    }

    public static void again(Connection c, MessageView message, Instant now) {
        int again = Sql.update(
                c,
                "update debt_message set state = 'WAITS', reason = null, tries = 0, next_try = ? where client_id = ? and message_id = ?"
                        + " and state = 'FAILED'",
                now,
                message.client(),
                message.messageId());
        if (again == 0) {
            throw new Refused("letter.not-failed");
        }
    }

    public static byte[] pdf(MessageView message) {
        return LetterPdf.of(message.address().lines().toList(), message.subject(), message.body());
    }

    /** With an invented debt. */
    public static byte[] sample(Connection c, Portfolio portfolio, Key key, LocalDate today) {
        Wording words = wordings(c, portfolio).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(one -> new Wording(one.subject(), one.body()))
                .orElseThrow(() -> new NotFound("wording " + key));
        ZoneId zone = PortfolioBook.zone(c, portfolio.client());
        Formats formats = new Formats(Locale.forLanguageTag(key.language()), zone);
        String sum = formats.money(new BigDecimal("1234.56"), portfolio.currency());
        Map<String, String> values = new HashMap<>();
        Wording.FIELDS.forEach(field -> values.put(field, sum));
        values.put("debtor", "N. N.");
        values.put("recipient", key.role().equals("DEBTOR") ? "N. N." : "M. M.");
        values.put("link", "https://…");
        values.put("answer", "…");
        values.put("client", portfolio.name());
        values.put("reference", "0000-0001");
        values.put("today", formats.date(today));
        values.put("due", formats.date(today.plusDays(2)));
        new LetterLaw(c, portfolio.client(), portfolio.portfolioId())
                .values(words, key.language(), today)
                .ifPresent(law -> LetterLaw.fill(values, law));
        Wording.Filled filled = words.filled(values);
        return LetterPdf.of(List.of(values.get("recipient")), filled.subject(), filled.body());
    }

    private static WordingView wording(ResultSet row) throws SQLException {
        return new WordingView(
                new Key(
                        row.getString("code"),
                        row.getString("channel"),
                        row.getString("language"),
                        row.getString("role")),
                row.getInt("version"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "made_at")));
    }

    private static MessageView message(ResultSet row) throws SQLException {
        boolean waits = row.getString("state").equals("WAITS");
        return new MessageView(
                new ClientId(row.getInt("client_id")),
                row.getObject("message_id", UUID.class),
                row.getString("reference"),
                row.getString("name"),
                row.getString("role"),
                row.getString("code"),
                row.getString("channel"),
                row.getString("language"),
                row.getString("address"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("state"),
                row.getString("reason"),
                Objects.requireNonNullElse(row.getString("rules"), ""),
                Objects.requireNonNull(Sql.instant(row, "made_at")),
                waits ? Sql.instant(row, "next_try") : null,
                Sql.instant(row, "sent_at"),
                row.getString("delivery"),
                row.getString("delivery_code"));
    }
}
