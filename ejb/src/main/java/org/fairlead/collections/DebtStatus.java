package org.fairlead.collections;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a debt stands. Holds stand beside it. */
public enum DebtStatus {
    NEW,
    VALIDATION,
    WORKING,
    PROMISE,
    PLAN,
    SETTLEMENT,
    LEGAL,
    PAID,
    SETTLED,
    RECALLED,
    CLOSED;

    private static final Set<DebtStatus> ENDED = EnumSet.of(PAID, SETTLED, RECALLED, CLOSED);

    private static final Map<DebtStatus, Set<DebtStatus>> NEXT = new EnumMap<>(Map.ofEntries(
            Map.entry(NEW, EnumSet.of(VALIDATION, WORKING, RECALLED, CLOSED, PAID)),
            Map.entry(VALIDATION, EnumSet.of(WORKING, PROMISE, PLAN, SETTLEMENT, PAID, RECALLED, CLOSED)),
            Map.entry(WORKING, EnumSet.of(PROMISE, PLAN, SETTLEMENT, LEGAL, PAID, RECALLED, CLOSED)),
            Map.entry(PROMISE, EnumSet.of(WORKING, PLAN, SETTLEMENT, PAID, RECALLED, CLOSED)),
            Map.entry(PLAN, EnumSet.of(WORKING, PROMISE, SETTLEMENT, PAID, RECALLED, CLOSED)),
            Map.entry(SETTLEMENT, EnumSet.of(WORKING, PROMISE, PLAN, SETTLED, PAID, RECALLED, CLOSED)),
            Map.entry(LEGAL, EnumSet.of(WORKING, PROMISE, PLAN, SETTLEMENT, PAID, RECALLED, CLOSED)),
            // a payment that comes back opens the debt again
            Map.entry(PAID, EnumSet.of(WORKING, RECALLED, CLOSED)),
            Map.entry(SETTLED, EnumSet.of(WORKING, RECALLED, CLOSED)),
            Map.entry(RECALLED, EnumSet.noneOf(DebtStatus.class)),
            Map.entry(CLOSED, EnumSet.noneOf(DebtStatus.class))));

    /** Nobody works it any more. */
    public boolean ended() {
        return ENDED.contains(this);
    }

    public boolean mayBecome(DebtStatus next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
