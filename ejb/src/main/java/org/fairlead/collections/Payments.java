package org.fairlead.collections;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that comes in. Role: BPO admin. */
public interface Payments {

    /**
     * Takes a bank's file in: camt.053, camt.054, BAI2 or CSV, told apart by what they hold. A file that does not add up is
     * refused whole; a movement that an earlier file brought is known and not posted again; one that cannot be matched
     * waits for a person with the reason.
     *
     * @return the file's record, taken or refused
     */
    UUID takeIn(UUID portfolioId, String name, InputStream file);

    /** Payments by card that agents asked for, newest first. */
    List<Debtors.CardView> cards(UUID portfolioId, int first, int size);

    /** Newest first. */
    List<BankFileView> files(UUID portfolioId);

    BankFileView file(UUID fileId);

    /** Movements that wait for a person, oldest first. */
    List<PaymentView> waiting(UUID portfolioId, int first, int size);

    /** How many wait. */
    int waitingCount(UUID portfolioId);

    /** Payments that may be the one that came back with a movement that waits: of its sum, not later, newest first. */
    List<PaymentView> undoable(UUID returnId);

    /** The last ones that reached a debt, or came back. */
    List<PaymentView> posted(UUID portfolioId, int first, int size);

    /**
     * A person says whose money it is.
     *
     * @param reference of a debt of the same portfolio
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}, {@code payment.currency}, {@code payment.reference}
     */
    void assign(UUID paymentId, String reference);

    /**
     * A person says which payment came back with a movement that waits; it is taken out of its debt and of the trust.
     *
     * @param paymentId one of {@link #undoable}
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}, {@code payment.not-this}
     */
    void undo(UUID returnId, UUID paymentId);

    /**
     * Money that waits is for no debt here, or of another currency, and goes back to whom it came from: it leaves the
     * trust. The transfer itself is made at the bank.
     *
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}, {@code payment.not-cleared}, {@code payment.by-card} for
     *     what a provider took: it goes back there
     */
    void giveBack(UUID paymentId);

    /**
     * Money that waits is a card provider's payout of payments that reached their debts when they were made.
     *
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}, {@code payment.not-payout} for what no bank's file
     *     brought, {@code payment.payout-above} for more than it holds
     */
    void payOut(UUID paymentId);

    /**
     * A movement that left and waits is what a card provider took back of payments that came back.
     *
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}, {@code payment.debit-above} for more than came back
     */
    void debit(UUID paymentId);

    /**
     * A movement that left and waits is the outsourcer's own doing, and no payment's that came back.
     *
     * @throws org.fairlead.shared.Refused {@code payment.not-waiting}
     */
    void ourOwn(UUID paymentId);

    /** What was taken for a provider's or the outsourcer's own, newest first. */
    List<Booked> booked(UUID portfolioId, int first, int size);

    /**
     * It was taken for that by mistake, and waits for a person again; where the portfolio asks for four eyes, when another
     * BPO admin confirms it.
     *
     * @return false while it waits for the other one
     * @throws org.fairlead.shared.Refused {@code payout.why}, {@code payout.none}, {@code payout.asked}
     */
    boolean takeBack(UUID paymentId, String why);

    /** @throws org.fairlead.shared.Refused {@code payout.none}, {@code payout.not-asked}, {@code payout.same} for who asked */
    void confirmTakeBack(UUID paymentId);

    /** @throws org.fairlead.shared.Refused {@code payout.none}, {@code payout.not-asked} */
    void withdrawTakeBack(UUID paymentId);

    /** What card providers took, gave back, paid out and still hold. */
    List<ProviderView> providers(UUID portfolioId);

    /** The bank's words name no provider any more. */
    void forgetSign(UUID portfolioId, String words);

    /** @param asked who wants it back in the queue; null where nobody does */
    record Booked(PaymentView payment, @Nullable Asked asked) {}

    record Asked(String login, Instant at, String why) {}

    /**
     * A card provider's account.
     *
     * @param debited what it took back at the bank
     * @param held what it owes us still, or keeps as its price
     * @param signs how the bank's files name it
     */
    record ProviderView(
            String provider,
            String currency,
            BigDecimal taken,
            BigDecimal cameBack,
            BigDecimal paidOut,
            BigDecimal debited,
            BigDecimal held,
            @Nullable LocalDate lastPayout,
            List<String> signs) {

        public ProviderView {
            signs = List.copyOf(signs);
        }
    }

    /**
     * A file and what became of it.
     *
     * @param known movements that an earlier file had brought
     * @param outgoing movements that left the account and are no returns: nothing is posted for them
     * @param detail where it does not add up, for a file that was refused
     */
    record BankFileView(
            UUID fileId,
            UUID portfolioId,
            String name,
            String format,
            String uploadedBy,
            Instant uploadedAt,
            boolean taken,
            @Nullable String reason,
            @Nullable String detail,
            int entries,
            int posted,
            int parked,
            int known,
            int outgoing) {}

    /**
     * A movement.
     *
     * @param debt the client's number of the debt; null while it waits
     * @param reason why it waits
     * @param matchedBy what it was matched by
     * @param ofTheBank whether a bank's file brought it
     */
    record PaymentView(
            UUID paymentId,
            LocalDate valueDate,
            BigDecimal amount,
            String currency,
            String reference,
            @Nullable String payer,
            @Nullable String debt,
            String state,
            @Nullable String reason,
            @Nullable String matchedBy,
            boolean outgoing,
            boolean ofTheBank) {}
}
