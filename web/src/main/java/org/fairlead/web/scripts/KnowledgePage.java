package org.fairlead.web.scripts;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.script.ArticleText;
import org.fairlead.script.Knowledge;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The articles that agents of a programme find beside the script, two languages beside each other, and their editor. */
@Named
@ViewScoped
public class KnowledgePage extends SideBySide {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Knowledge knowledge;

    @Inject
    private Notices notices;

    private transient @Nullable List<ArticleText> articles;
    private boolean editing;
    private @Nullable UUID edited;
    private List<Words> words = new ArrayList<>();

    /** What the editor's fields of one language write into. */
    public static class Words implements Serializable {

        private static final long serialVersionUID = 1L;

        private final String language;
        private @Nullable String title;
        private @Nullable String text;

        Words(String language, ArticleText.@Nullable Words written) {
            this.language = language;
            this.title = written == null ? "" : written.title();
            this.text = written == null ? "" : written.text();
        }

        public String getLanguage() {
            return language;
        }

        public @Nullable String getTitle() {
            return title;
        }

        public void setTitle(@Nullable String title) {
            this.title = title;
        }

        public @Nullable String getText() {
            return text;
        }

        public void setText(@Nullable String text) {
            this.text = text;
        }

        boolean isBlank() {
            return words().title().isBlank() && words().text().isBlank();
        }

        ArticleText.Words words() {
            return new ArticleText.Words(Objects.requireNonNullElse(title, ""), Objects.requireNonNullElse(text, ""));
        }
    }

    public List<ArticleText> getArticles() {
        var known = articles;
        if (known == null) {
            var program = programId();
            known = program == null ? List.of() : knowledge.written(program);
            articles = known;
        }
        return known;
    }

    public @Nullable String title(ArticleText article, String language) {
        var written = article.words().get(language);
        return written == null ? null : written.title();
    }

    public @Nullable String text(ArticleText article, String language) {
        var written = article.words().get(language);
        return written == null ? null : written.text();
    }

    /** What it is called, in whichever language it has: for whoever hears the page. */
    public String name(ArticleText article) {
        return getSides().stream()
                .map(language -> title(article, language))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    public void create() {
        edit(null, Map.of());
    }

    public void edit(UUID article) {
        var found = getArticles().stream()
                .filter(one -> one.id().equals(article))
                .findFirst()
                .orElseThrow(() -> new NotFound("article " + article));
        edit(found.id(), found.words());
    }

    private void edit(@Nullable UUID article, Map<String, ArticleText.Words> written) {
        var program = getProgram();
        edited = article;
        editing = program != null;
        words = new ArrayList<>();
        if (program != null) {
            program.languages().forEach(language -> words.add(new Words(language, written.get(language))));
        }
    }

    /** Languages in which nothing is written are left out; one of which a half is written is refused. */
    public void save() {
        var kept = new LinkedHashMap<String, ArticleText.Words>();
        words.stream().filter(one -> !one.isBlank()).forEach(one -> kept.put(one.getLanguage(), one.words()));
        change(program -> knowledge.write(program, edited, kept), "scripts.articles.saved");
    }

    public void remove() {
        var gone = edited;
        if (gone != null) {
            change(program -> knowledge.remove(program, gone), "scripts.articles.removed");
        }
    }

    private void change(Consumer<UUID> deed, String done) {
        var program = programId();
        if (program == null || !editing) {
            return;
        }
        try {
            deed.accept(program);
            notices.done(done);
            editing = false;
        } catch (Refused refused) {
            notices.refused(refused);
        }
        articles = null;
    }

    public boolean isEditing() {
        return editing;
    }

    public boolean isFresh() {
        return edited == null;
    }

    public List<Words> getWords() {
        return words;
    }
}
