package org.fairlead.collections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.collections.Strategies.Explained;
import org.jspecify.annotations.Nullable;

/**
 * The debtor of the contact at hand, for the agent who handles it. Nothing of a debt leaves the server before the person
 * who speaks has been checked: a third party learns nothing, because the screen has nothing to tell. Role: agent.
 */
public interface Debtors {

    /** Empty when the contact is about no debt. */
    Optional<Debtor> ofContact(UUID contactId);

    /**
     * What the person answered; compared here, so that the screen never holds the right answer.
     *
     * @throws org.fairlead.shared.Refused {@code debtor.locked} after three wrong tries in this contact
     */
    Debtor check(UUID contactId, Map<Question, String> answers);

    /**
     * A promise to pay.
     *
     * @param amount as the agent wrote it
     * @throws org.fairlead.shared.Refused {@code debtor.unchecked} before the check; {@code promise.*} when it is none
     */
    Debtor promise(UUID contactId, UUID debtId, String amount, @Nullable LocalDate due);

    /**
     * A plan of monthly instalments, or a settlement when an amount is said. What is below the agent's authority waits for
     * a second person.
     *
     * @param amount as the agent wrote it; empty: all that is owed, in instalments
     * @throws org.fairlead.shared.Refused {@code debtor.unchecked} before the check; {@code arrangement.*}, {@code plan.*}
     */
    Debtor arrange(UUID contactId, UUID debtId, String amount, int instalments, @Nullable LocalDate firstDue);

    /**
     * Asks for a payment by card, which the debtor types where the agent neither sees nor hears it.
     *
     * @param amount as the agent wrote it
     * @throws org.fairlead.shared.Refused {@code debtor.unchecked} before the check; {@code card.*}
     */
    Debtor pay(UUID contactId, UUID debtId, String amount, CardWay way);

    /** Takes back what was asked for and is not paid. */
    Debtor unpay(UUID contactId, UUID debtId, UUID orderId);

    /** Takes a complaint in: it stops nothing by itself, and is answered by somebody else. */
    Debtor complain(UUID contactId, UUID debtId, String words);

    /** Places a hold; it stops contact at once. */
    Debtor hold(UUID contactId, UUID debtId, Hold kind, String reason);

    /** What is asked, as far as the client told us the answers. The customer's card shows none of them. */
    enum Question {
        BIRTH_DATE,
        POSTAL_CODE,
        /** With the house's number; how it is written does not matter. */
        STREET,
        /** The last four signs of the client's own number for the debt. */
        REFERENCE_END,
        EMAIL,
        /** The last four digits of a telephone that is not the one on the line. */
        PHONE_END
    }

    /**
     * The person, as far as the check allows.
     *
     * @param passed whether the check was passed in this contact; {@code debts} is empty until then
     * @param checkable whether the client told enough of the person to be checked at all
     */
    record Debtor(
            UUID contactId,
            boolean passed,
            boolean checkable,
            int triesLeft,
            List<Question> questions,
            List<DebtView> debts) {

        public Debtor {
            questions = List.copyOf(questions);
            debts = List.copyOf(debts);
        }
    }

    /**
     * A debt.
     *
     * @param atHand the one that the contact is about
     * @param parties role and name
     * @param steps what may be done now, with what speaks against it
     * @param course why this segment, why this step, and what is next; null without a strategy
     */
    record DebtView(
            UUID debtId,
            String reference,
            boolean atHand,
            DebtStatus status,
            String currency,
            Map<Bucket, BigDecimal> balances,
            BigDecimal owed,
            Instant asOf,
            int daysPastDue,
            List<Party> parties,
            List<Hold> holds,
            List<PromiseView> promises,
            @Nullable ArrangementView arrangement,
            Limits limits,
            List<CardView> cards,
            List<StepView> steps,
            @Nullable Explained course,
            List<Happened> timeline) {}

    /**
     * A plan or a settlement that stands or waits for a second person.
     *
     * @param next the instalment that is due next; null when all are covered
     */
    record ArrangementView(
            String kind,
            String state,
            BigDecimal amount,
            int instalments,
            @Nullable BigDecimal next,
            @Nullable LocalDate nextDue) {}

    /**
     * What the agent may agree to alone.
     *
     * @param least of a settlement
     * @param instalments of a plan at most; 0: none
     */
    record Limits(BigDecimal least, int instalments) {}

    record Party(String role, String name) {}

    /**
     * A payment by card that was asked for.
     *
     * @param state {@code LINK}, {@code OPEN}, {@code PAID}, {@code FAILED}, {@code EXPIRED}, {@code CANCELLED} or {@code RETURNED}
     * @param sent state of the message with the link; null without one
     * @param unsent rules or reasons that keep the message back
     */
    record CardView(
            UUID orderId,
            String reference,
            CardWay way,
            BigDecimal amount,
            String currency,
            String state,
            @Nullable String sent,
            @Nullable String unsent,
            String madeBy,
            Instant madeAt,
            Instant expiresAt) {}

    /** @param lastDay on which money keeps it */
    record PromiseView(BigDecimal amount, LocalDate due, LocalDate lastDay, String state) {}

    /** @param against keys of reasons; empty: it may be done */
    record StepView(String step, List<String> against) {}

    /** Something on the debt's timeline; details by their names. */
    record Happened(Instant at, String who, String kind, Map<String, String> detail) {}
}
