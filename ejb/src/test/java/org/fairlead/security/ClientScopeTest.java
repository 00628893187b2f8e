package org.fairlead.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server's role sees and may change, with a scope and without one, tried on every table there is. */
@Tag("database")
class ClientScopeTest {

    private static ThrowawayPostgres database;

    private Connection connection;
    private Rows rows;

    @BeforeAll
    static void seed() throws SQLException {
        database = ThrowawayPostgres.seeded();
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            ContactsOfTwoClients.write(new Rows(engine));
            OutreachOfTwoClients.write(new Rows(engine));
            DebtsOfTwoClients.write(new Rows(engine));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        connection = database.connect(DatabaseRole.APP);
        connection.setAutoCommit(false);
        rows = new Rows(connection);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    static List<String> tables() throws SQLException {
        try (Connection owner = database.connect(DatabaseRole.OWNER)) {
            return new Rows(owner)
                    .texts(
                            """
                            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                            where c.relnamespace = 'fairlead'::regnamespace and c.relkind in ('r', 'p')
                              and a.attname = 'client_id' and not c.relispartition order by 1
                            """);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void seesNothingWithoutAScope(String table) throws SQLException {
        var seen = rows.number("select count(*) from " + table + " where client_id <> 0");

        assertThat(seen).isZero();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void seesTheScopesRowsAlone(String table) throws SQLException {
        rows.scope("{1}");

        var others = rows.number("select count(*) from " + table + " where client_id not in (0, 1)");
        var own = rows.number("select count(*) from " + table + " where client_id = 1");

        assertThat(others).isZero();
        assertThat(own).as("the probe finds rows of client 1 to see").isPositive();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void doesNotMoveARowToAnotherClient(String table) throws SQLException {
        rows.scope("{1}");

        assertThatThrownBy(() -> rows.change("update " + table + " set client_id = 2 where client_id = 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void doesNotCopyARowToAnotherClient(String table) throws SQLException {
        rows.scope("{1}");
        rows.run("create or replace function pg_temp.as_client_two(r anyelement) returns anyelement language sql as "
                + "$$ select jsonb_populate_record(r, '{\"client_id\": 2}') $$");

        assertThatThrownBy(() -> rows.change("insert into " + table + " select (pg_temp.as_client_two(t)).* from "
                        + table + " t where client_id = 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_event", "contact_event", "agent_event", "engine_command"})
    void cannotReachAPartitionByItsOwnName(String table) throws SQLException {
        rows.scope("{1,2,3}");

        assertThatThrownBy(() -> rows.texts("select client_id from " + table + "_other"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void entersTheScopeOfALogin() throws SQLException {
        var person = rows.texts("select clients::text from enter_scope('elif')");
        var clients = rows.texts("select code from client order by client_id");

        assertThat(person).containsExactly("{1,2}");
        assertThat(clients).containsExactly("lumen", "anadolu");
    }

    @Test
    void forgetsTheScopeWithTheTransaction() throws SQLException {
        rows.texts("select * from enter_scope('elif')");

        connection.commit();

        assertThat(rows.number("select count(*) from client")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "deniz' or '1'='1"})
    void givesAnUnknownLoginNoRowsEvenAfterAnother(String login) throws SQLException {
        rows.texts("select * from enter_scope('sena')");

        var person = rows.texts("select login from enter_scope(?) s join person p using (person_id)", login);

        assertThat(person).isEmpty();
        assertThat(rows.number("select count(*) from client")).isZero();
    }

    @Test
    void givesAnInactivePersonNoRows() throws SQLException {
        rows.scope("{0}").change("update person set active = false where login = 'arben'");

        var person = rows.texts("select person_id from enter_scope('arben')");

        assertThat(person).isEmpty();
        assertThat(rows.number("select count(*) from client")).isZero();
    }

    @Test
    void letsOnlyTheOutsourcersScopeChangePeople() throws SQLException {
        rows.scope("{1,2,3}");

        var changed = rows.change("update person set active = false") + rows.change("delete from person_skill");

        assertThat(changed).isZero();
        assertThatThrownBy(() -> rows.change(
                        "insert into person values (?, 'mallory', 'Mallory', 1, 'en', true)", UUID.randomUUID()))
                .hasMessageContaining("row-level security");
    }

    @Test
    void letsEveryScopeReadTheGlobalDoNotCallListButNotChangeIt() throws SQLException {
        rows.scope("{1}");

        assertThat(rows.texts("select number from do_not_call where client_id = 0"))
                .contains(ContactsOfTwoClients.REFUSED_BY_ALL);
        assertThat(rows.change("delete from do_not_call where client_id = 0")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set role fairlead_owner",
                "set role fairlead_engine",
                "alter table contact disable row level security",
                "drop policy scope on contact",
                "set session_replication_role = replica",
                "create table fairlead.mine (x int)",
                "select audit_first_broken()",
                "call make_month(date '2030-01-01')"
            })
    void cannotTakeTheWallDown(String attempt) {
        assertThatThrownBy(() -> rows.run(attempt)).isInstanceOf(SQLException.class);
    }
}
