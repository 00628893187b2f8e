package org.fairlead.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.junit.jupiter.api.Test;

class ThrowawayPostgresTest {

    @Test
    void eachDatabaseHasTheSchemaAndIsAlone() throws SQLException {
        try (ThrowawayPostgres one = ThrowawayPostgres.migrated();
                ThrowawayPostgres other = ThrowawayPostgres.seeded()) {

            assertThat(count(one, "client")).isZero();
            assertThat(count(other, "client")).isEqualTo(1);
        }
    }

    @Test
    void theScopedRoleOwnsNothing() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.migrated();
                Connection app = database.connect(DatabaseRole.APP)) {

            assertThatThrownBy(() -> app.createStatement().execute("create table mine (x int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    private static int count(ThrowawayPostgres database, String table) throws SQLException {
        try (Connection app = database.connect(DatabaseRole.APP);
                ResultSet rows = app.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
