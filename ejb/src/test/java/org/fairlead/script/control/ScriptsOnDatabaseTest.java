package org.fairlead.script.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.boundary.ClientsFacade;
import org.fairlead.script.AddedBlocks;
import org.fairlead.script.ScriptBlock;
import org.fairlead.script.ScriptVersionView;
import org.fairlead.script.ScriptVersionView.State;
import org.fairlead.script.ScriptView;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.Beans;
import org.fairlead.testing.ScopedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scripts as agents are led through them, and their publishing, on the demo data. */
@Tag("database")
class ScriptsOnDatabaseTest {

    private static final UUID CONTACT = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID LUMEN_CARE = UUID.fromString("01970000-0002-7000-8000-000000000101");
    private static final UUID ANADOLU_CARDS = UUID.fromString("01970000-0002-7000-8000-000000000201");

    private ScopedDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new ScopedDatabase();
        database.engine(
                """
                insert into contact (client_id, contact_id, program_id, direction, state, gateway, call_id, remote, language, offered_at,
                                     agent_id)
                values (1, '%s', '%s', 'INBOUND', 'CONNECTED', 'tirana', '%s', '+393471234571', 'it', now(),
                        (select person_id from person where login = 'elif'))
                """
                        .formatted(CONTACT, LUMEN_CARE, CONTACT));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void standsInTheCustomersLanguageBesideTheAgents() throws Exception {
        ScriptView elifs = show("elif", "tr");
        ScriptView arbens = show("arben", "en");
        ScriptView besas = show("besa", "it");

        assertThat(elifs.customerLanguage()).isEqualTo("it");
        assertThat(elifs.agentLanguage()).isEqualTo("tr");
        assertThat(elifs.blocks().get(0).text()).contains("sono Elif Kaya di Lumen Energia");
        assertThat(elifs.blocks().get(0).textBeside()).contains("Hizmet kalitesi");
        assertThat(arbens.title()).isEqualTo("Contestazione della lettura");
        assertThat(arbens.titleBeside()).isEqualTo("Reading dispute");
        assertThat(arbens.blocks().get(1).fields().get(0).label()).isEqualTo("Date of birth");
        assertThat(besas.agentLanguage()).isNull();
        assertThat(besas.version()).isEqualTo(14);
    }

    @Test
    void whatALawWantsSaidStandsBehindTheFirstDisclosureAndIsReadAsEveryOther() throws Exception {
        ScriptView shown = database.as("elif", beans -> through(beans.with(AddedBlocks.class, new Law()))
                .show(CONTACT, "tr"));
        var read = database.as("elif", beans -> through(beans.with(AddedBlocks.class, new Law()))
                .markRead(CONTACT, "law"));

        assertThat(shown.blocks()).extracting(ScriptView.Block::id).startsWith("greeting", "law", "identity");
        assertThat(shown.blocks().get(1).text()).isEqualTo("Elif Kaya, per conto di Lumen Energia");
        assertThat(shown.unread()).isEqualTo(4);
        assertThat(read).isNotNull();
        assertThatThrownBy(() -> database.as("elif", beans -> through(beans).markRead(CONTACT, "law")))
                .isInstanceOf(NotFound.class);
    }

    private static final class Law implements AddedBlocks {

        @Override
        public List<ScriptBlock> of(UUID contactId) {
            return List.of(new ScriptBlock(
                    "law",
                    ScriptBlock.Kind.DISCLOSURE,
                    true,
                    Map.of("it", "Informativa"),
                    Map.of("it", "{agent}, per conto di {client}"),
                    List.of(),
                    List.of()));
        }

        @Override
        public Optional<Map<String, String>> heading(String blockId) {
            return Optional.empty();
        }
    }

    @Test
    void standsBesideInTheLanguageThatTheAgentChose() throws Exception {
        ScriptView inEnglish = show("elif", "en");
        ScriptView inRussian = show("elif", "ru");

        assertThat(inEnglish.agentLanguage()).isEqualTo("en");
        assertThat(inEnglish.titleBeside()).isEqualTo("Reading dispute");
        assertThat(inRussian.agentLanguage()).as("the script has no Russian").isEqualTo("en");
    }

