package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.DebtTasks.Outcome;
import org.fairlead.collections.DebtTasks.Returned;
import org.fairlead.collections.DebtTasks.RowFault;
import org.fairlead.collections.DebtTasks.SheetRow;
import org.fairlead.collections.DebtTasks.TaskView;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.Hold;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Visits, legal work and credit reports: asked for, done, handed out, and stopped by what stops everything. */
@Tag("database")
class TaskBookTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

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
    void aTaskIsTakenNotedAndClosedAndTheTimelineTellsIt() {
        UUID visit = ask("AK-1001", "FIELD_VISIT");

        work("sena", (tasks, one) -> tasks.take(one), visit);
        work("sena", (tasks, one) -> tasks.note(one, "nobody there at noon"), visit);
        work("sena", (tasks, one) -> tasks.close(one, Outcome.NOT_POSSIBLE, "moved away", "LEGAL_REVIEW"), visit);

        assertThat(one(visit))
                .returns("NOT_POSSIBLE", TaskView::state)
                .returns("moved away", TaskView::outcome)
                .returns("sena", TaskView::takenBy);
        assertThat(open()).containsExactly("AK-1001 LEGAL_REVIEW OPEN");
        assertThat(events()).containsExactly("TASK_ASKED", "TASK_TAKEN", "TASK_NOT_POSSIBLE", "TASK_ASKED");
        assertThatThrownBy(() -> work("sena", (tasks, one) -> tasks.close(one, Outcome.DONE, "again", null), visit))
                .hasMessage("task.over");
        assertThatThrownBy(() -> work("sena", (tasks, one) -> tasks.take(one), visit))
                .hasMessage("task.over");
        assertThatThrownBy(() -> work("sena", (tasks, one) -> tasks.note(one, "late"), visit))
                .hasMessage("task.over");
    }

    @Test
    void whatWentToCourtIsLegalFromThenOn() {
        UUID court = ask("AK-1001", "LEGAL_REFERRAL");
        assertThat(portfolio.file("AK-1001").legal()).isFalse();

        work("sena", (tasks, one) -> tasks.close(one, Outcome.DONE, "file 2026/17", null), court);

        assertThat(portfolio.file("AK-1001").legal()).isTrue();
    }

    @Test
    void aHoldWithdrawsWhatIsOpenAndNothingIsAskedForWhileItStands() {
        UUID visit = ask("AK-1001", "FIELD_VISIT");
        UUID other = ask("AK-1002", "FIELD_VISIT");
        hand("FIELD_VISIT", "Doorstep");

        hold("AK-1001", Hold.DISPUTE);

        assertThat(one(visit)).returns("WITHDRAWN", TaskView::state).returns("DISPUTE", TaskView::outcome);
        assertThat(one(other).state()).isEqualTo("TAKEN");
        assertThat(sheet("Doorstep")).extracting(SheetRow::reference).containsExactly("AK-1002");
        assertThatThrownBy(() -> ask("AK-1001", "FIELD_VISIT"))
                .hasMessage("task.gate")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("HOLD"));
    }

    /** The task that is followed up was open before the promise: the next one is asked for and is refused with it. */
    @Test
    void aPromiseStopsTheNextStepAndTheTaskStaysOpenThen() {
        UUID review = ask("AK-1001", "LEGAL_REVIEW");
        portfolio.execute("update debt set status = 'PLAN' where reference = 'AK-1001'");

        assertThatThrownBy(() -> work(
                        "sena", (tasks, one) -> tasks.close(one, Outcome.DONE, "may go", "LEGAL_REFERRAL"), review))
                .hasMessage("task.gate");
        assertThatThrownBy(() -> work("sena", (tasks, one) -> tasks.take(one), review))
                .hasMessage("task.gate");
        assertThat(one(review).state()).isEqualTo("OPEN");
    }

    @Test
    void aDebtThatWasPaidHasNothingToDoAnyMore() {
        UUID visit = ask("AK-1001", "FIELD_VISIT");

        portfolio.take(
                "date;amount;currency;reference;payer;returned\n2026-03-02;100,00;TRY;AK-1001;X;\nTOTAL;100,00;;1;;\n",
                new PaymentTools(outreach, outreach, "bora", NOW));

        assertThat(one(visit)).returns("WITHDRAWN", TaskView::state).returns("ENDED", TaskView::outcome);
    }

    @Test
    void aStrategyAsksOnceWhileOneOfItsKindIsOpen() {
        want("AK-1001", Step.FIELD_VISIT);
        want("AK-1001", Step.FIELD_VISIT);
        want("AK-1001", Step.CALL);

        assertThat(open()).containsExactly("AK-1001 FIELD_VISIT OPEN");
        assertThatThrownBy(() -> ask("AK-1001", "FIELD_VISIT")).hasMessage("task.open");
        work("sena", (tasks, one) -> tasks.close(one, Outcome.DONE, "spoke at the door", null), first());
        want("AK-1001", Step.FIELD_VISIT);
        assertThat(open()).containsExactly("AK-1001 FIELD_VISIT OPEN");
    }

    @Test
    void anAgencyGetsWhatItHasToKnowAndItsFileComesBackRowByRow() {
        UUID visit = ask("AK-1001", "FIELD_VISIT");
        UUID other = ask("AK-1002", "FIELD_VISIT");
        ask("AK-1002", "CREDIT_REPORT");

        assertThat(hand("FIELD_VISIT", "Doorstep")).isEqualTo(2);

        assertThat(sheet("Doorstep"))
                .extracting(row -> row.reference() + " " + row.street() + " " + row.owed() + " " + row.currency())
                .containsExactly("AK-1001 Gül Sk. 3 100.00 TRY", "AK-1002 null 250.50 TRY");
        String file =
                """
                task;kind;outcome;words
                %1$s;FIELD_VISIT;done;spoke to her
                %2$s;FIELD_VISIT;;
                %2$s;FIELD_VISIT;GONE;where
                nonsense;FIELD_VISIT;DONE;where
                %1$s;FIELD_VISIT;DONE;twice
                %3$s;FIELD_VISIT;DONE;not ours
                %2$s;FIELD_VISIT;NOT_POSSIBLE;
                %2$s
                """
                        .formatted(visit, other, UUID.randomUUID());

        Returned returned = takeIn(file);

        assertThat(returned.closed()).isEqualTo(1);
        assertThat(returned.read()).isEqualTo(8);
        assertThat(returned.faults())
                .extracting(RowFault::line, RowFault::reason)
                .containsExactly(
                        tuple(4, "outcome"),
                        tuple(5, "task"),
                        tuple(6, "twice"),
                        tuple(7, "task"),
                        tuple(8, "words"),
                        tuple(9, "cells"));
        assertThat(one(visit)).returns("DONE", TaskView::state).returns("spoke to her", TaskView::outcome);
        assertThat(one(other).state()).isEqualTo("TAKEN");
        // the same file again changes nothing
        assertThat(takeIn(file)).returns(0, Returned::closed).returns(1, Returned::known);
        assertThatThrownBy(() -> takeIn("task;words\n")).hasMessage("task.file");
        assertThatThrownBy(() -> takeIn("")).hasMessage("task.file");
        assertThatThrownBy(() -> hand("FIELD_VISIT", "Doorstep")).hasMessage("task.none");
        assertThatThrownBy(() -> hand("FIELD_VISIT", " ")).hasMessage("task.agency");
    }

    @Test
    void anotherClientSeesAndTakesNothing() throws SQLException {
        UUID visit = ask("AK-1001", "FIELD_VISIT");
        TaskView known = one(visit);
        var foreign = portfolio.in(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO));

        try (Connection c = portfolio.scoped(TestPortfolio.STRANGER)) {
            TaskBook tasks = new TaskBook(c, "nora", NOW);
            assertThatThrownBy(() -> tasks.one(visit)).isInstanceOf(NotFound.class);
            assertThat(tasks.open(foreign, 0, 10)).isEmpty();
            assertThat(new TaskAgency(c, foreign).agencies()).isEmpty();
            assertThatThrownBy(() -> tasks.hand(foreign, "FIELD_VISIT", "Nora")).hasMessage("task.none");
            assertThatThrownBy(() -> tasks.take(known)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> tasks.close(known, Outcome.DONE, "x", null))
                    .isInstanceOf(NotFound.class);
            assertThat(new TaskAgency(c, foreign)
                            .takeIn(tasks, "Doorstep", bytes("task,outcome,words\n" + visit + ",DONE,x\n"))
                            .closed())
                    .isZero();
            c.commit();
        }
        assertThat(one(visit).state()).isEqualTo("OPEN");
    }

    private interface Work {
        void with(TaskBook tasks, TaskView one);
    }

    private void work(String login, Work work, UUID task) {
        portfolio.in(c -> {
            TaskBook tasks = new TaskBook(c, login, NOW);
            work.with(tasks, tasks.one(task));
            return true;
        });
    }

    private UUID ask(String reference, String kind) {
        DebtFile debt = portfolio.file(reference);
        return portfolio.in(c -> new TaskBook(c, "sena", NOW).ask(debt, kind, "she wrote nothing back"));
    }

    private void want(String reference, Step step) {
        DebtFile debt = portfolio.file(reference);
        portfolio.in(c -> {
            TaskBook.want(c, debt, step, "late · v1", NOW);
            return true;
        });
    }

    private void hold(String reference, Hold kind) {
        DebtFile debt = portfolio.file(reference);
        portfolio.in(c -> new HoldBook(c, outreach, NOW).place(debt, kind, "not mine", "deniz"));
    }

    private int hand(String kind, String agency) {
        return portfolio.in(
                c -> new TaskBook(c, "sena", NOW).hand(PortfolioBook.one(c, TestPortfolio.PORTFOLIO), kind, agency));
    }

    private List<SheetRow> sheet(String agency) {
        return portfolio.in(
                c -> new TaskAgency(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO)).sheet(agency, 1, 0, 10));
    }

    private Returned takeIn(String file) {
        return portfolio.in(c -> new TaskAgency(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO))
                .takeIn(new TaskBook(c, "sena", NOW), "Doorstep", bytes(file)));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private TaskView one(UUID task) {
        return portfolio.in(c -> new TaskBook(c, "sena", NOW).one(task));
    }

    private UUID first() {
        return portfolio
                .in(c -> new TaskBook(c, "sena", NOW).open(PortfolioBook.one(c, TestPortfolio.PORTFOLIO), 0, 10))
                .get(0)
                .taskId();
    }

    private List<String> open() {
        return portfolio.in(c -> new TaskBook(c, "sena", NOW)
                .open(PortfolioBook.one(c, TestPortfolio.PORTFOLIO), 0, 10).stream()
                        .map(one -> one.reference() + " " + one.kind() + " " + one.state())
                        .toList());
    }

    private List<String> events() {
        return portfolio.texts("select kind from debt_event where kind like 'TASK%' order by event_id");
    }
}
