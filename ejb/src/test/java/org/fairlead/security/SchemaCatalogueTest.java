package org.fairlead.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database's own catalogue says whether every table with a client column stands behind the wall. */
@Tag("database")
class SchemaCatalogueTest {

    private static final String CLIENT_TABLES =
            """
            with carrier as (
              select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relispartition
              from pg_class c join pg_attribute a on a.attrelid = c.oid
              where c.relnamespace = 'fairlead'::regnamespace and c.relkind in ('r', 'p')
                and a.attname = 'client_id' and not a.attisdropped)
            """;

    private static ThrowawayPostgres database;
    private static Rows rows;

    @BeforeAll
    static void open() throws SQLException {
        database = ThrowawayPostgres.migrated();
        Connection owner = database.connect(DatabaseRole.OWNER);
        rows = new Rows(owner);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void everyTableWithAClientForcesRowLevelSecurity() throws SQLException {
        var carriers = rows.texts(CLIENT_TABLES + "select relname from carrier");
        var open = rows.texts(
                CLIENT_TABLES + "select relname from carrier where not (relrowsecurity and relforcerowsecurity)");

        assertThat(carriers)
                .contains("client", "contact", "contact_event", "lead", "audit_entry", "contact_event_other");
        assertThat(open).isEmpty();
    }

    @Test
    void everyKeyOfATableWithAClientHoldsTheClient() throws SQLException {
        var without = rows.texts(
                CLIENT_TABLES
                        + """
                select i.indexrelid::regclass::text
                from carrier t join pg_index i on i.indrelid = t.oid
                where i.indisunique and not exists (
                  select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'client_id' and a.attnum = any (i.indkey))
                """);

        assertThat(without)
                .as("a number rings at one client only; one chain, and one session a person, go over all clients")
                .containsExactlyInAnyOrder("dialled_number_once", "audit_entry_pkey", "agent_session_pkey");
    }

    @Test
    void everyForeignKeyBetweenTablesWithAClientHoldsTheClient() throws SQLException {
        var without = rows.texts(
                CLIENT_TABLES
                        + """
                select k.conname
                from pg_constraint k join carrier t on t.oid = k.conrelid join carrier f on f.oid = k.confrelid
                where k.contype = 'f' and not exists (
                  select 1 from unnest(k.conkey, k.confkey) as pair (here, there)
                  join pg_attribute h on h.attrelid = k.conrelid and h.attnum = pair.here and h.attname = 'client_id'
                  join pg_attribute r on r.attrelid = k.confrelid and r.attnum = pair.there and r.attname = 'client_id')
                """);

        assertThat(without).isEmpty();
    }

    @Test
    void theServersRolesOwnNothingAndBypassNothing() throws SQLException {
        var owned = rows.texts(
                """
                select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
                where r.rolname in ('fairlead_app', 'fairlead_engine')
                """);
        var mighty = rows.texts(
                """
                select rolname from pg_roles
                where rolname in ('fairlead_app', 'fairlead_engine', 'fairlead_owner')
                  and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
                """);
        var members = rows.texts(
                """
                select m.member::regrole::text from pg_auth_members m
                where m.member in ('fairlead_app'::regrole, 'fairlead_engine'::regrole)
                """);

        assertThat(owned).isEmpty();
        assertThat(mighty).isEmpty();
        assertThat(members).isEmpty();
    }

    @Test
    void tablesWithoutAClientAreClosedToTheScopedRoleExceptAListedFew() throws SQLException {
        var writable = rows.texts(
                CLIENT_TABLES
                        + """
                select c.relname from pg_class c
                where c.relnamespace = 'fairlead'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                  and c.oid not in (select oid from carrier)
                  and has_table_privilege('fairlead_app', c.oid, 'insert, update, delete, truncate')
                """);
        var unwalled = rows.texts(
                """
                select relname from pg_class
                where relname in ('person', 'person_skill', 'site', 'site_trunk', 'desk_telephone') and relnamespace = 'fairlead'::regnamespace
                  and not (relrowsecurity and relforcerowsecurity)
                """);

        assertThat(writable)
                .as("people and sites belong to no client; their rows have a wall of their own")
                .containsExactlyInAnyOrder("person", "person_skill", "site", "site_trunk");
        assertThat(unwalled).isEmpty();
    }

    @Test
    void everyViewLooksWithTheEyesOfWhoAsks() throws SQLException {
        var views = rows.texts(
                """
                select relname from pg_class
                where relnamespace = 'fairlead'::regnamespace and relkind in ('v', 'm')
                  and not coalesce(array_to_string(reloptions, ',') like '%security_invoker=true%', false)
                """);

        assertThat(views).isEmpty();
    }

    @Test
    void functionsThatActAsTheOwnerAreListedAndPinTheirSearchPath() throws SQLException {
        var definers = rows.texts(
                """
                select proname from pg_proc where pronamespace = 'fairlead'::regnamespace and prosecdef
                """);
        var loose = rows.texts(
                """
                select proname from pg_proc where pronamespace = 'fairlead'::regnamespace and prosecdef
                  and not coalesce(array_to_string(proconfig, ','), '') like '%search_path=fairlead, pg_temp%'
                """);
        var open = rows.texts(
                """
                select proname from pg_proc where pronamespace = 'fairlead'::regnamespace and prosecdef
                  and has_function_privilege('public', oid, 'execute')
                """);

        assertThat(definers)
                .containsExactlyInAnyOrder(
                        "enter_scope",
                        "make_month",
                        "audit_append",
                        "audit_first_broken",
                        "desk_keys_of",
                        "keep_desk_keys",
                        "owner_of_any",
                        "at_work",
                        // when agents of a client in scope were there, and not for whom
                        "presence_for",
                        "serves_all_clients_of",
                        // in which languages the law is needed, and not by whom
                        "languages_of_law",
                        // no rows come out of it: it has a placement's tables counted, which only their owner may
                        "count_debts_again",
                        // yes or no: who has a telephone says where their own calls ring, and nothing else
                        "choose_telephone");
        assertThat(loose).isEmpty();
        assertThat(open).isEmpty();
    }
}
