package org.fairlead.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What client and outsourcer have agreed on for a programme. */
public record AgreementView(
        UUID agreementId,
        Formula formula,
        int thresholdSeconds,
        int shortAbandonSeconds,
        ClockStart clockStart,
        BigDecimal targetPercent,
        String clause,
        LocalDate validFrom) {}
