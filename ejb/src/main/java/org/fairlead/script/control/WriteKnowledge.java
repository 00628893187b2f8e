package org.fairlead.script.control;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.script.Article;
import org.fairlead.script.ArticleText;
import org.fairlead.security.Audit;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** The short articles beside a script. */
@ApplicationScoped
public class WriteKnowledge {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 1_000;

    private static final String READ =
            """
            select a.article_id, a.titles::text as titles, a.texts::text as texts, g.languages[1] as first_language
            from knowledge_article a join program g on g.client_id = a.client_id and g.program_id = a.program_id
            where a.program_id = :program order by a.position, a.article_id
            """;

    private static final String ADD =
            """
            insert into knowledge_article (client_id, article_id, program_id, position, titles, texts)
            values (:client, :article, :program,
                    (select coalesce(max(position), 0) + 1 from knowledge_article where client_id = :client and program_id = :program),
                    '{}', '{}')
            """;

    private static final String CHANGE =
            """
            update knowledge_article set titles = titles || jsonb_build_object(cast(:language as text), cast(:title as text)),
                   texts = texts || jsonb_build_object(cast(:language as text), cast(:text as text))
            where client_id = :client and program_id = :program and article_id = :article
            """;

    private static final String REMOVE =
            "delete from knowledge_article where client_id = :client and program_id = :program and article_id = :article";

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    @Inject
    private ScriptMarks marks;

    @Inject
    private Clients clients;

    @Inject
    private Audit audit;

    public List<Article> ofContact(UUID contactId, String language) {
        return marks.anyContact(contactId)
                .map(contact -> read(contact.program(), language))
                .orElse(List.of());
    }

    public List<Article> ofProgram(UUID programId, String language) {
        clients.program(programId); // refuses and audits a programme of another client
        return read(programId, language);
    }

    public Article write(UUID programId, @Nullable UUID article, String language, String title, String text) {
        ProgramView program = clients.program(programId);
        check(program, language, title, text);
        UUID id = Objects.requireNonNullElseGet(article, Ids::next);
        int client = program.client().value();
        if (article == null) {
            database.createNativeQuery(ADD)
                    .setParameter("client", client)
                    .setParameter("article", id)
                    .setParameter("program", programId)
                    .executeUpdate();
        }
        int changed = database.createNativeQuery(CHANGE)
                .setParameter("client", client)
                .setParameter("program", programId)
                .setParameter("article", id)
                .setParameter("language", language)
                .setParameter("title", title.strip())
                .setParameter("text", text.strip())
                .executeUpdate();
        if (changed == 0) {
            throw new NotFound("article " + id);
        }
        audit.record(program.client(), "knowledge.write", id.toString(), Map.of("language", language, "title", title));
        return new Article(id, language, title.strip(), text.strip());
    }

    public List<ArticleText> written(UUID programId) {
        clients.program(programId); // refuses and audits a programme of another client
        return rows(programId).stream().map(WriteKnowledge::written).toList();
    }

    public UUID write(UUID programId, @Nullable UUID article, Map<String, ArticleText.Words> words) {
        ProgramView program = clients.program(programId);
        if (words.isEmpty()) {
            throw new Refused("knowledge.empty");
        }
        words.forEach((language, text) -> check(program, language, text.title(), text.text()));
        UUID id = article;
        for (Map.Entry<String, ArticleText.Words> one : new TreeMap<>(words).entrySet()) {
            ArticleText.Words text = one.getValue();
            id = write(programId, id, one.getKey(), text.title(), text.text()).id();
        }
        return Objects.requireNonNull(id);
    }

    public void remove(UUID programId, UUID article) {
        ProgramView program = clients.program(programId);
        int gone = database.createNativeQuery(REMOVE)
                .setParameter("client", program.client().value())
                .setParameter("program", programId)
                .setParameter("article", article)
                .executeUpdate();
        if (gone == 0) {
            throw new NotFound("article " + article);
        }
        audit.record(program.client(), "knowledge.remove", article.toString(), Map.of());
    }

    private static void check(ProgramView program, String language, String title, String text) {
        if (title.isBlank() || text.isBlank()) {
            throw new Refused("knowledge.empty");
        }
        if (title.strip().length() > LONGEST_TITLE || text.strip().length() > LONGEST_TEXT) {
            throw new Refused("knowledge.long", LONGEST_TITLE, LONGEST_TEXT);
        }
        if (!program.languages().contains(language)) {
            throw new Refused("knowledge.language");
        }
    }

    private List<Article> read(UUID program, String language) {
        return rows(program).stream().map(row -> article(row, language)).toList();
    }

    private List<Tuple> rows(UUID program) {
        List<?> rows = database.createNativeQuery(READ, Tuple.class)
                .setParameter("program", program)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).toList();
    }

    private static ArticleText written(Tuple row) {
        Map<String, String> texts = Json.read(row.get("texts", String.class), WORDS);
        Map<String, ArticleText.Words> words = new TreeMap<>();
        Json.read(row.get("titles", String.class), WORDS)
                .forEach((language, title) ->
                        words.put(language, new ArticleText.Words(title, texts.getOrDefault(language, ""))));
        return new ArticleText(row.get("article_id", UUID.class), words);
    }

    private static Article article(Tuple row, String language) {
        Map<String, String> titles = Json.read(row.get("titles", String.class), WORDS);
        Map<String, String> texts = Json.read(row.get("texts", String.class), WORDS);
        String first = row.get("first_language", String.class);
        String shown = List.of(language, "en", first).stream()
                .filter(tag -> titles.containsKey(tag) && texts.containsKey(tag))
                .findFirst()
                .orElseGet(() -> titles.keySet().stream().sorted().findFirst().orElse(first));
        return new Article(
                row.get("article_id", UUID.class),
                shown,
                titles.getOrDefault(shown, ""),
                texts.getOrDefault(shown, ""));
    }
}
