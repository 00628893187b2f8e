package org.fairlead.collections.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fairlead.collections.entity.PlanAuthority.Limit;
import org.fairlead.collections.entity.SettlementAuthority.Floor;
import org.fairlead.shared.Money;
import org.junit.jupiter.api.Test;

class AuthorityRiseTest {

    private static final String[] ROLES = {"agent", "supervisor"};

    @Test
    void aLowerFloorALongerPlanAndSmallerInstalmentsGoFurther() {
        assertThat(AuthorityRise.of(floors(floor("agent", 0, 0, "0.90")), floors(floor("agent", 0, 0, "0.89"))))
                .isTrue();
        assertThat(AuthorityRise.of(plans(limit("agent", 6, 100)), plans(limit("agent", 7, 100))))
                .isTrue();
        assertThat(AuthorityRise.of(plans(limit("agent", 6, 100)), plans(limit("agent", 5, 99))))
                .isTrue();
        assertThat(AuthorityRise.of(plans(), plans(limit("agent", 2, 100)))).isTrue();
    }

    @Test
    void lessAuthorityAndAStepThatChangesNothingGoNoFurther() {
        assertThat(AuthorityRise.of(floors(floor("agent", 0, 0, "0.90")), floors()))
                .isFalse();
        assertThat(AuthorityRise.of(
                        floors(floor("agent", 0, 0, "0.90")),
                        floors(floor("agent", 0, 0, "0.90"), floor("agent", 30, 0, "0.90"))))
                .isFalse();
        assertThat(AuthorityRise.of(plans(limit("agent", 6, 100)), plans(limit("agent", 5, 100))))
                .isFalse();
        // one instalment needs no authority
        assertThat(AuthorityRise.of(plans(), plans(limit("agent", 1, 0)))).isFalse();
    }

    /** To take a stricter step away lets somebody go further too, though no number in the table got lower. */
    @Test
    void aStricterStepThatGoesAwayGoesFurther() {
        SettlementAuthority before = floors(floor("agent", 0, 0, "0.80"), floor("agent", 0, 500_00, "1.00"));

        assertThat(AuthorityRise.of(before, floors(floor("agent", 0, 0, "0.80"))))
                .isTrue();
    }

    @Test
    void cornersSayWhatEveryDebtSays() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            SettlementAuthority before = some(random);
            SettlementAuthority after = some(random);

            boolean further = false;
            for (String role : ROLES) {
                for (int days = 0; days <= 12; days++) {
                    for (int owed = 0; owed <= 12; owed++) {
                        Money debt = money(owed * 50_00L);
                        further |= after.part(role, days, debt).compareTo(before.part(role, days, debt)) < 0;
                    }
                }
            }

            assertThat(AuthorityRise.of(before, after))
                    .as("%s to %s", before, after)
                    .isEqualTo(further);
        }
    }

    private static SettlementAuthority some(Random random) {
        List<Floor> floors = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            floors.add(floor(
                    ROLES[random.nextInt(2)],
                    random.nextInt(12),
                    random.nextInt(12) * 50_00L,
                    "0." + random.nextInt(10)));
        }
        return new SettlementAuthority(floors.stream()
                .filter(one -> floors.stream()
                                .filter(other -> other.role().equals(one.role())
                                        && other.daysPastDue() == one.daysPastDue()
                                        && other.balance().equals(one.balance()))
                                .count()
                        == 1)
                .toList());
    }

    private static SettlementAuthority floors(Floor... floors) {
        return new SettlementAuthority(List.of(floors));
    }

    private static PlanAuthority plans(Limit... limits) {
        return new PlanAuthority(List.of(limits));
    }

    private static Floor floor(String role, int days, long from, String part) {
        return new Floor(role, days, money(from), new BigDecimal(part));
    }

    private static Limit limit(String role, int instalments, long least) {
        return new Limit(role, instalments, money(least));
    }

    private static Money money(long minor) {
        return new Money(minor, "TRY");
    }
}
