package org.fairlead.collections.control;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.entity.LawWords;
import org.fairlead.collections.entity.Wording;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** What the law of a portfolio's country wants to stand in a letter, in the letter's language. */
final class LetterLaw {

    /** Of the country, else the house's; of its version in force. A language that it lacks is not taken from elsewhere. */
    private static final String WORDS =
            """
            select t.words from (
              select s.country, s.version from statutory_text s join portfolio p on s.country in (p.country, '*')
              where s.client_id = 0 and p.client_id = ? and p.portfolio_id = ? and s.occasion = ?
                and (s.valid_from is null or s.valid_from <= ?)
              order by s.country = '*', s.valid_from desc nulls last, s.version desc limit 1) f
            join statutory_text t on t.client_id = 0 and t.country = f.country and t.occasion = ? and t.version = f.version
            where t.language = ?
            """;

    private final Connection c;
    private final ClientId client;
    private final UUID portfolio;

    LetterLaw(Connection c, ClientId client, UUID portfolio) {
        this.c = c;
        this.client = client;
        this.portfolio = portfolio;
    }

    /** @return empty when one that the wording wants is not there in its language: such a letter does not leave */
    Optional<Map<String, String>> values(Wording wording, String language, LocalDate day) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<String, String> one : LawWords.IN_LETTERS.entrySet()) {
            if (wording.has(one.getKey())) {
                Optional<String> words = words(one.getValue(), language, day);
                if (words.isEmpty()) {
                    return Optional.empty();
                }
                values.put(one.getKey(), words.get());
            }
        }
        return Optional.of(values);
    }

    private Optional<String> words(String occasion, String language, LocalDate day) {
        return Sql.one(c, row -> row.getString(1), WORDS, client, portfolio, occasion, day, occasion, language);
    }

    /** What is known of the debt stands in the law's words too. */
    static void fill(Map<String, String> values, Map<String, String> law) {
        law.forEach((field, words) -> values.put(
                field,
                words.replace("{client}", values.getOrDefault("client", ""))
                        .replace("{customer}", values.getOrDefault("recipient", ""))));
    }
}
