package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Debtors.CardView;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.PaymentProvider.Reference;
import org.fairlead.collections.PaymentProvider.Word;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.CardOrders.Made;
import org.fairlead.collections.control.CardOrders.Wish;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.control.TakeCardPayment.Silent;
import org.fairlead.collections.entity.LinkToken;
import org.fairlead.collections.entity.Wording;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the sandbox provider itself, over HTTP. 23 November 2026 is a Monday. */
@Tag("database")
class CardPaymentsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final String CARD = "4242424242424242";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();
    private final List<String> posted = new ArrayList<>();
    private final CardLinks links = new CardLinks("http://console", "links");
    private final SandboxStand stand = new SandboxStand(NOW);
    private SandboxProvider provider;
    private Instant now = NOW;

    @BeforeEach
    void placeADebt() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;email;principal;past_due_since
                AK-1;C-1;Ayşe Yıldız;0532 123 01 11;ayse@example.org;1000,00;2026-09-15
                """,
                NOW);
        wording("SMS", "{client}: {link}");
        provider = stand.provider();
    }

    @AfterEach
    void endAll() {
        stand.close();
        portfolio.close();
    }

    @Test
    void whatTheDebtorTypesOnTheKeypadIsPostedOnceHoweverOftenItIsTold() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        String page = stand.keypadPage();

        assertThat(SandboxStand.type(page, CARD)).contains("data-state=\"PAID\"");
        String[] word = stand.nextWord();
        assertThat(hear(word[0], word[1])).contains(true);
        assertThat(hear(word[0], word[1])).contains(true);

        assertThat(states()).containsExactly("PAID");
        assertThat(owed()).isEqualTo(600_00);
        assertThat(portfolio.number("select count(*) from payment where source = 'provider' and state = 'POSTED'"))
                .isEqualTo(1);
        assertThat(trust()).isEqualTo(400_00);
        assertThat(portfolio.<List<UUID>>in(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    @Test
    void noPartOfTheCardIsAnywhereInOurBooksOrInWhatWeAreTold() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        SandboxStand.type(stand.keypadPage(), CARD);
        String[] word = stand.nextWord();
        hear(word[0], word[1]);

        assertThat(word[0]).doesNotContain(CARD, CARD.substring(12));
        for (String table : portfolio.texts(
                "select table_name from information_schema.tables where table_schema = 'fairlead' and table_type = 'BASE TABLE'"
                        + " and (table_name like 'card%' or table_name like 'debt%' or table_name like 'payment%' or table_name = 'trust_line')")) {
            assertThat(portfolio.texts("select t::text from " + table + " t"))
                    .as(table)
                    .noneMatch(row -> row.contains(CARD));
        }
    }

    @Test
    void aDeclinedCardAndAMistypedOneTakeNothing() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        String page = stand.keypadPage();

        SandboxStand.type(page, "4000000000000002");
        SandboxStand.type(page, "4242424242424241");

        assertThat(stand.told()).isEmpty();
        assertThat(states()).containsExactly("OPEN");
        assertThat(owed()).isEqualTo(1_000_00);
    }

    @Test
    void aForgedAnAlteredAndAnOldWordChangeNothing() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        SandboxStand.type(stand.keypadPage(), CARD);
        String[] word = stand.nextWord();

        assertThat(hear(word[0], "t=1,v1=" + "0".repeat(64))).isEmpty();
        assertThat(hear(word[0].replace("amount=40000", "amount=90000"), word[1]))
                .isEmpty();
        assertThat(hear(word[0], "")).isEmpty();
        now = NOW.plus(Duration.ofMinutes(6));
        assertThat(hear(word[0], word[1])).isEmpty();

        assertThat(owed()).isEqualTo(1_000_00);
        assertThat(trust()).isZero();
    }

    @Test
    void aWordThatNamesAnotherClientOrAnotherAmountIsNotOurs() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        SandboxStand.type(stand.keypadPage(), CARD);
        Word word = said();

        Word strangers = new Word(
                new Reference(TestPortfolio.STRANGER, word.reference().order()),
                word.key(),
                word.kind(),
                word.payment(),
                word.amount());
        Word more = new Word(word.reference(), word.key(), word.kind(), word.payment(), new Money(900_00, "TRY"));
        Word another = new Word(word.reference(), "another", word.kind(), word.payment(), word.amount());

        assertThat(take(TestPortfolio.STRANGER, strangers)).isFalse();
        assertThat(take(TestPortfolio.STRANGER, word)).isFalse();
        assertThat(take(TestPortfolio.CLIENT, more)).isFalse();
        assertThat(take(TestPortfolio.CLIENT, another)).isFalse();
        assertThat(owed()).isEqualTo(1_000_00);
    }

    @Test
    void moneyThatTheBankTakesBackIsTakenBackOnceAndNotBeforeItWasThere() throws Exception {
        ask(CardWay.KEYPAD, 1_000_00);
        String page = stand.keypadPage();
        SandboxStand.type(page, CARD);
        String[] paid = stand.nextWord();
        SandboxStand.post(page.replace("/pay/", "/returned/"), "");
        String[] returned = stand.nextWord();

        assertThat(hear(returned[0], returned[1])).contains(false);
        assertThat(hear(paid[0], paid[1])).contains(true);
        assertThat(portfolio.texts("select status from debt")).containsExactly("PAID");
        assertThat(hear(returned[0], returned[1])).contains(true);
        assertThat(hear(returned[0], returned[1])).contains(true);
        assertThat(hear(paid[0], paid[1])).contains(true);

        assertThat(states()).containsExactly("RETURNED");
        assertThat(owed()).isEqualTo(1_000_00);
        assertThat(portfolio.texts("select status from debt")).containsExactly("WORKING");
        assertThat(trust()).isZero();
    }

    @Test
    void aLinkGoesOutByTheDecisionAndOpensOnce() throws Exception {
        ask(CardWay.SMS, 250_00);

        assertThat(posted).singleElement().asString().startsWith("Seven: http://console/pay/");
        LinkToken token = token();
        assertThat(mayOpen(token)).isTrue();
        assertThat(mayOpen(token)).isTrue();
        URI page = open(token);

        assertThat(mayOpen(token)).isFalse();
        assertThatThrownBy(() -> open(token)).isInstanceOf(Refused.class).hasMessage("card.link");
        assertThat(SandboxStand.type(page.toString(), CARD)).contains("data-state=\"PAID\"");
        String[] word = stand.nextWord();
        assertThat(hear(word[0], word[1])).contains(true);
        assertThat(owed()).isEqualTo(750_00);
    }

    @Test
    void aLinkThatIsTooOldOrOfAnotherClientOrTakenBackOpensNothing() {
        ask(CardWay.SMS, 250_00);
        LinkToken token = token();

        assertThat(portfolioOf(TestPortfolio.STRANGER, token)).isFalse();
        now = NOW.plus(Duration.ofDays(2));
        assertThat(mayOpen(token)).isFalse();
        assertThat(states()).containsExactly("EXPIRED");
        now = NOW;
        assertThat(mayOpen(token)).isTrue();
        ask(CardWay.SMS, 300_00);
        assertThat(mayOpen(token)).isFalse();
        assertThat(states()).containsExactlyInAnyOrder("CANCELLED", "LINK");
    }

    @Test
    void aLinkThatWasTakenBackIsTooOldOrWasReplacedIsNotSent() {
        Wish wish = new Wish(CardWay.SMS, new Money(250_00, "TRY"), null, "deniz");
        Made first = portfolio.in(c -> orders(c).begin(debt(), wish));
        portfolio.in(c -> {
            orders(c).cancel(TestPortfolio.CLIENT, debt().debtId(), first.order());
            return orders(c).begin(debt(), wish);
        });
        portfolio.in(c -> orders(c).begin(debt(), wish));
        portfolio.in(c -> new SendMessages(c, new RuledOutreach(), this::post, NOW).round(TestPortfolio.CLIENT, 10));
        assertThat(posted).hasSize(1);
        assertThat(mayOpen(token())).isTrue();
        assertThat(portfolio.texts("select reason from debt_message where state = 'DENIED'"))
                .containsExactly("LINK_OVER", "LINK_OVER");
        portfolio.in(c -> orders(c).begin(debt(), wish));
        Instant late = NOW.plus(Duration.ofDays(2));
        portfolio.in(c -> new SendMessages(c, new RuledOutreach(), this::post, late).round(TestPortfolio.CLIENT, 10));
        assertThat(posted).hasSize(1);
    }

    @Test
    void aHoldThatStopsPaymentsStopsTheLinkThatIsOutAlready() {
        ask(CardWay.SMS, 250_00);
        LinkToken token = token();

        portfolio.in(c -> new HoldBook(c, outreach, now).place(debt(), Hold.BREATHING_SPACE, "court letter", "deniz"));

        assertThat(mayOpen(token)).isFalse();
        assertThatThrownBy(() -> ask(CardWay.KEYPAD, 100_00))
                .isInstanceOf(Refused.class)
                .hasMessage("card.hold");
    }

    @Test
    void nobodyPaysTwiceOrMoreThanIsOwed() {
        ask(CardWay.KEYPAD, 400_00);

        assertThatThrownBy(() -> ask(CardWay.KEYPAD, 400_00)).hasMessage("card.open");
        assertThatThrownBy(() -> ask(CardWay.EMAIL, 1_000_01)).hasMessage("card.amount");
        assertThatThrownBy(() -> ask(CardWay.EMAIL, 0)).hasMessage("card.amount");
    }

    @Test
    void whatIsTakenBackCannotBePaidAndWhatIsPaidCannotBeTakenBack() throws Exception {
        Made made = ask(CardWay.KEYPAD, 400_00);
        String page = stand.keypadPage();
        portfolio.in(c -> {
            orders(c).cancel(TestPortfolio.CLIENT, debt().debtId(), made.order());
            return true;
        });
        assertThat(SandboxStand.type(page, CARD)).contains("data-state=\"FAILED\"");

        Made second = ask(CardWay.KEYPAD, 400_00);
        SandboxStand.type(stand.keypadPage(), CARD);
        assertThatThrownBy(() -> portfolio.in(c -> {
                    orders(c).cancel(TestPortfolio.CLIENT, debt().debtId(), second.order());
                    return true;
                }))
                .hasMessage("card.paid");
    }

    @Test
    void aWordThatWasLostIsAskedForAndWhatNobodyPaysInTimeEnds() throws Exception {
        ask(CardWay.KEYPAD, 400_00);
        SandboxStand.type(stand.keypadPage(), CARD);
        now = NOW.plus(Duration.ofMinutes(2));
        look();
        assertThat(states()).containsExactly("PAID");
        assertThat(owed()).isEqualTo(600_00);

        ask(CardWay.KEYPAD, 100_00);
        now = now.plus(Duration.ofMinutes(31));
        look();
        assertThat(states()).containsExactly("EXPIRED", "PAID");
    }

    private Made ask(CardWay way, long minor) {
        Made asked = portfolio.in(c -> {
            Made made = orders(c).begin(debt(), new Wish(way, new Money(minor, "TRY"), null, "deniz"));
            UUID message = made.message();
            if (message != null) {
                new SendMessages(c, new RuledOutreach(), this::post, now).now(TestPortfolio.CLIENT, message);
            }
            return made;
        });
        return portfolio.in(c -> {
            orders(c).ring(debt(), asked.order());
            return asked;
        });
    }

    private void post(Postbox.Parcel parcel, byte[] content) {
        posted.add(new String(content, StandardCharsets.UTF_8));
    }

    private LinkToken token() {
        String address = posted.get(posted.size() - 1);
        return links.read(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
    }

    private CardOrders orders(Connection c) {
        return new CardOrders(c, provider, links, now);
    }

    private boolean mayOpen(LinkToken token) {
        return portfolio.in(c -> orders(c).mayOpen(token));
    }

    private boolean portfolioOf(ClientId client, LinkToken token) {
        try (var c = portfolio.scoped(client)) {
            return new CardOrders(c, provider, links, now).mayOpen(token);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI open(LinkToken token) {
        return portfolio.in(c -> orders(c).open(token));
    }

    private Optional<Boolean> hear(String body, String signature) {
        return provider.heard(body, signature, now).map(word -> take(TestPortfolio.CLIENT, word));
    }

    private boolean take(ClientId scope, Word word) {
        try (var c = portfolio.scoped(scope)) {
            boolean taken = new TakeCardPayment(c, provider, tools()).take(word);
            c.commit();
            return taken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void look() {
        Optional<Silent> one = portfolio.in(c -> new TakeCardPayment(c, provider, tools()).next(TestPortfolio.CLIENT));
        one.ifPresent(silent ->
                portfolio.in(c -> new TakeCardPayment(c, provider, tools()).ask(TestPortfolio.CLIENT, silent)));
    }

    private PaymentTools tools() {
        return new PaymentTools(outreach, outreach, provider.name(), now);
    }

    private Word said() throws InterruptedException {
        String[] word = stand.nextWord();
        return provider.heard(word[0], word[1], now).orElseThrow();
    }

    private DebtFile debt() {
        return portfolio.file("AK-1");
    }

    private List<String> states() {
        return portfolio.in(c -> CardList.ofDebt(c, TestPortfolio.CLIENT, debt().debtId(), now)).stream()
                .map(CardView::state)
                .toList();
    }

    private int owed() {
        return portfolio.number("select (costs + fees + interest + principal)::int from debt");
    }

    private int trust() {
        return portfolio.number(
                "select coalesce(sum(case move when 'RECEIVED' then amount when 'RETURNED' then -amount else 0 end),"
                        + " 0)::int from trust_line");
    }

    private void wording(String channel, String body) {
        portfolio.in(c -> {
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    new Key("LINK", channel, "tr"),
                    new Wording("Link", body),
                    "bora",
                    NOW);
            return channel;
        });
    }
}
