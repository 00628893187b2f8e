package org.fairlead.collections;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** Letters, e-mails and messages about debts: what they say, and what became of each. Role: BPO admin. */
public interface Letters {

    /** What may stand in braces in a wording. */
    List<String> fields();

    /** The newest version of each. */
    List<WordingView> wordings(UUID portfolioId);

    /**
     * Keeps a wording as a new version; what was written before stays as it was.
     *
     * @throws org.fairlead.shared.Refused {@code letter.field} for a field that is not known, {@code letter.empty},
     *     {@code letter.long}, {@code letter.kind}, {@code letter.language}, {@code letter.role} for what goes to the
     *     debtor alone
     */
    void save(UUID portfolioId, Key key, String subject, String body);

    /** What was written about a portfolio's debts, newest first. */
    List<MessageView> messages(UUID portfolioId, int first, int size);

    /**
     * Tries one again that failed; gates and decision are asked anew.
     *
     * @throws org.fairlead.shared.Refused {@code letter.not-failed}
     */
    void again(UUID messageId);

    /** A letter as it is printed; a message as a page. */
    byte[] pdf(UUID messageId);

    /** The wording with an invented debt, as a page. */
    byte[] sample(UUID portfolioId, Key key);

    /**
     * Which wording.
     *
     * @param code {@code VALIDATION}, {@code LETTER}, {@code MESSAGE}, {@code REMINDER} or {@code LINK}
     * @param channel {@code LETTER}, {@code EMAIL} or {@code SMS}
     * @param language BCP 47
     * @param role of who gets it: {@code DEBTOR}, {@code CO_DEBTOR} or {@code GUARANTOR}
     */
    record Key(String code, String channel, String language, String role) {

        /** For the debtor. */
        public Key(String code, String channel, String language) {
            this(code, channel, language, "DEBTOR");
        }
    }

    record WordingView(Key key, int version, String subject, String body, String madeBy, Instant madeAt) {}

    /**
     * One.
     *
     * @param state {@code WAITS}, {@code SENT}, {@code DENIED} or {@code FAILED}
     * @param reason why it was not sent: gates, or {@code OUTREACH}, or {@code POSTBOX}
     * @param rules that denied it last
     */
    record MessageView(
            ClientId client,
            UUID messageId,
            String reference,
            String recipient,
            String role,
            String code,
            String channel,
            String language,
            String address,
            String subject,
            String body,
            String state,
            @Nullable String reason,
            String rules,
            Instant madeAt,
            @Nullable Instant nextTry,
            @Nullable Instant sentAt,
            @Nullable String delivery,
            @Nullable String deliveryCode) {}
}
