package org.fairlead.client;

import java.util.Map;

/**
 * What is set up for the clients, to be edited. Role: BPO admin; everything is limited to the admin's clients, and sites
 * to those who serve the outsourcer itself. Each save is audited with what was before, and takes effect at once:
 * {@link QueueChanged} or {@link ProgramChanged} is fired inside the transaction.
 */
public interface SetUp {

    /** The part as it is stored now. */
    SetUpForm open(SetUpPart part, String id);

    /**
     * Saves the part.
     *
     * @return as it is stored then
     * @throws org.fairlead.shared.Refused {@code setup.changed} when somebody saved it since the form was read; any
     *     other key says which value cannot be, and what to write instead: a {@link SetUpRefused} names the field
     */
    SetUpForm save(SetUpForm form);

    /**
     * Adds a {@link SetUpPart#NUMBER number} to a queue or a {@link SetUpPart#DISPOSITION disposition} to a programme.
     *
     * @param parent id of the queue or programme
     * @param values with the new one's {@code number} or {@code code} among them
     */
    SetUpForm add(SetUpPart part, String parent, Map<String, String> values);
}
