package org.fairlead.telephony.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Sql;
import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Sites.Trunk;
import org.fairlead.telephony.Sites.TrunkEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Trunks are set by those who serve the outsourcer, and nobody reads a password. */
@Tag("database")
class TrunkRowsTest {

    private static final int IZMIR = 2;
    private static final TrunkEdit CARRIER =
            new TrunkEdit(0, "sip.carrier.example", "account", "secret", 10, 60, new AgentVoice(true, false, true));

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

    @Test
    void isKeptOnceAndTheSecondOfTwoIsTold() throws SQLException {
        as("bora");

        assertThat(TrunkRows.save(connection, IZMIR, CARRIER)).isTrue();
        assertThat(TrunkRows.save(connection, IZMIR, CARRIER)).isFalse();

        assertThat(TrunkRows.of(connection, IZMIR))
                .contains(new Trunk(
                        "sip.carrier.example", "account", true, 10, 60, new AgentVoice(true, false, true), 1));
    }

    @Test
    void aPasswordIsForTheEngineAlone() throws SQLException {
        as("bora");
        TrunkRows.save(connection, IZMIR, CARRIER);
        TrunkRows.save(
                connection, IZMIR, new TrunkEdit(1, "sip.carrier.example", "account", null, 0, 0, AgentVoice.USUAL));
        connection.commit();

        as("bora");
        assertThatThrownBy(() -> Sql.list(connection, row -> row.getString(1), "select password from site_trunk"))
                .rootCause()
                .hasMessageContaining("permission denied");
        try (Connection engine = database.connect(DatabaseRole.ENGINE)) {
            assertThat(Sql.list(
                            engine,
                            row -> row.getString(1),
                            "select host || ' ' || password from site_trunk where site_id = ?",
                            IZMIR))
                    .as("who leaves the field empty keeps what is there")
                    .containsExactly("sip.carrier.example secret");
        }
    }

    @Test
    void aPasswordIsNotToldToAnotherCarrierAndDoesNotOutliveItsAccount() throws SQLException {
        as("bora");
        TrunkRows.save(connection, IZMIR, CARRIER);

        TrunkRows.save(connection, IZMIR, new TrunkEdit(1, "other.example", "account", null, 0, 0, AgentVoice.USUAL));

        assertThat(TrunkRows.of(connection, IZMIR))
                .contains(new Trunk("other.example", "account", false, 0, 0, AgentVoice.USUAL, 2));
    }

    @Test
    void whoServesOnlyAClientChangesNoSite() throws SQLException {
        as("bora");
        TrunkRows.save(connection, IZMIR, CARRIER);
        connection.commit();

        as("giulia");
        assertThatThrownBy(() -> TrunkRows.save(connection, 1, CARRIER))
                .rootCause()
                .hasMessageContaining("row-level security");
    }
}
