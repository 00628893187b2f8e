package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairlead.compliance.Registers.File;
import org.fairlead.compliance.Registers.Kind;
import org.fairlead.compliance.Registers.Register;
import org.fairlead.compliance.control.RegisterBook.Taken;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of registers, good and bad; whatever is wrong with one, the list before it stays in force. */
@Tag("database")
class TakeInRegisterTest {

    private static final ClientId CLIENT = new ClientId(7);
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String REGISTER = "US_NATIONAL_DNC";

    private final ThrowawayPostgres database = ThrowawayPostgres.migrated();
    private Connection c;

    @BeforeEach
    void enter() throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            Sql.update(engine, "insert into client values (7, 'seven', 'Seven', 'US', 'UTC', true)");
        }
        c = database.connect(DatabaseRole.APP);
        c.setAutoCommit(false);
        Sql.list(c, row -> row, "select set_config('fairlead.clients', '{7}', true)");
        take(TODAY.minusDays(3), Kind.FULL, null, "+12125550111\n+12125550112\n");
    }

    @AfterEach
    void leave() throws SQLException {
        c.close();
        database.close();
    }

    @Test
    void aNewFullListTakesThePlaceOfTheOld() {
        Taken taken = take(TODAY, Kind.FULL, null, "number;name\r\n(212) 555-0113;x\r\n+12125550114;y\r\n");

        assertThat(taken.reason()).isNull();
        assertThat(listed()).containsExactly("+12125550113", "+12125550114");
        assertThat(inForce().listDate()).isEqualTo(TODAY);
        assertThat(inForce().numbers()).isEqualTo(2);
    }

    @Test
    void theNationalFormatHasAreaCodeAndNumberApart() {
        take(TODAY, Kind.FULL, null, "212,5550115\n212,5550116\n");

        assertThat(listed()).containsExactly("+12125550115", "+12125550116");
    }

    @Test
    void aDeltaAddsAndDeletes() {
        Taken taken = take(TODAY, Kind.DELTA, null, "212,5550117,2026-11-22,A\n212,5550111,2026-11-22,D\n");

        assertThat(taken.reason()).isNull();
        assertThat(listed()).containsExactly("+12125550112", "+12125550117");
    }

    @ParameterizedTest
    @CsvSource({
        "'', +12125550113, , date",
        "2026-12-24, +12125550113, , date.future",
        "2026-11-01, +12125550113, , date.older",
        "2026-11-23, +12125550113, 00ff, hash",
        "2026-11-23, '', , empty",
        "2026-11-23, ' ', , empty",
        "2026-11-23, 'number', , empty",
        "2026-11-23, 'hello 1', , rows",
    })
    void aBadListIsRefusedAndTheOldOneStays(@Nullable String date, String text, @Nullable String hash, String why) {
        LocalDate dated = date == null || date.isEmpty() ? null : LocalDate.parse(date);

        Taken taken = take(dated, Kind.FULL, hash, text);

        assertThat(taken.reason()).isEqualTo(why);
        assertThat(taken.loaded()).isZero();
        assertThat(listed()).containsExactly("+12125550111", "+12125550112");
        assertThat(inForce().listDate()).isEqualTo(TODAY.minusDays(3));
        assertThat(Sql.number(c, "select count(*) from outreach_register_number"))
                .isEqualTo(2);
    }

    @Test
    void aDeltaWithoutAListIsRefused() {
        Taken taken = new TakeInRegister(c, CLIENT, new File("RPO", "d.txt", Kind.DELTA, "IT", TODAY, null), NOW)
                .take(stream("+390612345678\n", StandardCharsets.UTF_8));

        assertThat(taken.reason()).isEqualTo("delta.alone");
    }

    @Test
    void anotherEncodingIsRefusedAndAMarkedOneIsRead() {
        Taken latin = take(TODAY, stream("number;città\n+12125550113;Forlì\n", StandardCharsets.ISO_8859_1));
        Taken wide = take(TODAY, stream("\uFEFF+12125550118\n", StandardCharsets.UTF_16LE));

        assertThat(latin.reason()).isEqualTo("encoding");
        assertThat(wide.reason()).isNull();
        assertThat(listed()).containsExactly("+12125550118");
    }

    @Test
    void aFewBadLinesAreReportedOneByOneAndManyRefuseTheList() {
        String good = IntStream.range(0, 300)
                .mapToObj(i -> "+1212555" + String.format("%04d", i))
                .collect(Collectors.joining("\n"));

        Taken few = take(TODAY, Kind.FULL, null, good + "\nnonsense\n+12\n");
        Taken many = take(TODAY, Kind.FULL, null, "+12125550113\nnonsense\n12345\n");

        assertThat(few.reason()).isNull();
        assertThat(few.faults())
                .extracting(fault -> fault.line() + " " + fault.value())
                .containsExactly("301 nonsense", "302 +12");
        assertThat(many.reason()).isEqualTo("rows");
        assertThat(inForce().numbers()).isEqualTo(300);
    }

    @Test
    void aHundredThousandRowsAreTakenInAtOnce() {
        Taken taken = take(TODAY, many(100_000));

        assertThat(taken.reason()).isNull();
        assertThat(inForce().numbers()).isEqualTo(100_000);
        assertThat(Sql.number(c, "select count(*) from outreach_register_number"))
                .as("the list before is gone")
                .isEqualTo(100_000);
    }

    private static InputStream many(int rows) {
        return new SequenceInputStream(Collections.enumeration(IntStream.range(0, rows / 1_000)
                .mapToObj(block -> stream(
                        IntStream.range(0, 1_000)
                                .mapToObj(i -> "+1212" + (2_000_000 + block * 1_000 + i))
                                .collect(Collectors.joining("\n", "", "\n")),
                        StandardCharsets.UTF_8))
                .toList()));
    }

    private List<String> listed() {
        return Sql.list(
                c,
                row -> row.getString(1),
                "select n.number from outreach_register r join outreach_register_number n"
                        + " on n.client_id = r.client_id and n.generation = r.generation order by 1");
    }

    private Register inForce() {
        return new RegisterBook(c, CLIENT).registers().get(0);
    }

    private Taken take(@Nullable LocalDate date, Kind kind, @Nullable String hash, String text) {
        File file = new File(REGISTER, "list.txt", kind, "US", date, hash);
        return new TakeInRegister(c, CLIENT, file, NOW).take(stream(text, StandardCharsets.UTF_8));
    }

    private Taken take(LocalDate date, InputStream content) {
        return new TakeInRegister(c, CLIENT, new File(REGISTER, "list.txt", Kind.FULL, "US", date, null), NOW)
                .take(content);
    }

    private static InputStream stream(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
