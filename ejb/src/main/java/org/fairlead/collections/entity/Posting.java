package org.fairlead.collections.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of the ledger: entries that sum to zero, never changed and never taken away. A mistake is mended by a posting
 * that negates it.
 *
 * @param valueDate the day from which it counts, in the client's calendar
 * @param at when it was posted
 * @param reverses the posting that this one negates
 * @param who the person's log-in or the name of the work that posted it
 * @param why a reason for the reader of the audit: a file's name and line, a rule and its version
 */
public record Posting(
        UUID id,
        Kind kind,
        LocalDate valueDate,
        Instant at,
        @Nullable UUID reverses,
        String who,
        String why,
        List<Entry> entries) {

    /** What happened. */
    public enum Kind {
        PLACEMENT,
        INTEREST,
        CHARGE,
        PAYMENT,
        REFUND,
        GIVEN_UP,
        REVERSAL
    }

    /** @throws IllegalArgumentException when the entries do not balance, mix currencies or say nothing */
    public Posting {
        entries = List.copyOf(entries);
        if (entries.size() < 2
                || entries.stream().anyMatch(entry -> entry.amount().isZero())) {
            throw new IllegalArgumentException("a posting has two entries or more, none of them zero: " + entries);
        }
        if (!entries.stream()
                .map(Entry::amount)
                .reduce(Money::plus)
                .orElseThrow()
                .isZero()) {
            throw new IllegalArgumentException("the entries do not sum to zero: " + entries);
        }
        if ((kind == Kind.REVERSAL) != (reverses != null)) {
            throw new IllegalArgumentException("a reversal, and nothing else, names what it reverses");
        }
    }

    public String currency() {
        return entries.get(0).amount().currency();
    }

    /** On one account; zero where this posting does not touch it. */
    public Money on(Account account) {
        return entries.stream()
                .filter(entry -> entry.account() == account)
                .map(Entry::amount)
                .reduce(Money.zero(currency()), Money::plus);
    }

    /** The exact negation. */
    public Posting reversal(UUID reversalId, LocalDate counts, Instant posted, String by, String reason) {
        return new Posting(
                reversalId,
                Kind.REVERSAL,
                counts,
                posted,
                id,
                by,
                reason,
                entries.stream().map(Entry::negated).toList());
    }
}
