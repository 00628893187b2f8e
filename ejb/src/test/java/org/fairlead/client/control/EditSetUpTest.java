package org.fairlead.client.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.client.ProgramChanged;
import org.fairlead.client.QueueChanged;
import org.fairlead.client.SetUpForm;
import org.fairlead.client.SetUpPart;
import org.fairlead.client.SetUpRefused;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.security.Audit;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.fairlead.testing.FakeEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The set-up as admins of different scopes edit it, in the demo data. */
@Tag("database")
class EditSetUpTest {

    private static final String ALL = "{0,1,2,3}";
    private static final String LUMEN_ONLY = "{1}";
    private static final String LUMEN_BRAND = "01970000-0001-7000-8000-000000000101";
    private static final String LUMEN_CARE = "01970000-0002-7000-8000-000000000101";
    private static final String LUMEN_BILLING = "01970000-0003-7000-8000-000000000101";
    private static final String LUMEN_ENGLISH = "01970000-0003-7000-8000-000000000102";
    private static final String ANADOLU_SUPPORT = "01970000-0003-7000-8000-000000000201";

    private static ThrowawayPostgres database;

    private final FakeAudit audit = new FakeAudit();
    private final FakeEvent<Object> event = new FakeEvent<>();
    private final EditSetUp setUp = new Beans()
            .with(Audit.class, audit)
            .with(jakarta.enterprise.event.Event.class, event)
            .get(EditSetUp.class);

