package org.fairlead.collections.entity;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fairlead.collections.Hold;
import org.jspecify.annotations.Nullable;

/** What may be done about a debt today, apart from the outreach decision that every attempt passes as well. */
public final class Gates {

    /** Something that the strategy or a person wants to do. */
    public enum Step {
        CALL,
        MESSAGE,
        LETTER,
        /** The notice that begins the time to dispute; the law asks for it whatever was agreed (12 CFR 1006.34 (a)). */
        VALIDATION_NOTICE,
        /** Somebody goes to the debtor's door. */
        FIELD_VISIT,
        /** A lawyer looks at it before anything goes to court. */
        LEGAL_REVIEW,
        LEGAL_REFERRAL,
        CREDIT_REPORT
    }

    /** Why not. */
    public enum Reason {
        HOLD,
        ENDED,
        NOT_VALIDATED,
        VALIDATION_RUNNING,
        TIME_BARRED,
        PROMISE_STANDS,
        ARRANGEMENT_STANDS
    }

    /** Steps that wait until the debtor had the time to dispute the debt (12 CFR 1006.34, 1006.38). */
    private static final Set<Step> AFTER_VALIDATION =
            EnumSet.of(Step.LETTER, Step.LEGAL_REVIEW, Step.LEGAL_REFERRAL, Step.CREDIT_REPORT);

    /** Steps that a time-barred debt closes (12 CFR 1006.26 (b)). */
    private static final Set<Step> NOT_WHEN_BARRED = EnumSet.of(Step.LETTER, Step.LEGAL_REFERRAL, Step.CREDIT_REPORT);

    private Gates() {}

    /**
     * What is known of a debt.
     *
     * @param validationSent when the validation notice left; null: not yet
     * @param validationDays the time that the debtor has to dispute; 0 where the law knows none
     * @param barredFrom the first day on which the debt is time-barred; null: never
     * @param promiseUntil the last day of a promise that stands; null: none
     * @param arranged while a plan or a settlement stands
     */
    public record Facts(
            Set<Hold> holds,
            boolean ended,
            @Nullable LocalDate validationSent,
            int validationDays,
            @Nullable LocalDate barredFrom,
            @Nullable LocalDate promiseUntil,
            boolean arranged) {}

    /** All that speaks against the step today; empty: it may be done. */
    public static Set<Reason> against(Step step, Facts facts, LocalDate today) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (!facts.holds().isEmpty()) {
            reasons.add(Reason.HOLD);
        }
        if (facts.ended()) {
            reasons.add(Reason.ENDED);
        }
        validation(step, facts, today).ifPresent(reasons::add);
        LocalDate barred = facts.barredFrom();
        if (barred != null && !today.isBefore(barred) && NOT_WHEN_BARRED.contains(step)) {
            reasons.add(Reason.TIME_BARRED);
        }
        LocalDate promised = facts.promiseUntil();
        if (promised != null && !today.isAfter(promised) && step != Step.VALIDATION_NOTICE) {
            reasons.add(Reason.PROMISE_STANDS);
        }
        if (facts.arranged() && step != Step.VALIDATION_NOTICE) {
            reasons.add(Reason.ARRANGEMENT_STANDS);
        }
        return reasons;
    }

    private static Optional<Reason> validation(Step step, Facts facts, LocalDate today) {
        if (facts.validationDays() == 0 || !AFTER_VALIDATION.contains(step)) {
            return Optional.empty();
        }
        LocalDate sent = facts.validationSent();
        if (sent == null) {
            return Optional.of(Reason.NOT_VALIDATED);
        }
        return today.isAfter(sent.plusDays(facts.validationDays()))
                ? Optional.empty()
                : Optional.of(Reason.VALIDATION_RUNNING);
    }
}
