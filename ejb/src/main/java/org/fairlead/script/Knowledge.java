package org.fairlead.script;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Short articles of each programme, beside the script. Role: agent for the contact at hand; those who answer for the
 * scripts for a whole programme.
 */
public interface Knowledge {

    /** The articles of the contact's programme, in its own order. */
    List<Article> ofContact(UUID contactId, String language);

    List<Article> ofProgram(UUID programId, String language);

    /**
     * Writes an article in one language: a new one at the end of the list, or the words of one that is there. Audited.
     *
     * @param article null for a new one
     * @throws org.fairlead.shared.Refused {@code knowledge.empty}, {@code knowledge.long}, {@code knowledge.language} for a
     *     language that the programme does not have
     */
    Article write(UUID programId, @Nullable UUID article, String language, String title, String text);

    /** The programme's articles with all their languages, in its own order. */
    List<ArticleText> written(UUID programId);

    /**
     * Writes an article in several languages, all or none; a language that is left out stays as it is. Audited.
     *
     * @param article null for a new one
     * @param words by language, at least one
     * @return its id
     * @throws org.fairlead.shared.Refused as {@link #write}
     */
    UUID write(UUID programId, @Nullable UUID article, Map<String, ArticleText.Words> words);

    /** Takes an article away, in all its languages. Audited. */
    void remove(UUID programId, UUID article);
}
