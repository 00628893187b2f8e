package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.DebtTasks.Returned;
import org.fairlead.collections.DebtTasks.RowFault;
import org.fairlead.collections.DebtTasks.SheetRow;
import org.fairlead.collections.DebtTasks.TaskView;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An outside agency gets what may be done, and answers for what it was handed. */
@Tag("database")
class TaskAgencyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int SITE = 1;

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @BeforeEach
    void placeDebts() {
        portfolio.execute("delete from debt where client_id = 7");
        portfolio.place(
                """
                reference;customer_id;name;phone;street;postal_code;city;principal;past_due_since
                AK-1001;C-1;Ayşe Öz;0532 123 01 11;Gül Sk. 3;34710;İstanbul;100,00;2026-01-15
                AK-1002;C-2;Can Su;0532 123 01 13;;;;250,50;2026-01-15
                """,
                NOW);
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatMayNotBeDoneNowIsNotHandedOut() {
        UUID stays = ask("AK-1001", "FIELD_VISIT");
        UUID goes = ask("AK-1002", "FIELD_VISIT");
        portfolio.execute("update debt set status = 'PLAN' where reference = 'AK-1001'");

        assertThat(hand("FIELD_VISIT", "Doorstep")).isEqualTo(1);

        assertThat(one(stays)).returns("OPEN", TaskView::state).returns(null, TaskView::agency);
        assertThat(one(goes)).returns("TAKEN", TaskView::state).returns("Doorstep", TaskView::agency);
        assertThat(sheet("Doorstep")).extracting(SheetRow::reference).containsExactly("AK-1002");
        assertThat(portfolio.number("select count(*) from debt_event where kind = 'TASK_HANDED'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> hand("FIELD_VISIT", "Doorstep")).hasMessage("task.none");
    }

    @Test
    void anAgencyClosesOnlyWhatItWasHanded() {
        UUID court = ask("AK-1001", "LEGAL_REFERRAL");
        UUID own = ask("AK-1001", "LEGAL_REVIEW");
        take(own);
        UUID elsewhere = ask("AK-1001", "CREDIT_REPORT");
        hand("CREDIT_REPORT", "Bureau");
        UUID back = ask("AK-1002", "FIELD_VISIT");
        hand("FIELD_VISIT", "Doorstep");
        take(back);
        UUID theirs = ask("AK-1001", "FIELD_VISIT");
        hand("FIELD_VISIT", "Doorstep");

        Returned returned = takeIn(
                " Doorstep ",
                "task,outcome,words\n%s,DONE,a\n%s,DONE,b\n%s,DONE,c\n%s,DONE,d\n%s,DONE,e\n"
                        .formatted(court, own, elsewhere, back, theirs));

        assertThat(returned.closed()).isEqualTo(1);
        assertThat(returned.faults())
                .extracting(RowFault::line, RowFault::reason)
                .containsExactly(tuple(2, "agency"), tuple(3, "agency"), tuple(4, "agency"), tuple(5, "agency"));
        assertThat(List.of(court, own, elsewhere, back))
                .extracting(id -> one(id).state())
                .containsExactly("OPEN", "TAKEN", "TAKEN", "TAKEN");
        assertThat(one(theirs).state()).isEqualTo("DONE");
        assertThat(portfolio.file("AK-1001").legal()).isFalse();
        assertThatThrownBy(() -> takeIn(" ", "task,outcome,words\n")).hasMessage("task.agency");
    }

    @Test
    void anAgencysFileWaitsForTheNightAsTheNightWaitsForFiles() throws Exception {
        String file = "task,outcome,words\n%s,DONE,spoke to her\n".formatted(handed("AK-1001"));
        try (Connection night = portfolio.scoped(TestPortfolio.CLIENT)) {
            PortfolioBook.lock(night, PortfolioBook.one(night, TestPortfolio.PORTFOLIO));

            assertThatThrownBy(() -> portfolio.in(c -> {
                        Sql.list(c, row -> row, "select set_config('lock_timeout', '300ms', true)");
                        return takeIn(c, "Doorstep", file);
                    }))
                    .hasStackTraceContaining("lock timeout");
        }
        assertThat(takeIn("Doorstep", file).closed()).isEqualTo(1);
    }

    @Test
    void aHoldThatComesMeanwhileIsAFaultOfItsRowAlone() throws Exception {
        UUID stopped = handed("AK-1001");
        UUID other = handed("AK-1002");
        DebtFile debt = portfolio.file("AK-1001");
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            new HoldBook(c, outreach, NOW).place(debt, Hold.DISPUTE, "not mine", "deniz");
            CompletableFuture<Returned> file = CompletableFuture.supplyAsync(() ->
                    takeIn("Doorstep", "task,outcome,words\n%s,DONE,spoke\n%s,DONE,spoke\n".formatted(stopped, other)));
            portfolio.awaitSomebodyWhoWaits();
            c.commit();

            assertThat(file.get(20, TimeUnit.SECONDS))
                    .returns(1, Returned::closed)
                    .extracting(one -> one.faults().get(0))
                    .returns(2, RowFault::line)
                    .returns("over", RowFault::reason);
        }
        assertThat(one(stopped).state()).isEqualTo("WITHDRAWN");
        assertThat(one(other).state()).isEqualTo("DONE");
    }

    /** A hold of the person withdraws tasks of debts that it does not lock. */
    @Test
    void aHoldThatComesMeanwhileToAnotherDebtOfThePersonIsAFaultToo() throws Exception {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-1003;C-1;Ayşe Öz;0532 123 01 11;70,00;2026-01-15
                """,
                NOW);
        UUID stopped = handed("AK-1001");
        UUID other = handed("AK-1002");
        DebtFile debt = portfolio.file("AK-1003");
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            new HoldBook(c, outreach, NOW).place(debt, Hold.DECEASED, "the family called", "deniz");
            CompletableFuture<Returned> file = CompletableFuture.supplyAsync(() ->
                    takeIn("Doorstep", "task,outcome,words\n%s,DONE,spoke\n%s,DONE,spoke\n".formatted(stopped, other)));
            portfolio.awaitSomebodyWhoWaits();
            c.commit();

            assertThat(file.get(20, TimeUnit.SECONDS)).returns(1, Returned::closed);
        }
        assertThat(one(stopped).state()).isEqualTo("WITHDRAWN");
        assertThat(one(other).state()).isEqualTo("DONE");
    }

    /** Both would wait for each other for ever, if tasks were taken before the next debt. */
    @Test
    void handingOverWaitsForAHoldOfAnotherDebtOfThePersonAndHandsWhatIsLeft() throws Exception {
        portfolio.place(
                """
                reference;customer_id;name;phone;principal;past_due_since
                AK-1003;C-1;Ayşe Öz;0532 123 01 11;70,00;2026-01-15
                """,
                NOW);
        UUID stopped = ask("AK-1001", "FIELD_VISIT");
        UUID other = ask("AK-1002", "FIELD_VISIT");
        UUID held = ask("AK-1003", "FIELD_VISIT");
        DebtFile debt = portfolio.file("AK-1003");
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            DebtLedger.lock(c, TestPortfolio.CLIENT, debt.debtId());
            CompletableFuture<Integer> handed = CompletableFuture.supplyAsync(() -> hand("FIELD_VISIT", "Doorstep"));
            portfolio.awaitSomebodyWhoWaits();
            new HoldBook(c, outreach, NOW).place(debt, Hold.DECEASED, "the family called", "deniz");
            c.commit();

            assertThat(handed.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(List.of(one(stopped).state(), one(held).state(), one(other).state()))
                .containsExactly("WITHDRAWN", "WITHDRAWN", "TAKEN");
    }

    @Test
    void whatIsAskedForWhileAHoldIsPlacedIsRefusedByIt() throws Exception {
        DebtFile debt = portfolio.file("AK-1001");
        try (Connection c = portfolio.scoped(TestPortfolio.CLIENT)) {
            new HoldBook(c, outreach, NOW).place(debt, Hold.DISPUTE, "not mine", "deniz");
            CompletableFuture<UUID> asked = CompletableFuture.supplyAsync(() ->
                    portfolio.in(d -> new TaskBook(d, "sena", NOW).ask(debt, "FIELD_VISIT", "she wrote nothing back")));
            portfolio.awaitSomebodyWhoWaits();
            c.commit();

            assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS)).hasStackTraceContaining("task.gate");
        }
        assertThat(portfolio.number("select count(*)::int from debt_task")).isZero();
    }

    @Test
    void whatTheStrategyWantsOfADebtThatIsHeldMeanwhileIsNotOpened() {
        DebtFile before = portfolio.file("AK-1001");
        portfolio.in(c -> new HoldBook(c, outreach, NOW).place(before, Hold.DISPUTE, "not mine", "deniz"));

        portfolio.in(c -> {
            TaskBook.want(c, before, Step.FIELD_VISIT, "late", NOW);
            return true;
        });

        assertThat(portfolio.number("select count(*)::int from debt_task")).isZero();
    }

    @Test
    void aNumberThatTheClientShowsNobodyIsNotInTheSheet() {
        handed("AK-1001");
        assertThat(sheet("Doorstep")).extracting(SheetRow::phone).containsExactly("+905321230111");

        portfolio.execute("insert into masking (client_id, site_id, reveal) values (7, %d, false)".formatted(SITE));

        assertThat(sheet("Doorstep").get(0)).returns(null, SheetRow::phone).returns("Gül Sk. 3", SheetRow::street);
    }

    private UUID handed(String reference) {
        UUID visit = ask(reference, "FIELD_VISIT");
        hand("FIELD_VISIT", "Doorstep");
        return visit;
    }

    private UUID ask(String reference, String kind) {
        DebtFile debt = portfolio.file(reference);
        return portfolio.in(c -> new TaskBook(c, "sena", NOW).ask(debt, kind, "she wrote nothing back"));
    }

    private void take(UUID task) {
        portfolio.in(c -> {
            TaskBook tasks = new TaskBook(c, "sena", NOW);
            tasks.take(tasks.one(task));
            return true;
        });
    }

    private int hand(String kind, String agency) {
        return portfolio.in(c -> new TaskBook(c, "sena", NOW).hand(of(c), kind, agency));
    }

    private List<SheetRow> sheet(String agency) {
        return portfolio.in(c -> new TaskAgency(c, of(c)).sheet(agency, SITE, 0, 10));
    }

    private Returned takeIn(String agency, String file) {
        return portfolio.in(c -> takeIn(c, agency, file));
    }

    private static Returned takeIn(Connection c, String agency, String file) {
        return new TaskAgency(c, of(c))
                .takeIn(
                        new TaskBook(c, "sena", NOW),
                        agency,
                        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static Portfolio of(Connection c) {
        return PortfolioBook.one(c, TestPortfolio.PORTFOLIO);
    }

    private TaskView one(UUID task) {
        return portfolio.in(c -> new TaskBook(c, "sena", NOW).one(task));
    }
}
