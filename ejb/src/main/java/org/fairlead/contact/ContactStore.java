package org.fairlead.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Writes contacts and their journal, and finds those that are not closed yet, on a connection that sees all clients.
 * Every write may be repeated: what is there stays as it is.
 */
public interface ContactStore {

    void write(Connection db, Collection<ContactRow> contacts, List<JournalEntry> journal) throws SQLException;

    /** Who is asked to leave a message, and what customers said; a piece of an unknown contact is nobody's. */
    void voicemails(Connection db, List<VoicemailAsked> asked, List<VoicemailPart> parts) throws SQLException;

    /** All contacts that are not closed, each with the position of its last journal line. */
    List<Open> open(Connection db) throws SQLException;

    /** Which of these contacts exist, closed or not. */
    Set<UUID> existing(Connection db, Collection<UUID> contactIds) throws SQLException;

    record Open(ContactRow row, int lastPosition) {}
}
