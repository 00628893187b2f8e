package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.collections.CollectionReports.Days;
import org.fairlead.collections.CollectionReports.Figure;
import org.fairlead.collections.CollectionReports.Measure;
import org.fairlead.collections.CollectionReports.Row;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each figure by hand, and each as the sum of its parts and of its rows. */
@Tag("database")
class ReportBookTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);
    private static final Days MARCH = new Days(TestPortfolio.PORTFOLIO, PLACED, LocalDate.of(2026, 3, 31));

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void aMonthsWork() {
        portfolio.execute(
                """
                delete from debt where client_id = 7;
                update portfolio set cost_hour = 36000, cost_letter = 1250;
                insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
                  values (7, '%1$s', '%1$s', 'l', '%1$s', now(), 'LOADED', false);
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-1001;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;2026-02-20
                AK-1002;C-2;Can Su;0532 123 01 13;500,00;2026-02-10
                AK-1003;C-3;Ece Kurt;0532 123 01 14;300,00;2026-02-10
                """,
                at(PLACED));
        contact("AK-1001", PLACED.plusDays(1), "deniz", true, 600);
        contact("AK-1002", PLACED.plusDays(2), "deniz", false, 60);
        contact("AK-1003", PLACED.plusDays(3), "olga", true, 300);
        promise("AK-1001", PLACED.plusDays(5), 400_00, "KEPT", "deniz", 1);
        promise("AK-1002", PLACED.plusDays(6), 100_00, "BROKEN", "deniz", 2);
        pay("AK-1001", "400,00", PLACED.plusDays(4));
        pay("AK-1003", "300,00", PLACED.plusDays(8));
        portfolio.execute(
                """
                insert into debt_message (client_id, message_id, debt_id, customer_id, code, channel, language, version, address,
                  subject, body, state, made_by, made_at, next_try, sent_at)
                select d.client_id, gen_random_uuid(), d.debt_id, y.customer_id, 'LETTER', 'LETTER', 'tr', 1, 'a', 's', 'b', 'SENT',
                  'night', '2026-03-05T08:00:00Z', '2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z'
                from debt d join debt_party y on y.client_id = d.client_id and y.debt_id = d.debt_id where d.reference = 'AK-1002';
                insert into debt_event (client_id, event_id, debt_id, at, who, kind, detail)
                select client_id, gen_random_uuid(), debt_id, '2026-03-03T00:10:00Z', 'night', 'STEP',
                  jsonb_build_object('version', '1', 'side', case when reference = 'AK-1003' then 'CHALLENGER' else 'CHAMPION' end,
                    'segment', 'all', 'action', '0', 'step', 'CALL') from debt where client_id = 7;
                """);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void eachFigureIsWorkedOutByHand() {
        assertThat(figures(MARCH))
                .extracting(one -> one.measure() + " " + one.counted() + "/" + one.of())
                .containsExactly(
                        "RIGHT_PARTY 2/3",
                        "RIGHT_PARTY_OF_DIALS 2/3",
                        "PROMISES 1/2",
                        "KEPT 1/2",
                        "KEPT_AMOUNT 400.00/500.00",
                        // AK-1001 and 1002 grew older than a month: what of it is still open
                        "ROLL 1100.00/1800.00",
                        "LIQUIDATION 700.00/1800.00",
                        // 960 seconds at 360.00 an hour, and a letter
                        "COST 108.50/700.00",
                        "STRATEGY_PAYING 2/3",
                        "STRATEGY_COLLECTED 700.00/1800.00");
    }

    @Test
    void theTotalIsTheSumOfItsPartsAndOfItsRows() {
        for (Figure figure : figures(MARCH)) {
            List<Figure> parts = parts(figure.measure());
            List<Row> rows = rows(figure.measure(), null);

            assertThat(sum(parts.stream().map(Figure::counted).toList())).isEqualByComparingTo(figure.counted());
            assertThat(sum(parts.stream().map(Figure::of).toList())).isEqualByComparingTo(figure.of());
            assertThat(sum(rows.stream().map(Row::counted).toList())).isEqualByComparingTo(figure.counted());
            assertThat(sum(rows.stream().map(Row::of).toList())).isEqualByComparingTo(figure.of());
            assertThat(rows).hasSize(figure.rows());
            for (Figure part : parts) {
                assertThat(rows(figure.measure(), part.part())).hasSize(part.rows());
            }
        }
    }

    @Test
    void agentsAndSidesAreComparedByTheirParts() {
        assertThat(parts(Measure.RIGHT_PARTY))
                .extracting(one -> one.part() + " " + one.counted() + "/" + one.of())
                .containsExactly("deniz 1/2", "olga 1/1");
        assertThat(parts(Measure.STRATEGY_PAYING))
                .extracting(one -> one.part() + " " + one.counted() + "/" + one.of())
                .containsExactly("1 CHAMPION 1/2", "1 CHALLENGER 1/1");
        assertThat(parts(Measure.LIQUIDATION)).extracting(Figure::part).containsExactly("2026-03");
        assertThat(parts(Measure.ROLL)).extracting(Figure::part).containsExactly("1-30");
    }

    @Test
    void whatAStrategyBroughtIsTheMoneyOfItsDaysAlone() {
        Days early = new Days(TestPortfolio.PORTFOLIO, PLACED, PLACED.plusDays(5));
        Days late = new Days(TestPortfolio.PORTFOLIO, PLACED.plusDays(2), PLACED.plusDays(9));

        // AK-1003 paid on the eighth day after
        assertThat(strategies(early)).containsExactly("STRATEGY_PAYING 1/3", "STRATEGY_COLLECTED 400.00/1800.00");
        // the steps were done before these days: what came of them is of those
        assertThat(strategies(late)).containsExactly("STRATEGY_PAYING 0/0", "STRATEGY_COLLECTED 0.00/0.00");
    }

    private List<String> strategies(Days days) {
        return figures(days).stream()
                .filter(one -> one.measure().name().startsWith("STRATEGY"))
                .map(one -> one.measure() + " " + one.counted() + "/" + one.of())
                .toList();
    }

    @Test
    void otherDaysHaveNothingOfItAndASpanThatIsNoneIsRefused() {
        Days february = new Days(TestPortfolio.PORTFOLIO, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 28));
        assertThat(figures(february)).extracting(Figure::rows).containsOnly(0);
        assertThatThrownBy(() -> figures(new Days(TestPortfolio.PORTFOLIO, PLACED, PLACED.minusDays(1))))
                .isInstanceOf(Refused.class)
                .hasMessage("report.days");
        assertThatThrownBy(() -> figures(new Days(TestPortfolio.PORTFOLIO, PLACED.minusYears(4), PLACED)))
                .hasMessage("report.days");
    }

    @Test
    void anotherClientSeesNothingOfIt() throws SQLException {
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));
        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> new ReportBook(c, foreign, MARCH)).isInstanceOf(NotFound.class);
        }
    }

    private List<Figure> figures(Days days) {
        return portfolio.in(c -> new ReportBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), days).figures());
    }

    private List<Figure> parts(Measure measure) {
        return in(book -> book.parts(measure));
    }

    private List<Row> rows(Measure measure, @Nullable String part) {
        return in(book -> book.rows(measure, part, 0, 100));
    }

    private <T> T in(Function<ReportBook, T> work) {
        return portfolio.in(c -> work.apply(new ReportBook(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), MARCH)));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void contact(String reference, LocalDate day, String login, boolean passed, int seconds) {
        UUID id = UUID.randomUUID();
        Instant begins = at(day);
        portfolio.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, fields, state)
                  values (7, '%1$s', '%2$s', '%2$s', '+9053212%3$05d', 'x', 'TR', '{Europe/Istanbul}',
                    jsonb_build_object('debt', (select debt_id from debt where reference = '%4$s')), 'DONE');
                insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at, state)
                  values (7, '%1$s', '%2$s', '%1$s', '+90', 'PREVIEW', true, '{}', '%5$s', 'ENDED');
                insert into contact (client_id, contact_id, campaign_id, lead_id, attempt_id, direction, state, gateway, call_id,
                  offered_at, connected_at, ended_at, closed_at, outcome)
                  values (7, '%1$s', '%2$s', '%1$s', '%1$s', 'OUTBOUND', 'ENDED', 'izmir', '%1$s', '%5$s', '%5$s', '%6$s', '%6$s',
                    'HANDLED');
                insert into debtor_check (client_id, contact_id, customer_id, tries, passed_at, login)
                  select 7, '%1$s', y.customer_id, 1, %7$s, '%8$s' from debt d join debt_party y on y.client_id = d.client_id
                    and y.debt_id = d.debt_id where d.reference = '%4$s';
                """
                        .formatted(
                                id,
                                TestPortfolio.PORTFOLIO,
                                seconds,
                                reference,
                                begins,
                                begins.plusSeconds(seconds),
                                passed ? "'" + begins + "'" : "null",
                                login));
        contacts.put(reference, id);
    }

    private final Map<String, UUID> contacts = new HashMap<>();

    private void promise(String reference, LocalDate due, long minor, String state, String login, int made) {
        UUID contact = contacts.get(reference);
        portfolio.execute(
                """
                insert into promise (client_id, promise_id, debt_id, contact_id, made_on, due_on, amount, grace_days, tolerance,
                  state, made_by) select 7, gen_random_uuid(), debt_id, '%1$s', '%2$s', '%3$s', %4$d, 2, 1, '%5$s', '%6$s'
                from debt where reference = '%7$s'
                """
                        .formatted(contact, PLACED.plusDays(made), due, minor, state, login, reference));
    }

    private void pay(String reference, String amount, LocalDate day) {
        portfolio.take(
                "date;amount;currency;reference;payer;returned\n%s;%s;TRY;%s;X;\nTOTAL;%s;;1;;\n"
                        .formatted(day, amount, reference, amount),
                new PaymentTools(outreach, outreach, "bora", at(day)));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
    }
}
