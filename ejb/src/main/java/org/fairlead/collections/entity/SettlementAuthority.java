package org.fairlead.collections.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.fairlead.shared.Money;

/**
 * How far a person may let a debt go for less: the floor by role, days past due and balance, as the client agreed. Below
 * it a second person who may go lower has to approve.
 */
public record SettlementAuthority(List<Floor> floors) {

    /**
     * @param daysPastDue from so many days on
     * @param balance from so much owed on; in the debt's currency
     * @param part of what is owed that must be paid at least: 0.70 for seventy per cent
     */
    public record Floor(String role, int daysPastDue, Money balance, BigDecimal part) {

        public Floor {
            if (part.signum() < 0 || part.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a part is between 0 and 1: " + part);
            }
        }

        boolean speaksOf(String asked, int days, Money owed) {
            return role.equals(asked)
                    && days >= daysPastDue
                    && balance.currency().equals(owed.currency())
                    && owed.compareTo(balance) >= 0;
        }
    }

    public SettlementAuthority {
        floors = List.copyOf(floors);
    }

    /**
     * The least that this role may accept. All of it, where the client agreed nothing.
     *
     * <p>Of the floors that speak of the debt the one for the most days decides, then the one for the largest balance.
     */
    public Money least(String role, int daysPastDue, Money owed) {
        return owed.times(part(role, daysPastDue, owed), RoundingMode.UP);
    }

    /** The least part of what is owed that this role may accept. */
    BigDecimal part(String role, int daysPastDue, Money owed) {
        return floors.stream()
                .filter(floor -> floor.speaksOf(role, daysPastDue, owed))
                .max(Comparator.comparingInt(Floor::daysPastDue).thenComparing(Floor::balance))
                .map(Floor::part)
                .orElse(BigDecimal.ONE);
    }

    /** Whether this role may agree to the offer without anybody else. */
    public boolean mayAgree(String role, int daysPastDue, Money owed, Money offer) {
        return offer.compareTo(least(role, daysPastDue, owed)) >= 0;
    }
}
