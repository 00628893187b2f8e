package org.fairlead.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.entity.Completeness;
import org.fairlead.shared.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The demo is what a newcomer sees first: it must be whole. */
@Tag("database")
class DemoDataTest {

    private static ThrowawayPostgres database;

    @BeforeAll
    static void seed() {
        database = ThrowawayPostgres.seeded();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void hasACompletePublishedScriptForEachProgram() throws SQLException {
        var programs = rows("select p.code, array_to_json(p.languages)::text, s.blocks::text from program p "
                + "left join script_version s on s.program_id = p.program_id and s.state = 'PUBLISHED'");

        assertThat(programs).hasSize(5).allSatisfy(row -> {
            List<String> languages = Json.read(row.get(1), new TypeReference<List<String>>() {});
            List<ScriptBlock> blocks = Json.read(row.get(2), new TypeReference<List<ScriptBlock>>() {});
            assertThat(blocks).as(row.get(0)).hasSizeBetween(6, 9);
            assertThat(Completeness.gaps(blocks, languages)).as(row.get(0)).isEmpty();
            assertThat(blocks).extracting(ScriptBlock::id).doesNotHaveDuplicates();
            assertThat(blocks).anyMatch(block -> block.mandatory() && block.kind() == ScriptBlock.Kind.DISCLOSURE);
        });
    }

    @Test
    void anOlderFolderGetsTheServiceAccountOnceAndKeepsWhatAnAdminChanged() throws Exception {
        String login = "service-account-fairlead-integration";
        String script;
        try (InputStream in = getClass().getResourceAsStream("/db/demo/E01__integration.sql")) {
            script = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        try (Connection older = database.connect(DatabaseRole.OWNER);
                Connection engine = database.connect(DatabaseRole.ENGINE);
                Statement begin = engine.createStatement()) {
            begin.execute("delete from person_client where person_id in (select person_id from person where login = '"
                    + login + "')");
            older.createStatement()
                    .execute("alter table person disable row level security; delete from person where login = '" + login
                            + "'; alter table person enable row level security");

            begin.execute(script);
            var made =
                    rows("select p.login, c.client_id::text from person p left join person_client c using (person_id)"
                            + " where p.login = '" + login + "'");
            begin.execute("delete from person_client where person_id in (select person_id from person where login = '"
                    + login + "')");
            begin.execute(script);
            var again =
                    rows("select p.login, c.client_id::text from person p left join person_client c using (person_id)"
                            + " where p.login = '" + login + "'");

            assertThat(made).containsExactly(List.of(login, "1"));
            assertThat(again).as("a row without a client").containsExactly(List.of(login, "null"));
        }
    }

    @Test
    void namesEveryDispositionInEveryLanguageOfItsProgram() throws SQLException {
        var dispositions = rows("select d.code, array_to_json(p.languages)::text, d.names::text from disposition d "
                + "join program p using (program_id)");

        assertThat(dispositions).hasSizeGreaterThan(30).allSatisfy(row -> {
            List<String> languages = Json.read(row.get(1), new TypeReference<List<String>>() {});
            Map<String, String> names = Json.read(row.get(2), new TypeReference<Map<String, String>>() {});
            assertThat(names).as(row.get(0)).containsKeys(languages.toArray(String[]::new));
        });
    }

    @Test
    void givesCustomersNumbersThatTheirCountriesHave() throws SQLException {
        var numbers = rows("select p.value, c.country from contact_point p join customer c using (customer_id) "
                + "where p.kind = 'PHONE'");

        assertThat(numbers).hasSizeGreaterThan(35).allSatisfy(row -> assertThat(isPossible(row.get(0), row.get(1)))
                .as(row.get(0))
                .isTrue());
    }

    @Test
    void namesTimeZonesThatExist() throws SQLException {
        var zones = rows("select time_zone from client union select time_zone from site union "
                + "select time_zone from contact_point");

        assertThat(zones)
                .allSatisfy(row -> assertThat(ZoneId.getAvailableZoneIds()).contains(row.get(0)));
    }

    @Test
    void hasAnAgentForEveryQueue() throws SQLException {
        var unserved = rows(
                """
                select q.code from queue q where not exists (
                  select 1 from person p join person_client c using (person_id)
                  where c.client_id = q.client_id and not exists (
                    select 1 from jsonb_each_text(q.skills) as need (skill, least)
                    where not exists (select 1 from person_skill s where s.person_id = p.person_id
                                      and s.skill = need.skill and s.proficiency >= need.least::integer)))
                """);

        assertThat(unserved).as("queues that nobody may take").isEmpty();
    }

    private static boolean isPossible(String number, String country) throws NumberParseException {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        var parsed = phones.parse(number, null);
        return phones.isValidNumber(parsed) && country.equals(phones.getRegionCodeForNumber(parsed));
    }

    private static List<List<String>> rows(String query) throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE);
                Statement statement = engine.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<List<String>> all = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
