package org.fairlead.script;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The words that lead an agent through a contact, and their versions. What lies outside the caller's clients is {@link
 * org.fairlead.shared.NotFound}, and asking for it leaves an audit entry.
 */
public interface Scripts {

    /**
     * The published script of the contact's programme with what was read and written down so far.
     *
     * @param own the language that the agent reads, for the words beside the customer's
     * @throws org.fairlead.shared.Refused {@code script.none} when the programme has no published script
     */
    ScriptView forContact(UUID contactId, String own);

    /** Notes that a block was read out; the first time counts. Answers with that time. */
    Instant markRead(UUID contactId, String blockId);

    /**
     * Writes down the value of a field; an empty value takes back what was there.
     *
     * @throws org.fairlead.shared.Refused {@code script.field.required}, {@code .number}, {@code .date}, {@code
     *     .choice}, {@code .check}, {@code .pattern}, {@code .min} or {@code .max} (the limit is its argument)
     */
    void answer(UUID contactId, String blockId, String fieldId, String value);

    /** All versions of a programme's script, the newest first. */
    List<ScriptVersionView> versions(UUID programId);

    /**
     * The words of one version, all languages together, for those who compare and approve them. Roles: supervisor,
     * account manager, BPO admin, compliance officer.
     */
    List<ScriptBlock> blocks(UUID programId, int version);

    /**
     * Makes a draft the published version and retires the one before it. Roles: BPO admin, account manager.
     *
     * @throws org.fairlead.shared.Refused {@code script.incomplete} with the number of gaps, {@code script.state} when
     *     the version is not a draft
     */
    ScriptVersionView publish(UUID programId, int version);
}
