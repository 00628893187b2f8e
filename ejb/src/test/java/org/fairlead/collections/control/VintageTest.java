package org.fairlead.collections.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.fairlead.collections.FakeOutreach;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PostPayment.PaymentTools;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is kept as it happens is the sum of all postings, after each thing that happens. */
@Tag("database")
class VintageTest {

    private static final String HEADER = "date;amount;currency;reference;payer;returned;key\n";

    private final TestPortfolio portfolio = new TestPortfolio();
    private final FakeOutreach outreach = new FakeOutreach();

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void whatIsKeptIsTheSumOfTheLedgerAfterEachThingThatHappens() {
        Random chance = new Random(20261122);
        int placed = 0;
        int key = 0;
        for (int round = 0; round < 40; round++) {
            LocalDate day = LocalDate.of(2026, 1, 10).plusDays(round * 5L);
            Instant now = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
            if (round % 4 == 0) {
                StringBuilder file =
                        new StringBuilder("reference;customer_id;name;phone;principal;interest;past_due_since\n");
                for (int i = 0; i < 5; i++, placed++) {
                    file.append("R%d;C%d;N%d;05321%06d;%d,00;%d,00;2025-12-01\n"
                            .formatted(
                                    placed,
                                    placed,
                                    placed,
                                    100000 + placed,
                                    100 + chance.nextInt(900),
                                    chance.nextInt(2) * 5));
                }
                portfolio.place(file.toString(), now);
            }
            int debt = chance.nextInt(placed);
            boolean all = chance.nextBoolean();
            int owed = portfolio.number(
                    "select (costs + fees + interest + principal)::int from debt where reference = 'R%d'"
                            .formatted(debt));
            int amount = all ? owed : Math.min(owed, 1_000);
            if (amount > 0) {
                pay(day, amount, debt, "", "k" + key++, now);
                if (chance.nextInt(3) == 0) {
                    pay(day, -amount, debt, "AC04", "k" + key++, now);
                }
            }
            assertThat(kept()).as("round " + round).isEqualTo(summed());
        }
        assertThat(kept()).hasSizeGreaterThan(4);
        portfolio.execute("update debt set status = 'RECALLED' where reference = 'R1'");
        assertThat(kept()).isEqualTo(summed());
    }

    @Test
    void anotherClientsScopeDoesNotSeeIt() throws Exception {
        try (var c = portfolio.scoped(TestPortfolio.STRANGER)) {
            assertThat(Sql.number(c, "select count(*) from vintage")).isZero();
        }
        assertThat(portfolio.number("select count(*) from vintage")).isEqualTo(1);
    }

    private void pay(LocalDate day, int minor, int debt, String returned, String key, Instant now) {
        String amount = "%s%d,%02d".formatted(minor < 0 ? "-" : "", Math.abs(minor) / 100, Math.abs(minor) % 100);
        portfolio.take(
                HEADER + "%s;%s;TRY;R%d;A;%s;%s\n".formatted(day, amount, debt, returned, key) + "TOTAL;" + amount
                        + ";;1;;;\n",
                new PaymentTools(outreach, outreach, "bora", now));
    }

    private List<String> kept() {
        return portfolio.texts(
                "select month || ' ' || debts || ' ' || paid || ' ' || placed || ' ' || collected from vintage"
                        + " where debts > 0 order by month");
    }

    private List<String> summed() {
        return portfolio.texts(
                """
                select date_trunc('month', d.placed_on)::date || ' ' || count(*) || ' ' || count(*) filter (where d.status = 'PAID')
                  || ' ' || sum(x.placed) || ' ' || sum(x.collected)
                from debt d
                join lateral (select -coalesce(sum(g.placed), 0) as placed, coalesce(sum(g.collected), 0) as collected
                  from debt_posting g where g.client_id = d.client_id and g.debt_id = d.debt_id) x on true
                group by date_trunc('month', d.placed_on) order by 1
                """);
    }
}
