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
import java.util.Map;
import java.util.UUID;
import org.fairlead.collections.Placements.Acknowledged;
import org.fairlead.collections.Placements.Placement;
import org.fairlead.collections.Placements.RowFault;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class PlaceDebtsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HEADER =
            "reference;customer_id;name;birth_date;phone;principal;interest;past_due_since;guarantor_name;guarantor_phone\n";
    private static final String AYSE = ";C-1;Ayşe Öz;1980-02-03;0532 123 01 11;";

    private final TestPortfolio portfolio = new TestPortfolio();

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void aFileBecomesDebtsWithPeopleAndAFirstPosting() throws SQLException {
        UUID id = place(HEADER + "A-1" + AYSE + "1.234,50;10,00;2026-01-15;Ali Öz;0532 123 01 12\n", Map.of(), false);

        Placement placement = read(c -> PlacementBook.one(c, id));
        assertThat(placement.state()).isEqualTo("LOADED");
        assertThat(placement.rowsLoaded()).isEqualTo(1);
        List<Acknowledged> back = read(c -> PlacementBook.acknowledged(c, id, 0, 10));
        assertThat(back).singleElement().satisfies(one -> {
            assertThat(one.reference()).isEqualTo("A-1");
            assertThat(one.amount()).isEqualByComparingTo("1244.50");
        });
        assertThat(this.<List<String>>read(
                        c -> Sql.list(c, row -> row.getString(1), "select role from debt_party order by role")))
                .containsExactly("DEBTOR", "GUARANTOR");
        assertThat(this.<List<UUID>>read(c -> new DebtLedger(c, TestPortfolio.CLIENT).outOfStep()))
                .isEmpty();
    }

    @Test
    void debtsOfOnePersonAreLinkedAlsoWithoutTheClientsNumberForIt() throws SQLException {
        UUID id = place(
                HEADER
                        + "A-1" + AYSE + "100;0;2026-01-15;;\n"
                        + "A-2" + AYSE + "200;0;2026-01-15;;\n"
                        + "A-3;;Can Su;;0532 123 01 13;300;0;2026-01-15;;\n"
                        + "A-4;;CAN  SU;;0532 123 01 13;400;0;2026-01-15;;\n",
                Map.of(),
                false);

        Placement placement = read(c -> PlacementBook.one(c, id));

        assertThat(placement.rowsLoaded()).isEqualTo(4);
        assertThat(placement.linked()).isEqualTo(4);
        assertThat(this.<Integer>read(c -> Sql.number(c, "select count(*) from customer")))
                .isEqualTo(2);
    }

    @Test
    void eachBadRowSaysWhatIsWrongAndTheGoodOnesAreTaken() throws SQLException {
        UUID id = place(
                HEADER
                        + "A-1" + AYSE + "100;0;2026-01-15;;\n"
                        + "A-1" + AYSE + "100;0;2026-01-15;;\n"
                        + "A-2" + AYSE + "1.234;0;15/01/2026;;\n"
                        + "A-3;C-2;;;12;0;0;2027-01-15;;\n"
                        + "K-1" + AYSE + "5;0;2026-01-15;;\n"
                        + "=A-4" + AYSE + "5;0;2026-01-15;;\n",
                Map.of(),
                false);

        Placement placement = read(c -> PlacementBook.one(c, id));
        assertThat(placement.rowsLoaded()).isEqualTo(1);
        assertThat(placement.rowsBad()).isEqualTo(5);
        assertThat(this.<List<RowFault>>read(c -> PlacementBook.faults(c, id, 0, 50)))
                .extracting(RowFault::line, RowFault::column, RowFault::reason)
                .contains(
                        tuple(3, "reference", "duplicate_in_file"),
                        tuple(4, "principal", "amount"),
                        tuple(4, "past_due_since", "date"),
                        tuple(5, "name", "missing"),
                        tuple(5, "phone", "phone_number"),
                        tuple(5, "principal", "amount_zero"),
                        tuple(5, "past_due_since", "date_ahead"),
                        tuple(6, "reference", "duplicate_debt"),
                        tuple(7, "reference", "formula"));
    }

    @Test
    void allOrNoneTakesNothingWhenOneRowIsBad() throws SQLException {
        UUID id = place(
                HEADER + "A-1" + AYSE + "100;0;2026-01-15;;\n" + "A-2" + AYSE + "x;0;2026-01-15;;\n", Map.of(), true);

        Placement placement = read(c -> PlacementBook.one(c, id));

        assertThat(placement.state()).isEqualTo("REFUSED");
        assertThat(placement.reason()).isEqualTo("bad_rows");
        assertThat(this.<Integer>read(c -> Sql.number(c, "select count(*) from debt")))
                .isEqualTo(1);
    }

    @Test
    void theClientsOwnHeadingsAreKeptForItsNextFile() throws SQLException {
        Map<String, String> mapping =
                Map.of("reference", "Dosya No", "name", "Ad Soyad", "principal", "Anapara", "past_due_since", "Vade");
        String header = "Dosya No,Ad Soyad,Anapara,Vade\n";

        place(header + "A-1,Ayşe Öz,100.00,15.01.2026\n", mapping, false);

        assertThat(this.<Map<String, String>>read(
                        c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO).mapping()))
                .containsAllEntriesOf(mapping);
        UUID next = place(
                header + "A-2,Ayşe Öz,100.00,15.01.2026\n",
                read(c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO).mapping()),
                false);
        assertThat(this.<String>read(c -> PlacementBook.one(c, next).state())).isEqualTo("LOADED");
        UUID unknown = place("a,b\n1,2\n", Map.of(), false);
        assertThat(this.<@Nullable String>read(
                        c -> PlacementBook.one(c, unknown).reason()))
                .isEqualTo("header_lacks");
    }

    @Test
    void theSameFileIsNotTakenTwice() throws SQLException {
        String file = HEADER + "A-1" + AYSE + "100;0;2026-01-15;;\n";
        place(file, Map.of(), false);

        assertThatThrownBy(() -> place(file, Map.of(), false))
                .isInstanceOf(Refused.class)
                .hasMessage("placement.twice");
    }

    @Test
    void anotherClientFindsNeitherPortfolioNorPlacement() throws SQLException {
        UUID id = place(HEADER + "A-1" + AYSE + "100;0;2026-01-15;;\n", Map.of(), false);

        assertThatThrownBy(() -> as(TestPortfolio.STRANGER, c -> PlacementBook.one(c, id)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> as(TestPortfolio.STRANGER, c -> PortfolioBook.one(c, TestPortfolio.PORTFOLIO)))
                .isInstanceOf(NotFound.class);
    }

    private UUID place(String csv, Map<String, String> mapping, boolean allOrNone) throws SQLException {
        return read(c -> {
            PlaceDebts work = new PlaceDebts(c, PortfolioBook.one(c, TestPortfolio.PORTFOLIO), NOW);
            return work.place(new Handed(
                    "a.csv",
                    new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                    Integer.toHexString(csv.hashCode()),
                    mapping,
                    allOrNone,
                    TestPortfolio.PORTFOLIO,
                    "bora"));
        });
    }

    private interface Work<T> {
        T in(Connection c);
    }

    private <T> T read(Work<T> work) throws SQLException {
        return as(TestPortfolio.CLIENT, work);
    }

    private <T> T as(ClientId client, Work<T> work) throws SQLException {
        try (Connection c = portfolio.scoped(client)) {
            T result = work.in(c);
            c.commit();
            return result;
        }
    }
}
