package org.fairlead.agreement.entity;

import java.math.BigDecimal;
import java.util.List;
import org.fairlead.agreement.Stakes.Band;
import org.fairlead.agreement.Stakes.Blend;
import org.fairlead.agreement.Stakes.Stake;
import org.fairlead.shared.Refused;

/** What bands of credits and bounds of blending can be. */
public final class StakePolicy {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");
    private static final int MOST_BANDS = 20;
    private static final int LONGEST_STAY = 86_400;
    private static final int CENTS = 2;

    private StakePolicy() {}

    /** @throws Refused named after the field that cannot be so */
    public static void require(Stake stake) {
        List<Band> bands = stake.bands();
        if (!bands.isEmpty() && stake.agreement() == null) {
            throw new Refused("stake.agreement");
        }
        long levels = bands.stream()
                .map(band -> band.belowPercent().stripTrailingZeros())
                .distinct()
                .count();
        boolean sound = bands.size() <= MOST_BANDS
                && levels == bands.size()
                && bands.stream().allMatch(band -> percent(band.belowPercent()) && amount(band.credit()));
        if (!sound) {
            throw new Refused("stake.bands");
        }
        Blend blend = stake.blend();
        if (blend == null) {
            return;
        }
        if (!percent(blend.lowPercent())
                || !percent(blend.highPercent())
                || blend.lowPercent().compareTo(blend.highPercent()) > 0) {
            throw new Refused("stake.blend");
        }
        if (blend.staySeconds() < 1 || blend.staySeconds() > LONGEST_STAY) {
            throw new Refused("stake.stay", LONGEST_STAY);
        }
    }

    private static boolean percent(BigDecimal value) {
        return value.signum() > 0
                && value.compareTo(WHOLE) <= 0
                && value.stripTrailingZeros().scale() <= CENTS;
    }

    private static boolean amount(BigDecimal value) {
        return value.signum() > 0
                && value.compareTo(MOST) <= 0
                && value.stripTrailingZeros().scale() <= CENTS;
    }
}
