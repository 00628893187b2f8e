package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contact.ContactStore;
import org.fairlead.routing.entity.Effects;
import org.fairlead.telephony.CallLog;

/** Stores all that a batch led to, in the caller's transaction. */
final class BatchWriter {

    private final ContactStore contacts;
    private final CallLog calls;
    private final EngineStore engine;

    BatchWriter(ContactStore contacts, CallLog calls, EngineStore engine) {
        this.contacts = contacts;
        this.calls = calls;
        this.engine = engine;
    }

    void write(Connection db, Effects effects, long epoch, long sentPosition, Instant now) throws SQLException {
        engine.hold(db, epoch, sentPosition);
        List<CallLog.Line> lines = new ArrayList<>(effects.events().size());
        for (Effects.Logged logged : effects.events()) {
            lines.add(new CallLog.Line(logged.client(), logged.event(), logged.body()));
        }
        calls.append(db, lines);
        contacts.write(db, effects.contacts().values(), effects.journal());
        contacts.voicemails(db, effects.voicemails(), effects.messageParts());
        LineCallbackRows.write(db, effects.callbacks());
        engine.presences(db, effects.presences());
        engine.sessions(db, effects.sessions().values());
        engine.attempts(db, effects.attempts(), epoch);
        engine.commands(db, effects.commands(), now);
    }
}
