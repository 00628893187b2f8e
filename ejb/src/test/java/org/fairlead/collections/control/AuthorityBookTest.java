package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Authorities.Change;
import org.fairlead.collections.Authorities.Floor;
import org.fairlead.collections.Authorities.Limit;
import org.fairlead.collections.Authorities.Table;
import org.fairlead.collections.DeskTerms.Sender;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.shared.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Authority of roles, identity steps and senders, edited. */
@Tag("database")
class AuthorityBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void agreeOnSomething() {
        portfolio.execute(
                """
                insert into plan_limit values (7, '%1$s', 'agent', 6, 10000);
                insert into settlement_floor values (7, '%1$s', 'agent', 0, 0, 0.9);
                """
                        .formatted(TestPortfolio.PORTFOLIO));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void lessAuthorityCountsAtOnce() {
        Change made = change("bora", table(3, "100", "95"));

        assertThat(made.state()).isEqualTo("IN_FORCE");
        assertThat(made.raises()).isFalse();
        assertThat(rows()).containsExactly("agent 3 10000 0.9500");
    }

    @Test
    void moreAuthorityCountsWhenSomebodyElseConfirmsItAndNotBefore() {
        Change made = change("bora", table(12, "50", "80"));

        assertThat(made.state()).isEqualTo("WAITS");
        assertThat(rows()).containsExactly("agent 6 10000 0.9000");
        assertThatThrownBy(() -> confirm("bora", made.changeId())).hasMessage("authority.four-eyes");
        assertThatThrownBy(() -> change("selin", table(3, "100", "95"))).hasMessage("authority.waits");
        assertThat(rows()).containsExactly("agent 6 10000 0.9000");

        confirm("selin", made.changeId());

        assertThat(rows()).containsExactly("agent 12 5000 0.8000");
        assertThatThrownBy(() -> confirm("selin", made.changeId())).hasMessage("authority.decided");
        assertThat(changes()).containsExactly("IN_FORCE bora selin");
    }

    /** Around the book: the row itself knows who made it. */
    @Test
    void theDatabaseLetsNobodyConfirmTheirOwn() {
        Change made = change("bora", table(12, "50", "80"));

        assertThatThrownBy(() -> portfolio.execute(
                        "update authority_change set state = 'IN_FORCE', decided_by = 'bora', decided_at = now() where change_id = '"
                                + made.changeId() + "'"))
                .hasStackTraceContaining("authority_change_check");
    }

    @Test
    void whatIsRefusedOrTakenBackChangesNothing() {
        Change first = change("bora", table(12, "50", "80"));
        refuse("bora", first.changeId());
        Change second = change("bora", table(12, "50", "80"));
        refuse("selin", second.changeId());

        assertThat(changes()).containsExactlyInAnyOrder("WITHDRAWN bora bora", "REFUSED bora selin");
        assertThat(rows()).containsExactly("agent 6 10000 0.9000");
        assertThatThrownBy(() -> confirm("selin", second.changeId())).hasMessage("authority.decided");
    }

    @Test
    void whatIsNoneIsRefusedByItsField() {
        assertThatThrownBy(() -> change("bora", table(6, "100", "90"))).hasMessage("authority.same");
        assertThatThrownBy(() -> change("bora", table(121, "100", "90"))).hasMessage("authority.instalments");
        assertThatThrownBy(() -> change("bora", table(6, "-1", "90"))).hasMessage("authority.least");
        assertThatThrownBy(() -> change("bora", table(6, "0.001", "90"))).hasMessage("authority.least");
        assertThatThrownBy(() -> change("bora", table(6, "100", "101"))).hasMessage("authority.percent");
        assertThatThrownBy(() -> change("bora", table(6, "100", "90.001"))).hasMessage("authority.percent");
        Limit limit = new Limit("agent", 6, BigDecimal.ONE);
        Floor floor = new Floor("agent", 0, BigDecimal.ZERO, BigDecimal.TEN);
        assertThatThrownBy(() -> change("bora", new Table(List.of(limit, limit), List.of())))
                .hasMessage("authority.twice");
        assertThatThrownBy(() -> change("bora", new Table(List.of(), List.of(floor, floor))))
                .hasMessage("authority.twice");
        assertThatThrownBy(() ->
                        change("bora", new Table(List.of(new Limit("integration", 6, BigDecimal.ONE)), List.of())))
                .hasMessage("authority.role");
        assertThatThrownBy(() -> portfolio.in(c -> new AuthorityBook(c, "bora", NOW)
                        .change(PortfolioBook.one(c, TestPortfolio.PORTFOLIO), table(3, "100", "90"), " ")))
                .hasMessage("authority.reason");
    }

