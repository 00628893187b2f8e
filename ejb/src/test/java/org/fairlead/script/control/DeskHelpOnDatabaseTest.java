package org.fairlead.script.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.boundary.ClientsFacade;
import org.fairlead.client.control.ChooseKeys;
import org.fairlead.script.Article;
import org.fairlead.script.ArticleText;
import org.fairlead.script.Omissions.Omission;
import org.fairlead.script.control.KeepOmissions.Left;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.Beans;
import org.fairlead.testing.ScopedDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Articles, what was not read, and keys, on the demo data. */
@Tag("database")
class DeskHelpOnDatabaseTest {

    private static final UUID CONTACT = UUID.fromString("01980000-0000-7000-8000-000000000001");
    private static final UUID LUMEN_CARE = UUID.fromString("01970000-0002-7000-8000-000000000101");

    private ScopedDatabase database;

    @BeforeEach
    void open() throws Exception {
        database = new ScopedDatabase();
        database.engine(
                """
                insert into contact (client_id, contact_id, program_id, direction, state, gateway, call_id, remote, language,
                                     offered_at, agent_id)
                values (1, '%s', '%s', 'INBOUND', 'WRAP_UP', 'tirana', '%s', '+393471234571', 'it', now(),
                        (select person_id from person where login = 'elif'))
                """
                        .formatted(CONTACT, LUMEN_CARE, CONTACT));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void showsArticlesInTheReadersLanguageElseInEnglish() throws Exception {
        List<Article> turkish = database.as("elif", beans -> writing(beans).ofContact(CONTACT, "tr"));
        List<Article> russian = database.as("elif", beans -> writing(beans).ofContact(CONTACT, "ru"));

        assertThat(turkish).hasSizeGreaterThan(2).extracting(Article::language).containsOnly("tr");
        assertThat(russian).extracting(Article::language).containsOnly("en");
    }

    @Test
    void writesAndRemovesAnArticleAndSaysSoInTheTrail() throws Exception {
        Article made = database.as(
                "giulia", beans -> writing(beans).write(LUMEN_CARE, null, "it", "Voltura", "Servono due documenti."));
        database.as("giulia", beans -> writing(beans).write(LUMEN_CARE, made.id(), "en", "Transfer", "Two papers."));

        assertThat(articles("elif")).extracting(Article::title).endsWith("Transfer");
        database.as("giulia", beans -> {
            writing(beans).remove(LUMEN_CARE, made.id());
            return null;
        });
        assertThat(articles("elif")).extracting(Article::id).doesNotContain(made.id());
        assertThat(database.audit().entries()).anyMatch(entry -> entry.startsWith("1 knowledge.remove"));
    }

    @Test
    void writesAnArticleInAllItsLanguagesOrInNone() throws Exception {
        Map<String, ArticleText.Words> words = Map.of(
                "it", new ArticleText.Words("Voltura", "Due documenti."),
                "en", new ArticleText.Words("Transfer", "Two papers."));
        Map<String, ArticleText.Words> half =
                Map.of("it", new ArticleText.Words("Nuova", "Parole."), "en", new ArticleText.Words("New", " "));
        Map<String, ArticleText.Words> foreign = Map.of("ru", new ArticleText.Words("Новое", "Слова."));

        UUID made = database.as("giulia", beans -> writing(beans).write(LUMEN_CARE, null, words));
        int before = written().size();

        assertThat(written())
                .filteredOn(one -> one.id().equals(made))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo(words));
        assertThatThrownBy(() -> database.as("giulia", beans -> writing(beans).write(LUMEN_CARE, null, half)))
                .hasMessage("knowledge.empty");
        assertThatThrownBy(() -> database.as("giulia", beans -> writing(beans).write(LUMEN_CARE, null, foreign)))
                .hasMessage("knowledge.language");
        assertThat(written()).hasSize(before);
        assertThatThrownBy(() -> database.as("selin", beans -> writing(beans).written(LUMEN_CARE)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.as("selin", beans -> writing(beans).write(LUMEN_CARE, made, words)))
                .isInstanceOf(NotFound.class);
    }

    private List<ArticleText> written() throws Exception {
        return database.as("giulia", beans -> writing(beans).written(LUMEN_CARE));
    }

    @Test
    void hidesAnotherClientsArticles() {
        assertThatThrownBy(() -> database.as("deniz", beans -> writing(beans).ofContact(CONTACT, "tr")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        database.as("selin", beans -> writing(beans).write(LUMEN_CARE, null, "it", "Furto", "Mio.")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void keepsWhatWasNotReadForThoseWhoAnswerForItWithoutStandingInTheWay() throws Exception {
        database.as("elif", beans -> through(beans).markRead(CONTACT, "greeting"));

        database.as("elif", DeskHelpOnDatabaseTest::closing);

        List<Omission> seen = database.as("clara", beans -> omissions(beans).lately("en", 10));
        assertThat(seen)
                .extracting(Omission::block, Omission::agent)
                .contains(org.assertj.core.groups.Tuple.tuple("Closing", "Elif Kaya"))
                .doesNotContain(org.assertj.core.groups.Tuple.tuple("Greeting and recording", "Elif Kaya"));
        assertThat(unread("selin")).isEmpty();
    }

    @Test
    void doesNotLetAnotherAgentOrAClosedContactRewriteWhatWasNotRead() throws Exception {
        database.as("elif", DeskHelpOnDatabaseTest::closing);
        List<Omission> kept = unread("clara");

        database.as("arben", DeskHelpOnDatabaseTest::closing);
        database.engine("update contact set state = 'ENDED' where contact_id = '%s'".formatted(CONTACT));
        database.as("elif", DeskHelpOnDatabaseTest::closing);

        assertThat(kept).isNotEmpty();
        assertThat(unread("clara")).isEqualTo(kept);
    }

    @Test
    void keepsWhatWasNotReadWhenWrapUpEndsByItself() throws Exception {
        UUID elif = UUID.fromString("01970000-0005-7000-8000-000000000001");
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        Left nobodys = new Left(UUID.randomUUID(), elif, noon);
        database.engine("update contact set state = 'ENDED' where contact_id = '%s'".formatted(CONTACT));

        database.as("sena", beans -> {
            omissions(beans).keepOfClosed(new ClientId(1), List.of(new Left(CONTACT, elif, noon), nobodys));
            return true;
        });

        assertThat(unread("clara"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.agent()).isEqualTo("Elif Kaya"))
                .allSatisfy(one -> assertThat(one.closedAt()).isEqualTo(noon));
    }

    @Test
    void keepsEachPersonsKeysAndRefusesConflicts() throws Exception {
        database.as("elif", beans -> beans.get(ChooseKeys.class).change(Map.of("mute", "ü")));

        assertThat(keys("elif")).containsEntry("mute", "ü").containsEntry("hold", "h");
        assertThat(keys("arben")).containsEntry("mute", "m");
        assertThatThrownBy(() ->
                        database.as("elif", beans -> beans.get(ChooseKeys.class).change(Map.of("mute", "h"))))
                .hasMessage("keys.twice")
                .extracting(refused -> ((Refused) refused).arguments())
                .isEqualTo(List.of("H"));
        assertThatThrownBy(() ->
                        database.as("elif", beans -> beans.get(ChooseKeys.class).change(Map.of("mute", "5"))))
                .hasMessage("keys.key");
        assertThatThrownBy(() ->
                        database.as("elif", beans -> beans.get(ChooseKeys.class).change(Map.of("explode", "x"))))
                .hasMessage("keys.action");
    }

    private List<Article> articles(String login) throws Exception {
        return database.as(login, beans -> writing(beans).ofContact(CONTACT, "en"));
    }

    private List<Omission> unread(String login) throws Exception {
        return database.as(login, beans -> omissions(beans).lately("en", 10));
    }

    private Map<String, String> keys(String login) throws Exception {
        return database.as(login, beans -> beans.get(ChooseKeys.class).mine());
    }

    private static Beans ready(Beans beans) {
        return beans.with(Clients.class, beans.get(ClientsFacade.class));
    }

    private static WriteKnowledge writing(Beans beans) {
        return ready(beans).get(WriteKnowledge.class);
    }

    private static LeadThrough through(Beans beans) {
        return ready(beans).get(LeadThrough.class);
    }

    private static KeepOmissions omissions(Beans beans) {
        return ready(beans).get(KeepOmissions.class);
    }

    private static boolean closing(Beans beans) {
        omissions(beans).keep(CONTACT);
        return true;
    }
}
