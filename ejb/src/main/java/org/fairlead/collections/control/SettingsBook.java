package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fairlead.collections.Bucket;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.PortfolioSettings.Choice;
import org.fairlead.collections.PortfolioSettings.Settings;
import org.fairlead.collections.entity.DayCount;
import org.fairlead.collections.entity.Remittance;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** A portfolio's terms as rows. */
public final class SettingsBook {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(999);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private SettingsBook() {}

    public static List<String> modes() {
        return Arrays.stream(Remittance.Mode.values()).map(Enum::name).toList();
    }

    public static List<String> dayCounts() {
        return Arrays.stream(DayCount.values()).map(Enum::name).toList();
    }

    /** What a new portfolio is made of. */
    public record New(ClientId client, UUID programId, String code, String name, String currency, String country) {}

    public static UUID create(Connection c, New made) {
        check(CODE.matcher(made.code()).matches(), "portfolio.code");
        check(!made.name().isBlank() && made.name().length() <= 80, "portfolio.name");
        check(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(made.currency())),
                "portfolio.currency");
        check(COUNTRIES.contains(made.country()), "portfolio.country");
        check(
                Sql.number(
                                c,
                                "select count(*) from program where client_id = ? and program_id = ? and kind = 'COLLECTIONS'",
                                made.client(),
                                made.programId())
                        == 1,
                "portfolio.program");
        check(
                Sql.number(
                                c,
                                "select count(*) from portfolio where client_id = ? and code = ?",
                                made.client(),
                                made.code())
                        == 0,
                "portfolio.twice");
        UUID id = Ids.next();
        Sql.update(
                c,
                "insert into portfolio (client_id, portfolio_id, program_id, code, name, currency, country)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                made.client(),
                id,
                made.programId(),
                made.code(),
                made.name().strip(),
                made.currency(),
                made.country());
        return id;
    }

    public static Settings settings(Connection c, Portfolio portfolio) {
        return Sql.list(
                        c,
                        SettingsBook::settings,
                        "select * from portfolio where client_id = ? and portfolio_id = ?",
                        portfolio.client(),
                        portfolio.portfolioId())
                .get(0);
    }

    /** Of the programme that the portfolio belongs to. */
    public static List<Choice> campaigns(Connection c, Portfolio portfolio) {
        return Sql.list(
                c,
                row -> new Choice(row.getObject(1, UUID.class), row.getString(2)),
                """
                select g.campaign_id, g.name from campaign g join portfolio p on p.client_id = g.client_id
                  and p.program_id = g.program_id
                where p.client_id = ? and p.portfolio_id = ? order by g.name limit 200
                """,
                portfolio.client(),
                portfolio.portfolioId());
    }

    public static void save(Connection c, Portfolio portfolio, Settings wanted, String login, Instant now) {
        PortfolioBook.lock(c, portfolio);
        Settings before = settings(c, portfolio);
        check(wanted, before.currency());
        boolean other = wanted.yearlyPercent().compareTo(before.yearlyPercent()) != 0
                || !wanted.dayCount().equals(before.dayCount());
        if (other && interestRuns(c, portfolio)) {
            throw new Refused("portfolio.interest");
        }
        UUID campaign = wanted.campaignId();
        if (campaign != null
                && campaigns(c, portfolio).stream().noneMatch(one -> one.id().equals(campaign))) {
            throw new Refused("portfolio.campaign");
        }
        Sql.update(
                c,
                """
                update portfolio set name = ?, campaign_id = ?, yearly_rate = ?, day_count = ?, plan_rate = ?, grace_days = ?,
                  tolerance = ?, validation_days = ?, remind_days = ?, clearing_days = ?, remittance_mode = ?,
                  allocation_order = ?, four_eyes = ?, cost_hour = ?, cost_letter = ?, cost_message = ?
                where client_id = ? and portfolio_id = ?
                """,
                wanted.name().strip(),
                campaign,
                share(wanted.yearlyPercent()),
                wanted.dayCount(),
                share(wanted.planPercent()),
                wanted.graceDays(),
                share(wanted.tolerancePercent()),
                wanted.validationDays(),
                wanted.remindDays(),
                wanted.clearingDays(),
                wanted.mode(),
                wanted.order().toArray(String[]::new),
                wanted.fourEyes() || before.fourEyes(),
                minor(wanted.costHour(), before.currency(), "portfolio.cost"),
                minor(wanted.costLetter(), before.currency(), "portfolio.cost"),
                minor(wanted.costMessage(), before.currency(), "portfolio.cost"),
                portfolio.client(),
                portfolio.portfolioId());
        if (before.fourEyes() && !wanted.fourEyes()) {
            new FourEyes(c, portfolio).ask(login, now);
        }
    }

    private static void check(Settings wanted, String currency) {
        check(!wanted.name().isBlank() && wanted.name().length() <= 80, "portfolio.name");
        check(percent(wanted.yearlyPercent(), MOST_PERCENT, 4), "portfolio.yearly");
        check(percent(wanted.planPercent(), MOST_PERCENT, 4), "portfolio.plan");
        check(
                percent(wanted.tolerancePercent(), HUNDRED, 2)
                        && wanted.tolerancePercent().signum() > 0,
                "portfolio.tolerance");
        check(between(wanted.graceDays(), 30), "portfolio.grace");
        check(between(wanted.validationDays(), 90), "portfolio.validation");
        check(between(wanted.remindDays(), 14), "portfolio.remind");
        check(between(wanted.clearingDays(), 30), "portfolio.clearing");
        check(modes().contains(wanted.mode()), "portfolio.mode");
        check(dayCounts().contains(wanted.dayCount()), "portfolio.days");
        List<String> all = new ArrayList<>(
                EnumSet.allOf(Bucket.class).stream().map(Enum::name).sorted().toList());
        check(wanted.order().stream().sorted().toList().equals(all), "portfolio.order");
        for (BigDecimal cost : List.of(wanted.costHour(), wanted.costLetter(), wanted.costMessage())) {
            check(cost.signum() >= 0 && minor(cost, currency, "portfolio.cost") < 1_000_000_000L, "portfolio.cost");
        }
    }

    private static boolean interestRuns(Connection c, Portfolio portfolio) {
        return Sql.number(
                        c,
                        "select count(*) from (select 1 from debt where client_id = ? and portfolio_id = ?"
                                + " and interest_from is not null"
                                + " and status not in ('PAID','SETTLED','RECALLED','CLOSED') limit 1) x",
                        portfolio.client(),
                        portfolio.portfolioId())
                > 0;
    }

    private static boolean between(int number, int most) {
        return number >= 0 && number <= most;
    }

    private static boolean percent(BigDecimal number, BigDecimal most, int places) {
        return number.signum() >= 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= places;
    }

    private static BigDecimal share(BigDecimal percent) {
        return percent.divide(HUNDRED, 6, RoundingMode.UNNECESSARY);
    }

    private static long minor(BigDecimal amount, String currency, String key) {
        try {
            return Money.rounded(amount, currency, RoundingMode.UNNECESSARY).minor();
        } catch (ArithmeticException finer) {
            Refused refused = new Refused(key);
            refused.initCause(finer);
            throw refused;
        }
    }

    private static void check(boolean holds, String key) {
        if (!holds) {
            throw new Refused(key);
        }
    }

    private static Settings settings(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new Settings(
                new ClientId(row.getInt("client_id")),
                row.getString("code"),
                row.getString("name"),
                currency,
                row.getString("country"),
                row.getObject("campaign_id", UUID.class),
                percent(row, "yearly_rate"),
                row.getString("day_count"),
                percent(row, "plan_rate"),
                row.getInt("grace_days"),
                percent(row, "tolerance"),
                row.getInt("validation_days"),
                row.getInt("remind_days"),
                row.getInt("clearing_days"),
                row.getString("remittance_mode"),
                Sql.texts(row, "allocation_order"),
                row.getBoolean("four_eyes"),
                new Money(row.getLong("cost_hour"), currency).amount(),
                new Money(row.getLong("cost_letter"), currency).amount(),
                new Money(row.getLong("cost_message"), currency).amount());
    }

    private static BigDecimal percent(ResultSet row, String column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column).multiply(HUNDRED).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
