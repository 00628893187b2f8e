package org.fairlead.collections.entity.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fairlead.collections.Bucket;
import org.fairlead.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * A good row of a placement.
 *
 * @param reference the client's own number for the debt
 * @param parties the debtor first
 * @param attempts how often the client itself tried to reach the debtor, the last time on {@code lastAttempt}
 */
public record PlacedDebt(
        int line,
        String reference,
        List<PlacedPerson> parties,
        Map<Bucket, Money> balances,
        LocalDate pastDueSince,
        @Nullable LocalDate interestFrom,
        @Nullable LocalDate barredFrom,
        @Nullable LocalDate recallOn,
        int attempts,
        @Nullable LocalDate lastAttempt) {

    public PlacedDebt {
        parties = List.copyOf(parties);
        balances = Map.copyOf(balances);
    }

    public PlacedPerson debtor() {
        return parties.get(0);
    }

    /** In minor units; 0 where the row has none. */
    public long minor(Bucket bucket) {
        Money balance = balances.get(bucket);
        return balance == null ? 0 : balance.minor();
    }
}