    @BeforeAll
    static void open() {
        database = ThrowawayPostgres.seeded();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private interface Work<T> {
        T in(Connection c);
    }

    private static <T> T scoped(String clients, Work<T> work) throws SQLException {
        try (Connection c = database.connect(DatabaseRole.APP)) {
            c.setAutoCommit(false);
            Sql.list(c, row -> row, "select set_config('fairlead.clients', ?, true)", clients);
            T result = work.in(c);
            c.commit();
            return result;
        }
    }

    private SetUpForm opened(SetUpPart part, String id) throws SQLException {
        return scoped(ALL, c -> setUp.open(c, part, id));
    }

    private SetUpForm saved(SetUpForm form, Map<String, String> changed) throws SQLException {
        return scoped(ALL, c -> setUp.save(c, form.with(changed)));
    }

    @Test
    void savesAQueueWithItsSkillsAndTellsTheEngine() throws SQLException {
        var form = opened(SetUpPart.QUEUE, LUMEN_ENGLISH);

        var after = saved(form, Map.of("skills", "lang:en 4, billing 2", "target_seconds", "25"));

        assertThat(form.values()).containsEntry("skills", "billing 1, lang:en 3");
        assertThat(after.values())
                .containsEntry("skills", "billing 2, lang:en 4")
                .containsEntry("target_seconds", "25");
        assertThat(after.version()).isEqualTo(form.version() + 1);
        assertThat(event.fired()).singleElement().isInstanceOf(QueueChanged.class);
        assertThat(audit.entries()).singleElement().satisfies(entry -> assertThat(entry.toString())
                .contains("setup.edited", "target_seconds", "20 -> 25"));
    }

    @Test
    void tellsTheSecondAdminInsteadOfOverwritingTheFirst() throws SQLException {
        var both = opened(SetUpPart.BRAND, LUMEN_BRAND);
        saved(both, Map.of("accent", "#0b7a5c"));

        assertThatThrownBy(() -> saved(both, Map.of("accent", "#ff0000")))
                .isInstanceOf(Refused.class)
                .hasMessage("setup.changed");

        assertThat(opened(SetUpPart.BRAND, LUMEN_BRAND).values()).containsEntry("accent", "#0b7a5c");
        assertThat(event.fired()).allMatch(ProgramChanged.class::isInstance).isNotEmpty();
    }

    @Test
    void hidesAndKeepsWhatBelongsToAnotherClient() {
        assertThatThrownBy(() -> scoped(LUMEN_ONLY, c -> setUp.open(c, SetUpPart.QUEUE, ANADOLU_SUPPORT)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> scoped(LUMEN_ONLY, c -> setUp.open(c, SetUpPart.MASKING, "2/0")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> scoped(LUMEN_ONLY, c -> setUp.add(c, SetUpPart.DISPOSITION, ANADOLU_SUPPORT, Map.of())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsSitesFromAdminsWhoDoNotServeTheOutsourcer() throws SQLException {
        var form = scoped(LUMEN_ONLY, c -> setUp.open(c, SetUpPart.SITE, "1"));

        assertThatThrownBy(() -> scoped(LUMEN_ONLY, c -> setUp.save(c, form.with(Map.of("name", "Mine")))))
                .isInstanceOf(Refused.class);

        assertThat(opened(SetUpPart.SITE, "1").values()).containsEntry("name", "Manila");
    }

    @Test
    void movesANumberToAnotherQueueOfTheSameClientOnly() throws SQLException {
        var form = opened(SetUpPart.NUMBER, "+390280001002");

        assertThatThrownBy(() -> saved(form, Map.of("queue_id", ANADOLU_SUPPORT)))
                .isInstanceOf(NotFound.class);
        var moved = saved(form, Map.of("queue_id", LUMEN_BILLING));
        saved(moved, Map.of("queue_id", LUMEN_ENGLISH));

        assertThat(moved.values()).containsEntry("queue_id", LUMEN_BILLING);
        assertThat(event.fired()).hasSize(4);
    }

    @Test
    void addsANumberOnceWhoeverElseHasIt() throws SQLException {
        var values = Map.of("number", "+390280001077", "language", "it", "label", "Letture");

        var added = scoped(LUMEN_ONLY, c -> setUp.add(c, SetUpPart.NUMBER, LUMEN_BILLING, values));

        assertThat(added.values()).containsEntry("label", "Letture");
        assertThatThrownBy(() -> scoped(
                        LUMEN_ONLY,
                        c -> setUp.add(
                                c,
                                SetUpPart.NUMBER,
                                LUMEN_BILLING,
                                Map.of("number", "+908502001001", "language", "it", "label", "x"))))
                .hasMessage("setup.number-taken");
    }

    @Test
    void addsADispositionUnderAFreeKey() throws SQLException {
        var taken = Map.of("code", "moved", "digit", "1", "category", "OTHER", "names", "it: Trasloco\nen: Moved");
        var free = Map.of("code", "moved", "digit", "0", "category", "OTHER", "names", "it: Trasloco\nen: Moved");

        assertThatThrownBy(() -> scoped(ALL, c -> setUp.add(c, SetUpPart.DISPOSITION, LUMEN_CARE, taken)))
                .hasMessage("setup.digit-taken");
        var added = scoped(ALL, c -> setUp.add(c, SetUpPart.DISPOSITION, LUMEN_CARE, free));

        assertThat(added.values()).containsEntry("digit", "0").containsEntry("names", "en: Moved\nit: Trasloco");
    }

    @Test
    void givesEachClientAndSiteTheUsualMaskingUntilSomebodyEditsIt() throws SQLException {
        var form = opened(SetUpPart.MASKING, "1/3");

        var after = saved(form, Map.of("shown", "NOTHING", "reveal", "false"));

        assertThat(form.values()).containsEntry("shown", "ENDS").containsEntry("reveal", "true");
        assertThat(after.values()).containsEntry("shown", "NOTHING").containsEntry("reveal", "false");
    }

    @Test
    void showsASiteNobodyThoughtOfAsTheOthersAndWritesNothingByReading() throws SQLException {
        saved(opened(SetUpPart.MASKING, "3/0"), Map.of("shown", "LAST_TWO", "reveal", "false"));
        int lines = maskings();

        var form = opened(SetUpPart.MASKING, "3/2");

        assertThat(form.values()).containsEntry("shown", "LAST_TWO").containsEntry("reveal", "false");
        assertThat(maskings()).isEqualTo(lines);
        assertThatThrownBy(() -> saved(form, Map.of("shown", "ALL"))).hasMessage("setup.choice");
        assertThat(maskings()).isEqualTo(lines);
        saved(form, Map.of("reveal", "true"));
        assertThat(maskings()).isEqualTo(lines + 1);
        assertThat(opened(SetUpPart.MASKING, "3/2").values())
                .containsEntry("shown", "LAST_TWO")
                .containsEntry("reveal", "true");
        assertThatThrownBy(() -> saved(form, Map.of("shown", "NOTHING"))).hasMessage("setup.changed");
    }

    private static int maskings() throws SQLException {
        return scoped(ALL, c -> Sql.number(c, "select count(*) from masking"));
    }

    @ParameterizedTest
    @CsvSource({
        "BRAND, 01970000-0001-7000-8000-000000000201, accent, red, setup.colour",
        "BRAND, 01970000-0001-7000-8000-000000000201, mark, ABC, setup.mark",
        "CLIENT, 2, time_zone, Europe/Ankara, setup.zone",
        "CLIENT, 2, country, XX, setup.country",
        "PROGRAM, 01970000-0002-7000-8000-000000000201, languages, it it, setup.languages",
        "QUEUE, 01970000-0003-7000-8000-000000000201, skills, lang:tr 9, setup.skills",
        "QUEUE, 01970000-0003-7000-8000-000000000201, priority, 12, setup.between",
        "NUMBER, +908502001001, language, ru, setup.language.not-spoken",
        "MASKING, 1/0, shown, ALL, setup.choice"
    })
    void saysWhatCannotBe(SetUpPart part, String id, String field, String value, String reason) throws SQLException {
        var form = opened(part, id);

        assertThatThrownBy(() -> saved(form, Map.of(field, value)))
                .isInstanceOf(Refused.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT, 2, name country time_zone active",
        "BRAND, 01970000-0001-7000-8000-000000000201, name mark accent accent_dark",
        "PROGRAM, 01970000-0002-7000-8000-000000000201, name languages",
        "QUEUE, 01970000-0003-7000-8000-000000000201, name priority target_seconds reservation_seconds open",
        "NUMBER, +908502001001, queue_id language label",
        "DISPOSITION, any, digit category names",
        "SITE, 1, name country time_zone",
        "MASKING, 1/0, shown reveal"
    })
    void namesTheFieldThatWasEmptiedAndKeepsWhatWas(SetUpPart part, String id, String fields) throws SQLException {
        var form = opened(part, id.equals("any") ? anyDisposition() : id);

        for (String field : fields.split(" ")) {
            for (String empty : new String[] {null, "", "  "}) {
                var emptied = new HashMap<String, String>();
                emptied.put(field, empty);
                assertThatThrownBy(() -> saved(form, emptied))
                        .isInstanceOf(SetUpRefused.class)
                        .hasMessage("setup.blank")
                        .extracting(refused -> ((SetUpRefused) refused).field())
                        .isEqualTo(field);
            }
        }

        assertThat(opened(part, form.id())).isEqualTo(form);
    }

    private static String anyDisposition() throws SQLException {
        return scoped(ALL, c -> Sql.one(
                        c,
                        row -> row.getString(1),
                        "select program_id || '/' || code from disposition order by 1 limit 1")
                .orElseThrow());
    }

    @Test
    void addsNothingWhoseFieldsAreEmptyOrLeftOut() {
        var empty = new HashMap<String, String>();
        empty.put("number", null);

        for (var values : List.of(empty, Map.<String, String>of(), Map.of("number", " "))) {
            assertThatThrownBy(() -> scoped(ALL, c -> setUp.add(c, SetUpPart.NUMBER, LUMEN_BILLING, values)))
                    .isInstanceOf(SetUpRefused.class)
                    .hasMessage("setup.blank");
            assertThatThrownBy(() -> scoped(ALL, c -> setUp.add(c, SetUpPart.DISPOSITION, LUMEN_CARE, values)))
                    .isInstanceOf(SetUpRefused.class)
                    .hasMessage("setup.blank");
        }
    }
}
