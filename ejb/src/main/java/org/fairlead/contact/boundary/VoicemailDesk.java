package org.fairlead.contact.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.contact.Voicemails;
import org.fairlead.contact.control.VoicemailRows;
import org.fairlead.contact.control.VoicemailRows.Ear;
import org.fairlead.contact.control.WaveFile;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Messages for those who may hear them. */
@Stateless
@Local(Voicemails.class)
@ClientScoped
@RolesAllowed({Roles.AGENT, Roles.SUPERVISOR})
public class VoicemailDesk implements Voicemails {

    private static final int LONGEST_NOTE = 500;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Message> messages(boolean done, int most) {
        return query(c -> VoicemailRows.messages(c, ear(), done, most));
    }

    @Override
    public int open() {
        return query(c -> VoicemailRows.open(c, ear()));
    }

    @Override
    public byte[] hear(UUID contactId) {
        return query(c -> {
            ClientId client = visible(c, contactId, "Voicemails.hear");
            byte[] said = VoicemailRows.audio(c, client, contactId);
            if (said.length == 0) {
                throw new NotFound("voicemail " + contactId);
            }
            audit.record(client, "voicemail.heard", "contact " + contactId, Map.of());
            return WaveFile.ofMuLaw(said);
        });
    }

    @Override
    public void done(UUID contactId, String note) {
        if (note.length() > LONGEST_NOTE) {
            throw new Refused("voicemail.note", LONGEST_NOTE);
        }
        query(c -> {
            ClientId client = visible(c, contactId, "Voicemails.done");
            UUID me = current.caller().personId();
            if (!VoicemailRows.done(c, client, contactId, me, clock.instant(), note.strip())) {
                throw new Refused("voicemail.done");
            }
            audit.record(client, "voicemail.done", "contact " + contactId, Map.of());
            return contactId;
        });
    }

    private ClientId visible(Connection c, UUID contactId, String what) {
        return VoicemailRows.clientOf(c, ear(), contactId).orElseThrow(() -> {
            ClientId whose = audit.ownerOf(Set.of(contactId)).orElse(ClientId.OUTSOURCER);
            audit.recordRefusal(whose, "refused.not-found", what, Map.of("what", "voicemail " + contactId));
            return new NotFound("voicemail " + contactId);
        });
    }

    private Ear ear() {
        Caller caller = current.caller();
        return new Ear(caller.personId(), caller.siteId(), context.isCallerInRole(Roles.SUPERVISOR));
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "the messages", work);
    }
}
