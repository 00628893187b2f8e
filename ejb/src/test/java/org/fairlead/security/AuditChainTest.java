package org.fairlead.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The trail cannot be changed by the server, and whoever changes it with more power than that is found out. */
@Tag("database")
class AuditChainTest {

    private ThrowawayPostgres database;

    @BeforeEach
    void open() {
        database = ThrowawayPostgres.migrated();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void holdsForEntriesOfEveryKind() throws SQLException {
        append(5);
        try (Connection app = database.connect(DatabaseRole.APP)) {
            new Rows(app)
                    .texts(
                            "select audit_append(7, now(), ?, 'a|b', ?, '{\"ü\": \"ı|''\\\\\"}')",
                            "o'hara|x",
                            "back\\slash");
        }

        assertThat(firstBroken()).isNull();
    }

    @Test
    void holdsWhenManyAppendAtOnce() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(6);
        List<Future<Void>> running = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            running.add(writers.submit((Callable<Void>) () -> {
                append(25);
                return null;
            }));
        }
        for (Future<Void> writer : running) {
            writer.get();
        }
        writers.shutdown();

        assertThat(count()).isEqualTo(150);
        assertThat(firstBroken()).isNull();
    }

    @Test
    void leavesNoHoleWhereATransactionWasRolledBack() throws SQLException {
        append(2);
        try (Connection app = database.connect(DatabaseRole.APP)) {
            app.setAutoCommit(false);
            new Rows(app).texts("select audit_append(1, now(), 'elif', 'lost', 's', '{}')");
            app.rollback();
        }

        append(2);

        assertThat(count()).isEqualTo(4);
        assertThat(firstBroken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set login = 'other' where position = 3",
                "update audit_entry set detail = '{\"n\": 99}' where position = 3",
                "update audit_entry set at = at + interval '1 second' where position = 3",
                "update audit_entry set client_id = 2 where position = 3",
                "update audit_entry set hash = sha256('x') where position = 3",
                "delete from audit_entry where position = 3",
                "delete from audit_entry where position >= 3",
                "update audit_entry set login = 'probe|deed', action = 'x' where position = 3"
            })
    void findsWhereSomebodyWithFullPowersTampered(String tampering) throws SQLException {
        append(6);

        asSuperuser(tampering);

        assertThat(firstBroken()).isIn("3", "4");
    }

    @Test
    void findsThatTheLastEntriesWereCutOff() throws SQLException {
        append(6);

        asSuperuser("delete from audit_entry where position > 4");

        assertThat(firstBroken()).isEqualTo("5");
    }

    @Test
    void findsThatAnEntryWasPutAtTheEndPastTheFunction() throws SQLException {
        append(2);

        asSuperuser("insert into audit_entry select 3, client_id, at, login, action, subject, detail, hash, "
                + "sha256(hash || convert_to(audit_text(row(3, client_id, at, login, action, subject, detail, hash, hash)"
                + "::audit_entry), 'UTF8')) from audit_entry where position = 2");

        assertThat(firstBroken()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry select * from audit_entry",
                "update audit_entry set login = 'other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_head set position = 0"
            })
    void cannotBeChangedByTheServer(String attempt) throws SQLException {
        append(1);

        for (DatabaseRole role : List.of(DatabaseRole.APP, DatabaseRole.ENGINE)) {
            try (Connection server = database.connect(role)) {
                assertThatThrownBy(() -> new Rows(server).run(attempt)).hasMessageContaining("permission denied");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set login = 'other'", "delete from audit_entry", "truncate audit_entry"})
    void cannotBeChangedByMistakeEvenByItsOwner(String attempt) throws SQLException {
        append(1);

        try (Connection owner = database.connect(DatabaseRole.OWNER)) {
            assertThatThrownBy(() -> new Rows(owner).run(attempt)).hasMessageContaining("append-only");
        }
    }

    private void append(int entries) throws SQLException {
        try (Connection app = database.connect(DatabaseRole.APP)) {
            for (int i = 0; i < entries; i++) {
                new Rows(app)
                        .texts("select audit_append(1, clock_timestamp(), 'probe', 'deed', 'subject', '{\"n\": 1}')");
            }
        }
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(database.url(), "postgres", "throwaway")) {
            new Rows(superuser).run("set session_replication_role = replica; set search_path = fairlead; " + sql);
        }
    }

    private String firstBroken() throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            return new Rows(engine).texts("select audit_first_broken()").get(0);
        }
    }

    private long count() throws SQLException {
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            return new Rows(engine).number("select count(*) from audit_entry");
        }
    }
}
