package org.fairlead.collections.entity;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whose money a movement is: the debt that the payer named; of several the one whose sum it is; without any name, the one
 * debtor of that name who owes or has promised just that sum. Everything else a person decides.
 */
public final class PaymentMatch {

    /** Shorter pieces name nothing. */
    public static final int SHORTEST = 4;

    private static final int LONGEST = 40;
    private static final int PIECES = 5;

    private PaymentMatch() {}

    /** How it was found. */
    public enum By {
        REFERENCE,
        AMOUNT_AND_DEBTOR
    }

    /** Why a person has to look. */
    public enum Reason {
        UNKNOWN_REFERENCE,
        AMBIGUOUS,
        CURRENCY,
        DEBT_ENDED,
        RETURN_UNKNOWN,
        PAYOUT_ABOVE,
        DEBIT_ABOVE,
        UNDONE
    }

    /**
     * A debt that it may be.
     *
     * @param sums what its debtor would pay at once: what is owed, and what is promised
     */
    public record Candidate(UUID debt, String reference, String debtor, List<Money> sums) {

        boolean wouldPay(Money amount) {
            return sums.contains(amount);
        }
    }

    /** Exactly one of {@code debt} and {@code reason} is there. */
    public record Result(@Nullable UUID debt, @Nullable By by, @Nullable Reason reason) {

        static Result of(Candidate candidate, By by) {
            return new Result(candidate.debt(), by, null);
        }

        public static Result waits(Reason reason) {
            return new Result(null, null, reason);
        }
    }

    /**
     * What the words of a movement may name, as references are compared: letters and digits, in capitals, pieces that stand
     * side by side together too, because banks break references and payers put blanks into them.
     */
    public static Set<String> names(String words) {
        String[] pieces = words.split("[^0-9A-Za-z]+");
        Set<String> names = new LinkedHashSet<>();
        for (int from = 0; from < pieces.length; from++) {
            StringBuilder name = new StringBuilder();
            for (int i = from; i < Math.min(pieces.length, from + PIECES); i++) {
                name.append(pieces[i].toUpperCase(Locale.ROOT));
                if (name.length() >= SHORTEST && name.length() <= LONGEST) {
                    names.add(name.toString());
                }
            }
        }
        return names;
    }

    /** A reference as {@link #names} has it. */
    public static String plain(String reference) {
        return reference.replaceAll("[^0-9A-Za-z]", "").toUpperCase(Locale.ROOT);
    }

    /** How many letters and digits of any script words have. */
    public static long letters(String words) {
        return words.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /** Whether {@link #plain} says all of it: what it leaves of another script, or a number, names nobody in a reference. */
    public static boolean isName(String words) {
        String plain = plain(words);
        return plain.length() == letters(words) && plain.chars().anyMatch(Character::isLetter);
    }

    /**
     * Decides.
     *
     * @param named debts whose reference the words hold
     * @param bySum debts whose debtor owes or has promised this very sum
     */
    public static Result of(Money amount, String payer, List<Candidate> named, List<Candidate> bySum) {
        if (named.size() == 1) {
            return Result.of(named.get(0), By.REFERENCE);
        }
        if (named.size() > 1) {
            List<Candidate> fit =
                    named.stream().filter(one -> one.wouldPay(amount)).toList();
            return fit.size() == 1 ? Result.of(fit.get(0), By.REFERENCE) : Result.waits(Reason.AMBIGUOUS);
        }
        List<Candidate> same = payer.isBlank()
                ? List.of()
                : bySum.stream()
                        .filter(one -> one.wouldPay(amount) && sameName(one.debtor(), payer))
                        .toList();
        if (same.size() == 1) {
            return Result.of(same.get(0), By.AMOUNT_AND_DEBTOR);
        }
        return Result.waits(same.isEmpty() ? Reason.UNKNOWN_REFERENCE : Reason.AMBIGUOUS);
    }

    /** Whether a payer's name may be a debtor's, as banks write it. */
    public static boolean sameName(String debtor, String payer) {
        return name(debtor).equals(name(payer));
    }

    /** Banks write names in capitals without marks: {@code AYSE YILDIZ} is Ayşe Yıldız. */
    private static String name(String written) {
        String bare = Normalizer.normalize(written.replace('ı', 'i'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return bare.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