    @Test
    void remembersTheFirstReadingAndTheLastAnswer() throws Exception {
        var first = database.as("elif", beans -> through(beans).markRead(CONTACT, "greeting"));
        database.as("elif", beans -> {
            through(beans).answer(CONTACT, "identity", "code-end", "4417");
            through(beans).answer(CONTACT, "identity", "code-end", " 4418 ");
            through(beans).answer(CONTACT, "meter", "photo", "true");
            through(beans).answer(CONTACT, "meter", "photo", "");
            return null;
        });

        ScriptView script = show("elif", "tr");
        assertThat(first).isEqualTo(ScopedDatabase.NOW);
        assertThat(script.blocks().get(0).readAt()).isEqualTo(ScopedDatabase.NOW);
        assertThat(script.unread()).isEqualTo(2);
        assertThat(script.blocks().get(1).fields().get(1).value()).isEqualTo("4418");
        assertThat(script.blocks().get(3).fields().get(2).value()).isNull();
    }

    @Test
    void refusesAValueThatTheFieldDoesNotTake() {
        assertThatThrownBy(() -> database.as("elif", beans -> {
                    through(beans).answer(CONTACT, "meter", "reading", "a lot");
                    return null;
                }))
                .isInstanceOf(Refused.class)
                .hasMessage("script.field.number");
    }

    @Test
    void takesNothingFromWhoNeverHadTheContact() {
        assertThatThrownBy(() -> database.as("arben", beans -> through(beans).markRead(CONTACT, "greeting")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.as("arben", beans -> {
                    through(beans).answer(CONTACT, "identity", "reading", "1");
                    return null;
                }))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("contact");
    }

    @Test
    void hidesAnotherClientsContactAndProgram() {
        assertThatThrownBy(() -> show("deniz", "tr")).isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> database.as("giulia", beans -> publishing(beans).versions(ANADOLU_CARDS)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesToPublishWhatLacksALanguage() throws Exception {
        var versions = database.as("giulia", beans -> publishing(beans).versions(LUMEN_CARE));

        ScriptVersionView draft = versions.get(0);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.block()).isEqualTo("greeting");
            assertThat(gap.language()).isEqualTo("en");
        });
        assertThatThrownBy(
                        () -> database.as("giulia", beans -> publishing(beans).publish(LUMEN_CARE, 15)))
                .isInstanceOf(Refused.class)
                .hasMessage("script.incomplete");
    }

    @Test
    void publishesACompleteDraftAndLetsBegunContactsFinishWithTheirs() throws Exception {
        database.as("elif", beans -> through(beans).markRead(CONTACT, "greeting"));
        database.engine("update script_version set blocks = (select blocks from script_version where client_id = 1 "
                + "and version = 14) where client_id = 1 and version = 15");

        ScriptVersionView published =
                database.as("giulia", beans -> publishing(beans).publish(LUMEN_CARE, 15));

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.approvedBy()).isEqualTo("Giulia Conti");
        assertThat(published.approvedOn()).isEqualTo(LocalDate.of(2026, 11, 21));
        var versions = database.as("giulia", beans -> publishing(beans).versions(LUMEN_CARE));
        assertThat(versions).extracting(ScriptVersionView::state).containsExactly(State.PUBLISHED, State.RETIRED);
        assertThat(show("elif", "tr").version()).isEqualTo(14);
        assertThat(database.audit().entries()).contains("1 script.published program lumen-care {version=15}");
        assertThatThrownBy(
                        () -> database.as("giulia", beans -> publishing(beans).publish(LUMEN_CARE, 14)))
                .hasMessage("script.state");
    }

    private ScriptView show(String login, String own) throws Exception {
        return database.as(login, beans -> through(beans).show(CONTACT, own));
    }

    private static LeadThrough through(Beans beans) {
        return beans.with(Clients.class, beans.get(ClientsFacade.class)).get(LeadThrough.class);
    }

    private static PublishScript publishing(Beans beans) {
        return beans.with(Clients.class, beans.get(ClientsFacade.class)).get(PublishScript.class);
    }
}
