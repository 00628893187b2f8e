package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.client.Clients;
import org.fairlead.client.boundary.ClientsFacade;
import org.fairlead.routing.Lending;
import org.fairlead.routing.Lending.Helper;
import org.fairlead.routing.Lending.Lent;
import org.fairlead.routing.Lending.Place;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.ScopedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may send whom where, and what is kept of it. Giulia serves Lumen alone, Selin Anadolu alone, Sena all. */
@Tag("database")
class LendingDeskTest {

    private static final String LUMEN = "Lumen Energia Bollette e letture";
    private static final String ANADOLU = "Anadolu Kart Kart destek hattı";

    private static ScopedDatabase database;
    private static Map<String, UUID> queues;
    private static Map<String, UUID> people;

    @BeforeAll
    static void open() throws Exception {
        database = new ScopedDatabase();
        queues = as("sena", desk -> desk.places().stream()
                .collect(Collectors.toMap(each -> each.clientName() + " " + each.queueName(), Place::queue)));
        people = database.as("sena", beans -> beans.get(ClientsFacade.class).people().stream()
                .collect(Collectors.toMap(person -> person.login(), person -> person.id())));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void lendNobody() throws SQLException {
        database.engine("delete from agent_lent; update person set active = true");
        database.audit().entries().clear();
    }

    @Test
    void whoIsSentThereAloneIsReadBackSoAndNoted() throws Exception {
        lend("giulia", LUMEN, "arben", true);

        assertThat(lent("giulia"))
                .singleElement()
                .satisfies(row -> assertThat(row.alone()).isTrue())
                .satisfies(row -> assertThat(row.person()).isEqualTo(people.get("arben")))
                .satisfies(row -> assertThat(row.until()).isEqualTo(ScopedDatabase.NOW.plus(Duration.ofMinutes(30))));
        assertThat(database.audit().entries())
                .singleElement()
                .asString()
                .contains("1 agent.lent person " + people.get("arben"), "alone=true");
        assertThat(lent("selin")).isEmpty();

        lend("giulia", LUMEN, "arben", false);

        assertThat(lent("giulia")).extracting(Lent::alone).containsExactly(false);
    }

    /** Elif works for Anadolu too, which would miss her and could not fetch her back. */
    @Test
    void nobodyTakesAnAgentFromClientsWhomTheyDoNotServe() throws Exception {
        assertThatThrownBy(() -> lend("giulia", LUMEN, "elif", true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lending.others");

        assertThat(lent("sena")).isEmpty();
        assertThat(database.audit().entries()).isEmpty();

        lend("giulia", LUMEN, "elif", false);
        lend("sena", LUMEN, "elif", true);

        assertThat(lent("giulia")).extracting(Lent::alone).containsExactly(true);
    }

    @Test
    void whoIsMovedHelpsNowhereElse() throws Exception {
        lend("sena", LUMEN, "elif", true);

        assertThatThrownBy(() -> lend("sena", ANADOLU, "elif", false))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lending.moved");
    }

    @Test
    void othersQueuesAndOthersAgentsAreNotFound() throws Exception {
        assertThatThrownBy(() -> lend("giulia", ANADOLU, "elif", false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lend("giulia", LUMEN, "deniz", false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lend("sena", LUMEN, "deniz", true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("lending.client");

        lend("sena", ANADOLU, "deniz", true);

        assertThatThrownBy(() -> as("giulia", desk -> {
                    desk.giveBack(id(queues, ANADOLU), id(people, "deniz"));
                    return true;
                }))
                .isInstanceOf(NotFound.class);
        assertThat(lent("sena")).hasSize(1);
    }

    @Test
    void onlyAgentsWhoWorkHereAreLent() throws Exception {
        database.engine("update person set active = false where login = 'besa'");

        assertThat(as("sena", Lending::helpers))
                .extracting(Helper::login)
                .contains("arben")
                .doesNotContain("besa", "giulia", "sena");
        assertThatThrownBy(() -> lend("sena", LUMEN, "besa", false)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> lend("sena", LUMEN, "giulia", false)).isInstanceOf(NotFound.class);
    }

    private void lend(String supervisor, String queue, String agent, boolean alone) throws Exception {
        as(supervisor, desk -> {
            desk.lend(id(queues, queue), id(people, agent), 30, alone);
            return true;
        });
    }

    private static UUID id(Map<String, UUID> ids, String of) {
        return Objects.requireNonNull(ids.get(of), of);
    }

    private List<Lent> lent(String supervisor) throws Exception {
        return as(supervisor, Lending::lent);
    }

    private static <T> T as(String login, Function<Lending, T> work) throws Exception {
        return database.as(
                login,
                beans -> work.apply(beans.with(Clients.class, beans.get(ClientsFacade.class))
                        .get(LendingDesk.class)));
    }
}
