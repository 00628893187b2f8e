package org.fairlead.collections.entity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Bucket;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;

/**
 * The ledger of one debt: append-only double entry in one currency. The balance of an account is the sum of its entries,
 * always; nothing is stored beside them that could disagree.
 */
public final class DebtBook {

    private final String currency;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<UUID, Posting> byId = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();
    private final Map<Account, Money> balances = new EnumMap<>(Account.class);

    public DebtBook(String currency) {
        this.currency = currency;
    }

    /** As it stands after these postings, in their order. */
    public static DebtBook of(String currency, List<Posting> postings) {
        DebtBook book = new DebtBook(currency);
        postings.forEach(book::append);
        return book;
    }

    /**
     * Appends one posting, or nothing.
     *
     * @throws Refused {@code ledger.currency} for another currency, {@code ledger.below-zero} when a bucket would end
     *     below zero, {@code ledger.reversed-already} and {@code ledger.not-the-negation} for a reversal that is none
     */
    public void append(Posting posting) {
        if (!posting.currency().equals(currency)) {
            throw new Refused("ledger.currency", posting.currency(), currency);
        }
        if (byId.containsKey(posting.id())) {
            throw new Refused("ledger.doubled", posting.id().toString());
        }
        UUID target = posting.reverses();
        if (target != null) {
            checkReversal(posting, target);
        }
        Map<Account, Money> after = new EnumMap<>(Account.class);
        for (Entry entry : posting.entries()) {
            Money before = after.getOrDefault(entry.account(), balance(entry.account()));
            after.put(entry.account(), before.plus(entry.amount()));
        }
        after.forEach((account, amount) -> {
            if (!account.mayHold(amount.minor())) {
                throw new Refused("ledger.below-zero", account.name(), amount);
            }
        });
        balances.putAll(after);
        postings.add(posting);
        byId.put(posting.id(), posting);
        if (target != null) {
            reversed.add(target);
        }
    }

    private void checkReversal(Posting reversal, UUID target) {
        Posting original = byId.get(target);
        if (original == null || original.kind() == Posting.Kind.REVERSAL) {
            throw new Refused("ledger.not-the-negation", target.toString());
        }
        if (reversed.contains(target)) {
            throw new Refused("ledger.reversed-already", target.toString());
        }
        for (Account account : Account.values()) {
            if (!reversal.on(account).equals(original.on(account).negated())) {
                throw new Refused("ledger.not-the-negation", target.toString());
            }
        }
    }

    public String currency() {
        return currency;
    }

    public Money balance(Account account) {
        return balances.getOrDefault(account, Money.zero(currency));
    }

    public Money balance(Bucket bucket) {
        return balance(Account.of(bucket));
    }

    public Map<Bucket, Money> buckets() {
        Map<Bucket, Money> all = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            all.put(bucket, balance(bucket));
        }
        return all;
    }

    /** What the debtor owes, over all buckets. */
    public Money owed() {
        return buckets().values().stream().reduce(Money.zero(currency), Money::plus);
    }

    public boolean isReversed(Posting posting) {
        return reversed.contains(posting.id());
    }

    public List<Posting> postings() {
        return List.copyOf(postings);
    }
}
