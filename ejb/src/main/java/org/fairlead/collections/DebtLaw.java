package org.fairlead.collections;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a country wants said to a debtor, and by when it wants an answer: the house's, in versions with a first
 * day, of which none is ever changed. Roles: compliance officer; BPO admin, who reads.
 */
public interface DebtLaw {

    /** Every version of every text, the newest of each first. */
    List<TextView> texts();

    /** The languages that a text for this country has to have: those of the programmes there, and those that it had. */
    List<String> languages(String country, String occasion);

    /** When something is said: {@code FIRST}, {@code LATER}, {@code RIGHTS}; {@code WRITTEN} in letters. */
    List<String> occasions();

    /**
     * A new version, for conversations from its first day on.
     *
     * @return its number
     * @throws org.fairlead.shared.Refused {@code law.*} naming what is wrong
     */
    int writeText(TextEdit edit);

    /** Every version of every term, the newest of each first. */
    List<TermView> terms();

    /** What has a term: {@code DISPUTE}, {@code COMPLAINT}, {@code BREATHING_SPACE}. */
    List<String> kinds();

    /**
     * A new version, for cases that are taken in from its first day on.
     *
     * @return its number
     * @throws org.fairlead.shared.Refused {@code law.*} naming what is wrong
     */
    int writeTerm(TermEdit edit);

    /** What a citation is: {@code law}, {@code practice}, {@code house}. */
    List<String> bases();

    /** One language of a text. */
    record Saying(String language, String heading, String words) {}

    /** @param from null: from the beginning */
    record TextView(
            String country,
            String occasion,
            int version,
            @Nullable LocalDate from,
            boolean inForce,
            String citation,
            String basis,
            String reason,
            String madeBy,
            Instant madeAt,
            List<Saying> sayings) {

        public TextView {
            sayings = List.copyOf(sayings);
        }
    }

    /** @param country two letters, or {@code *} where no other is known */
    record TextEdit(
            String country,
            String occasion,
            LocalDate from,
            String citation,
            String basis,
            String reason,
            List<Saying> sayings) {

        public TextEdit {
            sayings = List.copyOf(sayings);
        }
    }

    /** @param lasts the hold ends by itself then; else it is answered by then */
    record TermView(
            String country,
            String kind,
            int version,
            @Nullable LocalDate from,
            boolean inForce,
            int days,
            boolean lasts,
            String citation,
            String basis,
            String reason,
            String madeBy,
            Instant madeAt) {}

    record TermEdit(
            String country, String kind, int days, LocalDate from, String citation, String basis, String reason) {}
}
