package org.fairlead.collections.control;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.collections.Debtors.Question;
import org.fairlead.collections.DeskTerms.Sender;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Identity steps and senders as rows. */
public final class DeskTermBook {

    public static final List<String> QUESTIONS =
            Arrays.stream(Question.values()).map(Enum::name).toList();

    private static final List<String> CHANNELS = List.of("EMAIL", "SMS");

    /** What a telephone shows: a name of eleven signs with a letter in it (GSM 03.40), or a number. */
    private static final Pattern SHOWN = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 &._-]{1,11}|\\+[1-9][0-9]{6,14}");

    private static final int LONGEST = 200;

    private DeskTermBook() {}

    public static List<String> identity(Connection c, Portfolio portfolio) {
        return Sql.one(
                        c,
                        row -> Sql.texts(row, "identity_steps"),
                        "select identity_steps from portfolio where client_id = ? and portfolio_id = ?",
                        portfolio.client(),
                        portfolio.portfolioId())
                .orElse(List.of());
    }

    public static void saveIdentity(Connection c, Portfolio portfolio, List<String> steps) {
        for (String step : steps) {
            check(QUESTIONS.contains(step), "identity.step", step);
        }
        check(steps.size() >= IdentityCheck.WANTED, "identity.few", IdentityCheck.WANTED);
        check(new HashSet<>(steps).size() == steps.size(), "identity.twice");
        Sql.update(
                c,
                "update portfolio set identity_steps = ? where client_id = ? and portfolio_id = ?",
                steps.toArray(String[]::new),
                portfolio.client(),
                portfolio.portfolioId());
    }

    public static List<Sender> senders(Connection c, Portfolio portfolio) {
        return CHANNELS.stream()
                .map(channel -> new Sender(
                        channel,
                        Sql.one(
                                        c,
                                        row -> row.getString(1),
                                        "select sender from message_sender where client_id = ? and channel = ?",
                                        portfolio.client(),
                                        channel)
                                .orElse(null)))
                .toList();
    }

    public static void saveSender(Connection c, Portfolio portfolio, String channel, String sender) {
        check(CHANNELS.contains(channel), "sender.channel");
        String plain = sender.strip();
        if (plain.isEmpty()) {
            Sql.update(
                    c, "delete from message_sender where client_id = ? and channel = ?", portfolio.client(), channel);
            return;
        }
        if (channel.equals("SMS")) {
            check(SHOWN.matcher(plain).matches(), "sender.sms");
        } else {
            requireAddress(plain);
        }
        Sql.update(
                c,
                "insert into message_sender (client_id, channel, sender) values (?, ?, ?)"
                        + " on conflict (client_id, channel) do update set sender = excluded.sender",
                portfolio.client(),
                channel,
                plain);
    }

    /** As the post reads it when it sends. */
    private static void requireAddress(String sender) {
        check(sender.length() <= LONGEST && sender.chars().noneMatch(Character::isISOControl), "sender.email");
        try {
            new InternetAddress(sender, true).validate();
        } catch (AddressException none) {
            Refused refused = new Refused("sender.email");
            refused.initCause(none);
            throw refused;
        }
    }

    private static void check(boolean holds, String key, Object... arguments) {
        if (!holds) {
            throw new Refused(key, arguments);
        }
    }
}
