package org.fairlead.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.launcher.postgres.DemoCaller;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who rings when a newcomer lets a number ring. */
@Tag("database")
class DemoCallerTest {

    @Test
    void isACustomerOfTheNumbersClientWhoSpeaksItsLanguage() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded();
                Connection engine = database.connect(DatabaseRole.ENGINE)) {

            Optional<String> italian = DemoCaller.of(engine, "+390280001001");
            Optional<String> english = DemoCaller.of(engine, "+390280001002");
            Optional<String> russian = DemoCaller.of(engine, "+74952001001");

            assertThat(italian).hasValueSatisfying(number -> assertThat(number).startsWith("+39"));
            assertThat(english).isPresent().isNotEqualTo(italian);
            assertThat(russian).hasValueSatisfying(number -> assertThat(number).startsWith("+7"));
        }
    }

    @Test
    void isNobodyWhereTheNumberIsNobodys() throws SQLException {
        try (ThrowawayPostgres database = ThrowawayPostgres.seeded();
                Connection engine = database.connect(DatabaseRole.ENGINE)) {

            Optional<String> caller = DemoCaller.of(engine, "+390280009999");

            assertThat(caller).isEmpty();
        }
    }
}
