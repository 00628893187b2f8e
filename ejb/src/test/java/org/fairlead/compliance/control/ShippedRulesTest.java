package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.fairlead.compliance.Scene;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ShippedRulesTest {

    @Test
    void theDataBaseShipsThePackAsTheFileHasIt() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.migrated();
                Connection app = database.connect(DatabaseRole.APP)) {
            app.setAutoCommit(false);
            Sql.list(app, row -> row, "select set_config('fairlead.clients', '{7}', true)");

            assertThat(RuleShelf.lines(app, new ClientId(7))).containsExactlyInAnyOrderElementsOf(Scene.LINES);
            assertThat(Sql.number(app, "select count(*) from outreach_rule where made_by <> 'shipped'"))
                    .isZero();
        }
    }

    @Test
    void aVersionIsNeverChanged() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.migrated();
                Connection engine = database.connect(DatabaseRole.ENGINE)) {

            assertThatThrownBy(() -> Sql.update(engine, "update outreach_rule set basis = 'mine'"))
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> Sql.update(engine, "delete from outreach_rule"))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
