package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.LeadOffers.Offer;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.Placements.Placement;
import org.fairlead.collections.Placements.Returned;
import org.fairlead.collections.Placements.RowFault;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementBook.Wish;
import org.fairlead.collections.control.Night.NightTools;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.PromiseBook.Word;
import org.fairlead.shared.Money;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class RecallDebtsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Istanbul");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TestPortfolio portfolio = new TestPortfolio().withCampaign();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeTwoDebts() {
        portfolio.execute(
                """
                update portfolio set yearly_rate = 0.36, day_count = 'ACT_360';
                insert into plan_limit values (7, '%1$s', 'agent', 6, 0);
                insert into collection_strategy values (7, '%1$s', 1, 'PUBLISHED', '{"version": 1, "seed": 1, "challengerShare": 0,
                  "challenger": [], "champion": [{"name": "all", "daysFrom": 0, "daysUntil": 2147483647, "scoreFrom": 0,
                  "scoreBelow": 2, "balanceFrom": 0, "balanceBelow": 900000000000,
                  "actions": [{"step": "CALL", "after": "P1D", "times": 20}]}]}', 'bora', now());
                delete from debt where client_id = 7;
                """
                        .formatted(TestPortfolio.PORTFOLIO));
        String file =
                """
                reference;customer_id;name;phone;principal;interest;past_due_since;recall_on
                AK-100241;C-1;Ayşe Yıldız;0532 123 01 11;1000,00;50,00;2026-01-15;
                AK-100242;C-2;Can Su;0532 123 01 13;300,00;0;2026-01-15;2026-03-10
                """;
        in(c -> new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), at(TODAY))
                .place(handed("a.csv", file, Map.of())));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void nobodyWorksADebtThatTheClientTookBackAndItsBooksGoWithIt() {
        pay("150,00");
        in(c -> new PromiseBook(c, outreach, at(TODAY))
                .make(debt(c, "AK-100241"), new Word(new Money(100_00, "TRY"), TODAY.plusDays(3), null, "deniz")));

        Placement recall = recall("reference\nAK-100241\n", Map.of());

        assertThat(recall.state()).isEqualTo("LOADED");
        assertThat(recall.kind()).isEqualTo("RECALL");
        assertThat(recall.rowsLoaded()).isEqualTo(1);
        assertThat(outreach.standing()).isEmpty();
        assertThat(outreach.withdrawn())
                .contains(this.<UUID>in(c -> debt(c, "AK-100241").debtId()));
        night(TODAY.plusDays(5), Kind.INTEREST);
        night(TODAY.plusDays(5), Kind.LEADS);
        assertThat(outreach.offered()).extracting(Offer::reference).containsExactly("C-2");
        assertThat(this.<List<Returned>>in(c -> PlacementBook.returned(c, recall.placementId(), 0, 10)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.reference()).isEqualTo("AK-100241");
                    assertThat(one.principal()).isEqualTo(new BigDecimal("900.00"));
                    assertThat(one.collected()).isEqualTo(new BigDecimal("150.00"));
                    assertThat(one.recalledOn()).isEqualTo(TODAY);
                });
    }

    @Test
    void whatWasAgreedEndsWithTheRecallAndMoneyThatStillComesWaits() {
        in(c -> new ArrangementBook(c, outreach, at(TODAY))
                .offer(debt(c, "AK-100241"), new Wish(null, 3, TODAY.plusDays(5)), new Author("deniz", "agent", null)));

        recall("Dosya No;Neden\nAK-100241;satıldı\n", Map.of("reference", "Dosya No"));
        pay("100,00");

        assertThat(outreach.standing()).isEmpty();
        assertThat(this.<List<String>>in(c -> Sql.list(c, row -> row.getString(1), "select state from arrangement")))
                .containsExactly("REPLACED");
        assertThat(this.<List<String>>in(c -> Sql.list(c, row -> row.getString(1), "select reason from payment")))
                .containsExactly("DEBT_ENDED");
    }

    @Test
    void eachBadRowSaysWhatIsWrongAndTheGoodOnesAreRecalled() {
        Placement recall = recall("reference\nAK-100241\nAK-100249\nAK-100241\n\n", Map.of());
        Placement again = recall("reference\nAK-100241\n", Map.of());
        Placement headless = recall("something\nAK-100242\n", Map.of());

        assertThat(recall.rowsBad()).isEqualTo(2);
        assertThat(this.<List<RowFault>>in(c -> PlacementBook.faults(c, recall.placementId(), 0, 10)))
                .extracting(RowFault::reason)
                .containsExactlyInAnyOrder("debt_unknown", "duplicate_in_file");
        assertThat(again.state()).isEqualTo("REFUSED");
        assertThat(again.reason()).isEqualTo("no_good_row");
        assertThat(headless.state()).isEqualTo("REFUSED");
        assertThat(headless.reason()).isEqualTo("header_lacks");
        assertThat(status("AK-100242")).isEqualTo("WORKING");
    }

    @Test
    void onItsDayADebtGoesBackByItself() {
        night(LocalDate.of(2026, 3, 9), Kind.RECALLS);
        assertThat(status("AK-100242")).isEqualTo("WORKING");
        night(LocalDate.of(2026, 3, 10), Kind.RECALLS);

        assertThat(status("AK-100242")).isEqualTo("RECALLED");
        assertThat(status("AK-100241")).isEqualTo("WORKING");
        UUID placement = in(c -> Sql.one(
                        c,
                        row -> row.getObject(1, UUID.class),
                        "select placement_id from debt where reference = 'AK-100242'")
                .orElseThrow());
        assertThat(this.<List<Returned>>in(c -> PlacementBook.returned(c, placement, 0, 10)))
                .extracting(Returned::reference)
                .containsExactly("AK-100242");
    }

    @Test
    void anotherClientCannotRecallIt() throws SQLException {
        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO))
                    .isInstanceOf(NotFound.class);
            assertThat(PlacementBook.returned(c, TestPortfolio.PLACEMENT, 0, 10))
                    .isEmpty();
        }
        assertThatThrownBy(() -> in(c -> new PromiseBook(c, outreach, at(TODAY))
                        .make(recalled(c), new Word(new Money(1_00, "TRY"), TODAY, null, "deniz"))))
                .isInstanceOf(Refused.class)
                .hasMessage("promise.ended");
    }

    private DebtFile recalled(Connection c) {
        DebtFile debt = debt(c, "AK-100241");
        new RecallDebts(c, outreach, outreach, at(TODAY)).recall(debt, null, TODAY, "bora");
        return debt;
    }

    private Placement recall(String file, Map<String, String> mapping) {
        return in(c -> PlacementBook.one(
                c,
                new RecallDebts(c, outreach, outreach, at(TODAY))
                        .take(
                                PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                                handed(
                                        "r" + file.hashCode()
                                                + outreach.withdrawn().size(),
                                        file,
                                        mapping))));
    }

    private static Handed handed(String name, String file, Map<String, String> mapping) {
        return new Handed(
                name,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                name,
                mapping,
                false,
                TestPortfolio.PORTFOLIO,
                "bora");
    }

    private void pay(String amount) {
        String file = "date;amount;currency;reference;payer\n2026-03-01;%s;TRY;AK-100241;X\nTOTAL;%s;;1;\n"
                .formatted(amount, amount);
        in(c -> new TakeInPayments(
                        c,
                        PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                        new PaymentTools(outreach, outreach, "bora", at(TODAY)))
                .take("p", file.getBytes(StandardCharsets.UTF_8), "x"));
    }

    private void night(LocalDate day, Kind kind) {
        boolean more = true;
        while (more) {
            more = in(c -> new Night(c, TestPortfolio.CLIENT, day, new NightTools(outreach, outreach, ZONE, at(day)))
                    .chunk(kind));
        }
    }

    private String status(String reference) {
        return in(c -> debt(c, reference).status().name());
    }

    private static DebtFile debt(Connection c, String reference) {
        return DebtFile.one(
                c,
                TestPortfolio.CLIENT,
                Sql.one(
                                c,
                                row -> row.getObject(1, UUID.class),
                                "select debt_id from debt where reference = ?",
                                reference)
                        .orElseThrow());
    }

    private static Instant at(LocalDate day) {
        return day.atTime(9, 0).atZone(ZONE).toInstant();
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
}