    @Test
    void anotherClientFindsNothingOfIt() throws SQLException {
        Change made = change("bora", table(12, "50", "80"));
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            AuthorityBook book = new AuthorityBook(c, "nora", NOW);
            assertThatThrownBy(() -> book.one(made.changeId())).isInstanceOf(NotFound.class);
            assertThat(book.table(foreign).limits()).isEmpty();
            assertThat(book.changes(foreign)).isEmpty();
            // whoever has the change in hand decides nothing with it
            assertThatThrownBy(() -> book.confirm(asIfNotMine(made))).isInstanceOf(NotFound.class);
            DeskTermBook.saveIdentity(c, foreign, List.of("EMAIL", "PHONE_END"));
            c.commit();
        }
        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThatThrownBy(() -> DeskTermBook.saveSender(c, foreign, "SMS", "Nora"))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(portfolio.texts("select identity_steps[1] from portfolio")).containsExactly("BIRTH_DATE");
        assertThat(rows()).containsExactly("agent 6 10000 0.9000");
    }

    @Test
    void identityStepsAreAtLeastTwoThatThereAre() {
        saveIdentity("STREET", "EMAIL", "BIRTH_DATE");

        List<String> kept = portfolio.in(c -> DeskTermBook.identity(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));

        assertThat(kept).containsExactly("STREET", "EMAIL", "BIRTH_DATE");
        assertThatThrownBy(() -> saveIdentity("STREET")).hasMessageStartingWith("identity.few");
        assertThatThrownBy(() -> saveIdentity("STREET", "STREET")).hasMessage("identity.twice");
        assertThatThrownBy(() -> saveIdentity("STREET", "SHOE_SIZE")).hasMessageStartingWith("identity.step");
    }

    @Test
    void aSenderIsWhatThePostCanSendFrom() {
        saveSender("EMAIL", "Seven Kart <tahsilat@seven.example>");
        saveSender("SMS", "+905321230000");
        saveSender("SMS", "SEVENKART");

        assertThat(senders())
                .containsExactly(
                        new Sender("EMAIL", "Seven Kart <tahsilat@seven.example>"), new Sender("SMS", "SEVENKART"));
        assertThatThrownBy(() -> saveSender("EMAIL", "tahsilat")).hasMessage("sender.email");
        assertThatThrownBy(() -> saveSender("EMAIL", "a@b.example\r\nBcc: x@y.example"))
                .hasMessage("sender.email");
        assertThatThrownBy(() -> saveSender("SMS", "TWELVELETTERS")).hasMessage("sender.sms");
        assertThatThrownBy(() -> saveSender("SMS", "12345")).hasMessage("sender.sms");
        assertThatThrownBy(() -> saveSender("FAX", "x")).hasMessage("sender.channel");

        saveSender("SMS", " ");

        assertThat(senders().get(1).sender()).isNull();
    }

    private static Change asIfNotMine(Change made) {
        return new Change(
                made.client(),
                made.changeId(),
                made.portfolioId(),
                made.table(),
                true,
                "WAITS",
                "",
                "bora",
                NOW,
                null,
                null,
                false);
    }

    private static Table table(int instalments, String least, String percent) {
        return new Table(
                List.of(new Limit("agent", instalments, new BigDecimal(least))),
                List.of(new Floor("agent", 0, BigDecimal.ZERO, new BigDecimal(percent))));
    }

    private Change change(String login, Table table) {
        return portfolio.in(c -> new AuthorityBook(c, login, NOW)
                .change(PortfolioBook.one(c, TestPortfolio.PORTFOLIO), table, "as agreed in March"));
    }

    private void confirm(String login, UUID change) {
        portfolio.in(c -> {
            AuthorityBook book = new AuthorityBook(c, login, NOW);
            book.confirm(book.one(change));
            return true;
        });
    }

    private void refuse(String login, UUID change) {
        portfolio.in(c -> {
            AuthorityBook book = new AuthorityBook(c, login, NOW);
            book.refuse(book.one(change));
            return true;
        });
    }

    private List<String> changes() {
        return portfolio.in(c -> new AuthorityBook(c, "clara", NOW)
                .changes(PortfolioBook.one(c, TestPortfolio.PORTFOLIO)).stream()
                        .map(one -> one.state() + " " + one.madeBy() + " " + one.decidedBy())
                        .toList());
    }

    private List<String> rows() {
        return portfolio.texts(
                """
                select l.role || ' ' || l.instalments || ' ' || l.least || ' ' || f.part from plan_limit l
                join settlement_floor f using (client_id, portfolio_id, role) where client_id = 7
                """);
    }

    private void saveIdentity(String... steps) {
        portfolio.in(c -> {
            DeskTermBook.saveIdentity(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), List.of(steps));
            return true;
        });
    }

    private void saveSender(String channel, String sender) {
        portfolio.in(c -> {
            DeskTermBook.saveSender(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), channel, sender);
            return true;
        });
    }

    private List<Sender> senders() {
        return portfolio.in(c -> DeskTermBook.senders(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)));
    }
}
