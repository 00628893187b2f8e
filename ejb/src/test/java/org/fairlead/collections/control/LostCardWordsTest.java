package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.boundary.NightChunks;
import org.fairlead.collections.control.CardOrders.Wish;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeCardPayment.Heard;
import org.fairlead.collections.control.TakeCardPayment.Silent;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.security.Audit;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.fairlead.testing.OneTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the sandbox provider says is lost on its way. */
@Tag("database")
class LostCardWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CARD = "4242424242424242";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();
    private final SandboxStand stand = new SandboxStand(NOW);
    private final UnheardProvider provider = new UnheardProvider(stand.provider());
    private Instant now = NOW;

    @BeforeEach
    void placeDebts() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;email;principal;past_due_since
                AK-1;C-1;Ayşe Yıldız;0532 123 01 11;ayse@example.org;1000,00;2026-09-15
                AK-2;C-2;Can Su;0532 123 01 13;can@example.org;500,00;2026-09-15
                """,
                NOW);
    }

    @AfterEach
    void endAll() {
        stand.close();
        portfolio.close();
    }

    @Test
    void moneyOfASaleWhoseAnswerWasLostIsPostedAll() throws Exception {
        provider.deaf = true;
        assertThatThrownBy(() -> ask("AK-1", 400_00))
                .isInstanceOf(Refused.class)
                .hasMessage("card.provider");
        assertThat(states("AK-1")).containsExactly("UNHEARD");

        SandboxStand.type(stand.keypadPage(), CARD);
        String[] word = stand.nextWord();
        assertThat(take(word)).isTrue();
        assertThat(take(word)).isTrue();

        assertThat(states("AK-1")).containsExactly("PAID");
        assertThat(owed("AK-1")).isEqualTo(600_00);
        assertThat(portfolio.number("select count(*) from payment where source = 'provider'"))
                .isEqualTo(1);
    }

    @Test
    void anotherTryIsTheSameSaleAndNoOtherIsBegunBesideIt() {
        provider.deaf = true;
        assertThatThrownBy(() -> ask("AK-1", 400_00)).hasMessage("card.provider");
        assertThatThrownBy(() -> ask("AK-1", 300_00)).hasMessage("card.open");
        provider.deaf = false;

        ask("AK-1", 400_00);

        assertThat(provider.sales).hasSize(2).containsOnly(provider.sales.get(0));
        assertThat(states("AK-1")).containsExactly("OPEN");
        assertThatThrownBy(() -> ask("AK-1", 400_00)).hasMessage("card.open");
    }

    @Test
    void aSaleWhoseAnswerWasLostIsTakenBackByTheAgentOrAfterAMinute() {
        provider.deaf = true;
        assertThatThrownBy(() -> ask("AK-1", 400_00)).hasMessage("card.provider");
        assertThatThrownBy(() -> ask("AK-2", 100_00)).hasMessage("card.provider");
        provider.deaf = false;

        UUID order = UUID.fromString(portfolio
                .texts("select o.order_id from card_order o join debt d using (client_id, debt_id)"
                        + " where d.reference = 'AK-2'")
                .get(0));
        portfolio.in(c -> {
            orders(c).cancel(TestPortfolio.CLIENT, portfolio.debt("AK-2"), order);
            return true;
        });
        assertThat(next()).isEmpty();
        now = NOW.plus(Duration.ofMinutes(1));
        assertThat(news()).containsExactly(PaymentProvider.Kind.FAILED);

        assertThat(states("AK-1")).containsExactly("FAILED");
        assertThat(states("AK-2")).containsExactly("CANCELLED");
        assertThat(provider.ask(provider.sales.get(0)).kind()).isEqualTo(PaymentProvider.Kind.FAILED);
        assertThat(provider.ask(provider.sales.get(1)).kind()).isEqualTo(PaymentProvider.Kind.FAILED);
    }

    @Test
    void moneyThatCameAndWentUnheardIsPostedAndTakenBack() throws Exception {
        ask("AK-1", 400_00);
        payAndTakeBack();

        now = NOW.plus(Duration.ofMinutes(1));
        assertThat(news()).containsExactly(PaymentProvider.Kind.PAID, PaymentProvider.Kind.RETURNED);

        assertThat(states("AK-1")).containsExactly("RETURNED");
        assertThat(owed("AK-1")).isEqualTo(1_000_00);
        assertThat(portfolio.texts("select move from trust_line where move in ('RECEIVED', 'RETURNED')"))
                .containsExactlyInAnyOrder("RECEIVED", "RETURNED");
        now = NOW.plus(Duration.ofDays(3));
        assertThat(next()).isEmpty();
        ask("AK-1", 100_00);
    }

    @Test
    void aLostChargebackIsLearnedTheNextDayAndNewsIsToldOnce() throws Exception {
        ask("AK-1", 400_00);
        String page = stand.keypadPage();
        SandboxStand.type(page, CARD);
        assertThat(take(stand.nextWord())).isTrue();
        now = NOW.plus(Duration.ofHours(23));
        assertThat(next()).isEmpty();
        now = NOW.plus(Duration.ofDays(1));
        assertThat(news()).isEmpty();
        SandboxStand.post(page.replace("/pay/", "/returned/"), "");

        now = NOW.plus(Duration.ofDays(1).plusHours(23));
        assertThat(next()).isEmpty();
        now = NOW.plus(Duration.ofDays(2));
        assertThat(news()).containsExactly(PaymentProvider.Kind.RETURNED);

        assertThat(states("AK-1")).containsExactly("RETURNED");
        assertThat(owed("AK-1")).isEqualTo(1_000_00);
    }

    @Test
    void theTrailHasWhatWasLearnedByAskingOnceAndNothingThatWasKnown() throws Exception {
        ask("AK-1", 400_00);
        ask("AK-2", 100_00);
        payAndTakeBack();
        FakeAudit audit = new FakeAudit();
        now = NOW.plus(Duration.ofMinutes(1));

        askAll(audit);
        now = NOW.plus(Duration.ofMinutes(2));
        askAll(audit);

        String order = portfolio
                .texts("select order_id from card_order where state = 'RETURNED'")
                .get(0);
        assertThat(audit.entries()).hasSize(2);
        assertThat(audit.entries().get(0)).startsWith("7 card.told " + order).contains("kind=PAID", "asked=true");
        assertThat(audit.entries().get(1)).startsWith("7 card.told " + order).contains("kind=RETURNED", "400.00");
    }

    /** As the clock does it: each in a transaction of its own. */
    private void askAll(FakeAudit audit) {
        Optional<Silent> one = portfolio.in(c -> chunks(c, audit).silentCard(TestPortfolio.CLIENT));
        while (one.isPresent()) {
            Silent silent = one.get();
            assertThat(portfolio.<Boolean>in(c -> chunks(c, audit).askForCard(TestPortfolio.CLIENT, silent)))
                    .isTrue();
            one = portfolio.in(c -> chunks(c, audit).silentCard(TestPortfolio.CLIENT));
        }
    }

    private NightChunks chunks(Connection c, FakeAudit audit) {
        return new Beans()
                .with(DataSource.class, OneTransaction.of(c))
                .with(SystemScope.class, (work, clients) -> assertThat(clients).containsExactly(TestPortfolio.CLIENT))
                .with(DebtStops.class, outreach)
                .with(LeadOffers.class, outreach)
                .with(Clock.class, Clock.fixed(now, ZoneOffset.UTC))
                .with(Outreach.class, new RuledOutreach())
                .with(Postbox.class, (parcel, content) -> {})
                .with(PaymentProvider.class, provider)
                .with(Audit.class, audit)
                .get(NightChunks.class);
    }

    @Test
    void eachOrderHasItsTurnAndNoLockIsHeldWhileTheProviderThinks() {
        ask("AK-1", 400_00);
        ask("AK-2", 100_00);
        now = NOW.plus(Duration.ofMinutes(1));
        Silent first = next().orElseThrow();
        provider.deaf = true;
        assertThat(heard(first).answered()).isFalse();
        provider.deaf = false;
        provider.meanwhile = () -> portfolio.in(c -> Sql.list(
                c,
                row -> row,
                "select 1 from portfolio p join debt d using (client_id, portfolio_id)"
                        + " join card_order o using (client_id, debt_id) for update nowait"));

        Silent second = next().orElseThrow();
        assertThat(heard(second).answered()).isTrue();

        assertThat(second.order()).isNotEqualTo(first.order());
        assertThat(next()).isEmpty();
        now = NOW.plus(Duration.ofMinutes(2));
        assertThat(next()).isPresent();
    }

    @Test
    void aHoldThatStopsPaymentsEndsThePageThatIsOpenAlready() {
        ask("AK-1", 400_00);
        ask("AK-2", 100_00);
        hold("AK-1", Hold.BREATHING_SPACE);
        hold("AK-2", Hold.DISPUTE);

        now = NOW.plus(Duration.ofMinutes(1));
        heard(next().orElseThrow());
        heard(next().orElseThrow());

        assertThat(states("AK-1")).containsExactly("FAILED");
        assertThat(provider.ask(provider.sales.get(0)).kind()).isEqualTo(PaymentProvider.Kind.FAILED);
        assertThat(states("AK-2")).containsExactly("OPEN");
    }

    private void hold(String reference, Hold kind) {
        DebtFile debt = portfolio.file(reference);
        portfolio.in(c -> new HoldBook(c, outreach, now).place(debt, kind, "said so", "deniz"));
    }

    private void payAndTakeBack() throws Exception {
        String page = stand.keypadPage();
        SandboxStand.type(page, CARD);
        stand.nextWord();
        SandboxStand.post(page.replace("/pay/", "/returned/"), "");
        stand.nextWord();
    }

    private void ask(String reference, long minor) {
        DebtFile debt = portfolio.file(reference);
        Wish wish = new Wish(CardWay.KEYPAD, new Money(minor, "TRY"), null, "deniz");
        UUID order = portfolio.in(c -> orders(c).begin(debt, wish)).order();
        portfolio.in(c -> {
            orders(c).ring(debt, order);
            return true;
        });
    }

    private boolean take(String[] word) {
        return portfolio.in(c -> new TakeCardPayment(c, provider, tools())
                .take(provider.heard(word[0], word[1], now).orElseThrow()));
    }

    private Optional<Silent> next() {
        return portfolio.in(c -> new TakeCardPayment(c, provider, tools()).next(TestPortfolio.CLIENT));
    }

    private Heard heard(Silent one) {
        return portfolio.in(c -> new TakeCardPayment(c, provider, tools()).ask(TestPortfolio.CLIENT, one));
    }

    private List<PaymentProvider.Kind> news() {
        return heard(next().orElseThrow()).news().stream()
                .map(PaymentProvider.Word::kind)
                .toList();
    }

    private CardOrders orders(Connection c) {
        return new CardOrders(c, provider, new CardLinks("http://console", "links"), now);
    }

    private PaymentTools tools() {
        return new PaymentTools(outreach, outreach, provider.name(), now);
    }

    private List<String> states(String reference) {
        UUID debt = portfolio.debt(reference);
        return portfolio.in(c -> CardList.ofDebt(c, TestPortfolio.CLIENT, debt, now)).stream()
                .map(card -> card.state())
                .toList();
    }

    private int owed(String reference) {
        return portfolio.number(
                "select (costs + fees + interest + principal)::int from debt where reference = '" + reference + "'");
    }
}
