package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.CardWay;
import org.fairlead.collections.Letters.Key;
import org.fairlead.collections.PaymentProvider;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.CardOrders.Wish;
import org.fairlead.collections.entity.LinkToken;
import org.fairlead.collections.entity.Wording;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The debtor opens a link, an agent asks for another payment or takes it back, and the provider thinks, all at once. */
@Tag("database")
class CardsAtOneInstantTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();
    private final SandboxStand stand = new SandboxStand(NOW);
    private final UnheardProvider provider = new UnheardProvider(stand.provider());

    @BeforeEach
    void placeADebt() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;email;principal;past_due_since
                AK-1;C-1;Ayşe Yıldız;0532 123 01 11;ayse@example.org;1000,00;2026-09-15
                """,
                NOW);
        portfolio.in(c -> {
            Key key = new Key("LINK", "SMS", "tr");
            LetterBook.save(
                    c,
                    PortfolioBook.one(c, TestPortfolio.PORTFOLIO),
                    key,
                    new Wording("Link", "{client}: {link}"),
                    "bora",
                    NOW);
            return key;
        });
    }

    @AfterEach
    void endAll() {
        stand.close();
        portfolio.close();
    }

    @Test
    void whileTheDebtorOpensALinkNoOtherPaymentOfTheDebtIsBegun() throws Exception {
        LinkToken token = link();
        try (Connection debtor = portfolio.scoped(TestPortfolio.CLIENT)) {
            orders(debtor).open(token);
            CompletableFuture<UUID> agent = CompletableFuture.supplyAsync(() -> ask(CardWay.KEYPAD));
            portfolio.awaitSomebodyWhoWaits();
            debtor.commit();

            assertThatThrownBy(() -> agent.get(20, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(Refused.class)
                    .hasMessage("card.open");
        }
        assertThat(states()).containsExactly("OPEN");
    }

    @Test
    void aLinkThatIsReplacedWhileItOpensShowsNoPage() {
        LinkToken token = link();
        provider.meanwhile = () -> {
            provider.meanwhile = () -> {};
            ask(CardWay.SMS);
        };

        assertThatThrownBy(() -> open(token)).isInstanceOf(Refused.class).hasMessage("card.link");

        assertThat(states()).containsExactlyInAnyOrder("CANCELLED", "LINK");
        assertThat(provider.ask(provider.sales.get(0)).kind()).isEqualTo(PaymentProvider.Kind.FAILED);
    }

    @Test
    void whatIsOpenedWhileItIsTakenBackIsTakenBackAtTheProviderToo() throws Exception {
        LinkToken token = link();
        try (Connection debtor = portfolio.scoped(TestPortfolio.CLIENT)) {
            orders(debtor).open(token);
            CompletableFuture<Void> agent = CompletableFuture.runAsync(() -> cancel(token.order()));
            portfolio.awaitSomebodyWhoWaits();
            debtor.commit();
            agent.get(20, TimeUnit.SECONDS);
        }

        assertThat(states()).containsExactly("CANCELLED");
        assertThat(provider.ask(provider.sales.get(0)).kind()).isEqualTo(PaymentProvider.Kind.FAILED);
    }

    @Test
    void noLockIsHeldWhileTheProviderThinksOfALinkThatOpensOrIsTakenBack() {
        LinkToken token = link();
        provider.meanwhile = this::lockAll;

        open(token);
        cancel(token.order());

        assertThat(states()).containsExactly("CANCELLED");
    }

    private void lockAll() {
        portfolio.in(c -> Sql.list(
                c,
                row -> row,
                "select 1 from portfolio p join debt d using (client_id, portfolio_id)"
                        + " join card_order o using (client_id, debt_id) for update nowait"));
    }

    private LinkToken link() {
        return new LinkToken(
                TestPortfolio.CLIENT,
                ask(CardWay.SMS),
                LocalDate.of(2026, 11, 24).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private UUID ask(CardWay way) {
        DebtFile debt = portfolio.file("AK-1");
        return portfolio
                .in(c -> orders(c).begin(debt, new Wish(way, new Money(400_00, "TRY"), null, "deniz")))
                .order();
    }

    private void open(LinkToken token) {
        portfolio.in(c -> orders(c).open(token));
    }

    private void cancel(UUID order) {
        UUID debt = portfolio.debt("AK-1");
        portfolio.in(c -> {
            orders(c).cancel(TestPortfolio.CLIENT, debt, order);
            return order;
        });
    }

    private CardOrders orders(Connection c) {
        return new CardOrders(c, provider, new CardLinks("http://console", "links"), NOW);
    }

    private List<String> states() {
        return portfolio.texts("select state from card_order order by made_at, order_id");
    }
}
