package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairlead.collections.Debtors.Question;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class IdentityCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID CONTACT = UUID.fromString("00000000-0000-7000-8000-000000000021");
    private static final Map<Question, String> RIGHT =
            Map.of(Question.BIRTH_DATE, "1980-02-03", Question.POSTAL_CODE, "34710");
    private static final Map<Question, String> WRONG =
            Map.of(Question.BIRTH_DATE, "1981-02-03", Question.POSTAL_CODE, "34710");

    private final TestPortfolio portfolio = new TestPortfolio();

    @BeforeEach
    void placeADebt() {
        portfolio.place(
                """
                reference;customer_id;name;birth_date;postal_code;phone;principal;past_due_since
                A-1;C-1;Ayşe Öz;1980-02-03;34710;0532 123 01 11;100,00;2026-01-15
                """,
                NOW);
        portfolio.execute(
                """
                insert into contact (client_id, contact_id, direction, state, gateway, call_id, offered_at)
                values (7, '%1$s', 'OUTBOUND', 'CONNECTED', 'izmir', '%1$s', now())
                """
                        .formatted(CONTACT));
    }

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void threeWrongTriesLockTheContactForTheRightAnswerToo() {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(WRONG)).isFalse();
        }

        assertThatThrownBy(() -> ask(RIGHT)).isInstanceOf(Refused.class).hasMessage("debtor.locked");
        assertThat(portfolio.number("select tries from debtor_check")).isEqualTo(3);
    }

    @Test
    void whoPassedIsAskedNoMore() {
        assertThat(ask(RIGHT)).isTrue();

        assertThat(ask(WRONG)).isTrue();
        assertThat(portfolio.number("select tries from debtor_check")).isEqualTo(1);
    }

    @Test
    void triesAtOnceAreThreeInAll() throws Exception {
        int many = 8;
        ExecutorService pool = Executors.newFixedThreadPool(many);
        CyclicBarrier together = new CyclicBarrier(many);
        List<Future<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            tries.add(pool.submit(() -> portfolio.in(c -> {
                meet(together);
                return check(c, WRONG);
            })));
        }

        int told = 0;
        for (Future<Boolean> one : tries) {
            try {
                assertThat(one.get()).isFalse();
                told++;
            } catch (ExecutionException locked) {
                assertThat(locked).hasRootCauseInstanceOf(Refused.class);
            }
        }
        pool.shutdownNow();

        assertThat(told).isEqualTo(3);
        assertThat(portfolio.number("select tries from debtor_check")).isEqualTo(3);
    }

    @Test
    void anAnswerThatIsNullIsNoneGiven() {
        Map<Question, String> answers = new HashMap<>();
        answers.put(Question.BIRTH_DATE, null);
        answers.put(Question.POSTAL_CODE, "34710");

        assertThat(ask(answers)).isFalse();
    }

    @Test
    void whoWasPlacedWithoutBirthDateAndPostalCodeIsAskedWhatElseIsKnown() {
        portfolio.execute(
                "update debtor set birth_date = null, postal_code = null, street = 'Atatürk Cad. 5' where client_id = 7;"
                        + " update debt set reference = 'AK-100241' where reference = 'A-1'");

        assertThat(questions()).containsExactly(Question.STREET, Question.REFERENCE_END);
        assertThat(ask(Map.of(Question.STREET, "atatürk cad 6", Question.REFERENCE_END, "0241")))
                .isFalse();
        assertThat(ask(Map.of(Question.REFERENCE_END, "0241"))).isFalse();
        assertThat(ask(Map.of(Question.STREET, "ATATÜRK CAD.5", Question.REFERENCE_END, "02-41")))
                .isTrue();
    }

    @Test
    void whatIsAskedAndInWhichOrderIsThePortfoliosToSay() {
        portfolio.execute(
                "update portfolio set identity_steps = '{POSTAL_CODE,REFERENCE_END,BIRTH_DATE}' where client_id = 7;"
                        + " update debt set reference = 'AK-100241' where reference = 'A-1'");

        assertThat(questions()).containsExactlyInAnyOrder(Question.POSTAL_CODE, Question.REFERENCE_END);
    }

    @Test
    void theOnlyTelephoneIsNoQuestionBecauseWhoAnsweredItKnowsIt() {
        portfolio.execute(
                "delete from debtor where client_id = 7; update debt set reference = 'A' where reference = 'A-1'");

        assertThat(questions()).isEmpty();
    }

    private List<Question> questions() {
        return portfolio.in(c -> new IdentityCheck(c, TestPortfolio.CLIENT, CONTACT, customer()).questions());
    }

    private UUID customer() {
        return UUID.fromString(portfolio
                .texts("select customer_id from customer where reference = 'C-1'")
                .get(0));
    }

    private boolean ask(Map<Question, String> answers) {
        return portfolio.in(c -> check(c, answers));
    }

    private boolean check(Connection c, Map<Question, String> answers) {
        return new IdentityCheck(c, TestPortfolio.CLIENT, CONTACT, customer()).passes(answers, "deniz", NOW);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
