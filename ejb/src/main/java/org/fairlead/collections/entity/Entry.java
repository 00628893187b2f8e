package org.fairlead.collections.entity;

import org.fairlead.shared.Money;

/** One line of a posting: a debit when positive, a credit when negative. */
public record Entry(Account account, Money amount) {

    Entry negated() {
        return new Entry(account, amount.negated());
    }
}
