package org.fairlead.telephony.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.DeskTelephones.Account;
import org.fairlead.telephony.entity.TelephoneSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gives desk telephones, who chooses them, and who sees what of them. */
@Tag("database")
class TelephoneRowsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final String ACCOUNT = "x0123456789ab";
    private static final String DIGEST = TelephoneSecret.digest(ACCOUNT, "secret");

    private ThrowawayPostgres database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = ThrowawayPostgres.seeded();
        connection = database.connect(DatabaseRole.APP);
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void as(String login) throws SQLException {
        try (Statement scope = connection.createStatement()) {
            scope.execute("select * from enter_scope('" + login + "')");
        }
    }

    private UUID besa() {
        return Sql.one(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        "select person_id from person where login = 'besa'")
                .orElseThrow();
    }

    @Test
    void isGivenChosenGivenAnewAndTakenAway() throws SQLException {
        as("bora");
        assertThat(TelephoneRows.keep(connection, besa(), ACCOUNT, DIGEST, NOW)).isTrue();
        assertThat(TelephoneRows.choose(connection, "besa", true, true)).isTrue();
        assertThat(TelephoneRows.of(connection, besa())).contains(new Account(ACCOUNT, NOW, true, true));

        assertThat(TelephoneRows.keep(
                        connection, besa(), ACCOUNT, TelephoneSecret.digest(ACCOUNT, "b"), NOW.plusSeconds(1)))
                .isTrue();
        assertThat(TelephoneRows.of(connection, besa()))
                .as("another password changes no choice")
                .contains(new Account(ACCOUNT, NOW.plusSeconds(1), true, true));

        assertThat(TelephoneRows.withdraw(connection, besa())).isTrue();
        assertThat(TelephoneRows.of(connection, besa())).isEmpty();
        assertThat(TelephoneRows.choose(connection, "besa", true, true)).isFalse();
        assertThat(TelephoneRows.account(connection, besa()))
                .as("is used again")
                .contains(ACCOUNT);
    }

    @Test
    void aDigestIsForTheEngineAlone() throws SQLException {
        as("bora");
        UUID besa = besa();
        TelephoneRows.keep(connection, besa, ACCOUNT, DIGEST, NOW);
        connection.commit();

        as("bora");
        assertThatThrownBy(() -> Sql.list(connection, row -> row.getString(1), "select digest from desk_telephone"))
                .rootCause()
                .hasMessageContaining("permission denied");
        connection.rollback();
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            assertThat(Sql.list(engine, row -> row.getString(1), "select digest from desk_telephone"))
                    .containsExactly(DIGEST);
        }
    }

    @Test
    void whoServesOnlyAClientGivesAndTakesNothing() throws SQLException {
        as("bora");
        UUID besa = besa();
        TelephoneRows.keep(connection, besa, ACCOUNT, DIGEST, NOW);
        connection.commit();

        as("giulia");
        assertThat(TelephoneRows.withdraw(connection, besa)).isFalse();
        assertThat(TelephoneRows.keep(connection, besa, ACCOUNT, "", NOW)).isFalse();
        UUID giulia = Sql.one(
                        connection,
                        row -> row.getObject(1, UUID.class),
                        "select person_id from person where login = 'giulia'")
                .orElseThrow();
        assertThatThrownBy(() -> TelephoneRows.keep(connection, giulia, "x0123456789cd", DIGEST, NOW))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void accountsAndPasswordsAreMadeAnew() {
        SecureRandom random = new SecureRandom();

        assertThat(TelephoneSecret.account(random)).matches("x[0-9a-f]{12}");
        assertThat(TelephoneSecret.password(random)).hasSize(20).isNotEqualTo(TelephoneSecret.password(random));
        assertThat(TelephoneSecret.digest("Mufasa", "Circle Of Life"))
                .as("md5 of Mufasa:fairlead:Circle Of Life")
                .isEqualTo("430ce128a9fe30a838f5bed3ea900f89");
    }
}
