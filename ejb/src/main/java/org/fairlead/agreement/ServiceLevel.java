package org.fairlead.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A service level as the fraction that it is. Without contacts it is not applicable, which is not 100%. */
public record ServiceLevel(Formula formula, long numerator, long denominator) {

    public boolean applicable() {
        return denominator > 0;
    }

    /** In percent to two decimals, half up; null where not applicable. */
    public @Nullable BigDecimal percent() {
        return applicable()
                ? BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP)
                : null;
    }

    /** Compared as fractions, not as rounded figures; a level that is not applicable misses no target. */
    public boolean meets(BigDecimal targetPercent) {
        return !applicable()
                || BigDecimal.valueOf(numerator)
                                .multiply(BigDecimal.valueOf(100))
                                .compareTo(targetPercent.multiply(BigDecimal.valueOf(denominator)))
                        >= 0;
    }
}
