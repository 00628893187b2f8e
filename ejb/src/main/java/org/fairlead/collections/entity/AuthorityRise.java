package org.fairlead.collections.entity;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.collections.entity.PlanAuthority.Limit;
import org.fairlead.collections.entity.SettlementAuthority.Floor;
import org.fairlead.shared.Money;

/**
 * Whether a change of authority lets anybody go further than before. Floors are steps in days and balance: between two
 * steps nothing changes, so that every corner of either table is looked at and nothing else has to be.
 */
public final class AuthorityRise {

    private AuthorityRise() {}

    /** A longer plan, or smaller instalments, than the role could agree to by itself. */
    public static boolean of(PlanAuthority before, PlanAuthority after) {
        return after.limits().stream().filter(one -> one.instalments() > 1).anyMatch(one -> before.limits().stream()
                .noneMatch(known -> covers(known, one)));
    }

    private static boolean covers(Limit known, Limit wanted) {
        return known.role().equals(wanted.role())
                && known.instalments() >= wanted.instalments()
                && known.least().compareTo(wanted.least()) <= 0;
    }

    /** A settlement of less than the role could agree to by itself. */
    public static boolean of(SettlementAuthority before, SettlementAuthority after) {
        Set<String> roles = after.floors().stream().map(Floor::role).collect(Collectors.toSet());
        Set<Integer> days = new TreeSet<>(Set.of(0));
        both(before, after).map(Floor::daysPastDue).forEach(days::add);
        Set<Money> balances = both(before, after)
                .flatMap(
                        one -> Stream.of(one.balance(), Money.zero(one.balance().currency())))
                .collect(Collectors.toCollection(TreeSet::new));
        return roles.stream().anyMatch(role -> days.stream().anyMatch(day -> balances.stream()
                .anyMatch(owed -> after.part(role, day, owed).compareTo(before.part(role, day, owed)) < 0)));
    }

    private static Stream<Floor> both(SettlementAuthority before, SettlementAuthority after) {
        return Stream.concat(before.floors().stream(), after.floors().stream());
    }
}
