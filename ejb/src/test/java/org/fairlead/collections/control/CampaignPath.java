package org.fairlead.collections.control;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.control.AttemptBook;
import org.fairlead.campaign.control.OfferedLeads;
import org.fairlead.collections.Hold;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.Verdict.Duty;
import org.fairlead.compliance.control.DebtStopBook;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.fairlead.testing.FakeEvent;

/**
 * Debts of one country as they come to be dialled: a placement file, the night's strategy, the lead, the dialer's
 * transaction, the attempt with its verdict, its end. Nothing of it is put in place of the real one.
 */
final class CampaignPath implements AutoCloseable {

    private static final String HEADINGS = "reference;customer_id;name;phone;principal;past_due_since;barred_from\n";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final AttemptBook attempts = new AttemptBook(new RuledOutreach());
    private final DebtStopBook stops = new DebtStopBook(new FakeEvent<>());
    private final ZoneId zone;
    private int files;

    CampaignPath(String country, ZoneId zone, String currency) {
        this.zone = zone;
        portfolio.execute(
                """
                update client set country = '%2$s', time_zone = '%3$s' where client_id = 7;
                insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,
                    country, call_from, call_until, cap_count, cap_days, retry) values
                  (7, '%1$s', '%1$s', 'c', 'C', 'PREVIEW', 'RUNNING', 'izmir', '+12125550100', 'tr', '%2$s', '00:00', '23:59',
                   1000, 1, '{"NO_ANSWER": {"after": "PT0S", "times": 1000}}');
                insert into disposition values (7, '%1$s', 'TALKED', 1, '{"en": "Talked"}', 'OTHER');
                delete from debt where client_id = 7;
                update portfolio set campaign_id = '%1$s', country = '%2$s', currency = '%4$s';
                """
                        .formatted(TestPortfolio.PORTFOLIO, country, zone, currency));
        strategy("CALL");
    }

    /** What a dial was told. */
    record Dial(UUID attempt, Verdict verdict) {

        boolean left() {
            return verdict.allowed();
        }

        List<String> denials() {
            return verdict.denials().stream().map(Denial::rule).toList();
        }

        List<String> duties() {
            return verdict.duties().stream().map(Duty::rule).toList();
        }
    }

    /** The one step of the portfolio's strategy, without a pause. */
    void strategy(String step) {
        portfolio.execute(
                """
                delete from collection_strategy where client_id = 7;
                insert into collection_strategy values (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0,
                  "challenger": [], "champion": [{"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0,
                  "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 900000000000,
                  "actions": [{"step": "%2$s", "after": "PT0S", "times": 1000}]}]}', 'bora', now());
                """
                        .formatted(TestPortfolio.PORTFOLIO, step));
    }

    void execute(String sql) {
        portfolio.execute(sql);
    }

    /** @param row reference, person, telephone, sum, and from when it is time-barred */
    void place(String local, String row) {
        String[] cells = row.split(";", -1);
        String file = HEADINGS
                + "%s;%s;Name %2$s;%s;%s;%s;%s\n"
                        .formatted(
                                cells[0], cells[1], cells[2], cells[3], "2026-06-01", cells.length > 4 ? cells[4] : "");
        in(c -> new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(local))
                .place(new Handed(
                        "a.csv",
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                        "h" + files++,
                        Map.of(),
                        true,
                        TestPortfolio.PORTFOLIO,
                        "bora")));
    }

    void night(String local) {
        Instant now = at(local);
        LocalDate day = now.atZone(zone).toLocalDate();
        in(c -> {
            Night night = new Night(c, TestPortfolio.CLIENT, day, new NightTools(stops, new OfferedLeads(), zone, now));
            night.again();
            boolean more = true;
            while (more) {
                more = night.chunk(Kind.LEADS);
            }
            return day;
        });
    }

    /** One round of the dialer; no element when no lead was due. */
    List<Dial> dial(String local) {
        return dial(at(local));
    }

    List<Dial> dial(Instant now) {
        RunningCampaign campaign = everyClient(attempts::running).stream()
                .filter(running -> running.client().equals(TestPortfolio.CLIENT))
                .findFirst()
                .orElseThrow();
        return in(c -> {
            attempts.take(c, campaign, 1, () -> now);
            return Sql.list(
                    c,
                    row -> new Dial(
                            Objects.requireNonNull(row.getObject(1, UUID.class)),
                            Json.read(row.getString(2), Verdict.class)),
                    "select attempt_id, verdict from attempt where client_id = 7 and written_at = ?",
                    now);
        });
    }

    /** Dials, and nobody answers. */
    Dial unanswered(String local) {
        Dial dial = only(local);
        end(dial, local, "NO_ANSWER");
        return dial;
    }

    /** Dials, and the debtor speaks with an agent. */
    Dial talked(String local) {
        Dial dial = only(local);
        end(dial, local, "HANDLED");
        return dial;
    }

    Dial only(String local) {
        List<Dial> dials = dial(local);
        if (dials.size() != 1) {
            throw new AssertionError(dials.size() + " leads were due at " + local);
        }
        return dials.get(0);
    }

    private void end(Dial dial, String local, String outcome) {
        if (dial.left()) {
            AttemptEnd end = new AttemptEnd(
                    TestPortfolio.CLIENT,
                    dial.attempt(),
                    outcome,
                    outcome.equals("HANDLED") ? "TALKED" : null,
                    TestPortfolio.PORTFOLIO,
                    null,
                    false,
                    at(local).plusSeconds(40));
            in(c -> attempts.end(c, end));
        }
    }

    void hold(String reference, Hold kind) {
        in(c -> new HoldBook(c, stops, at("2026-11-23T10:00"))
                .place(DebtFile.one(c, TestPortfolio.CLIENT, debt(c, reference)), kind, "said so", "deniz"));
    }

    /** Which steps the strategy has taken for the debt. */
    List<String> steps(String reference) {
        return in(c -> Sql.list(
                c,
                row -> row.getString(1),
                "select detail ->> 'step' from debt_event where debt_id = ? and kind = 'STEP' order by at",
                debt(c, reference)));
    }

    Instant at(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static UUID debt(Connection c, String reference) {
        return Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select debt_id from debt where reference = ?",
                        reference)
                .orElseThrow();
    }

    private <T> T everyClient(Function<Connection, T> work) {
        try (Connection c = portfolio.everyClient()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
