package org.fairlead.contact.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.contact.VoiceQuality;
import org.fairlead.contact.control.VoiceRows;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** Keeps what agents' browsers measured, of contacts that were theirs. */
@Stateless
@Local(VoiceQuality.class)
@ClientScoped
@RolesAllowed(Roles.AGENT)
public class VoiceQualityDesk implements VoiceQuality {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public void keep(UUID contactId, Measured measured) {
        if (!measured.sound()) {
            throw new Refused("desk.voice");
        }
        UUID person = current.caller().personId();
        try (Connection c = database.getConnection()) {
            int client = VoiceRows.clientOf(c, contactId, person).orElseThrow(() -> notFound(contactId));
            if (!VoiceRows.keep(c, client, contactId, person, clock.instant(), measured)) {
                throw new Refused("desk.voice");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot keep how " + contactId + " sounded", e);
        }
    }

    private NotFound notFound(UUID contactId) {
        ClientId whose = audit.ownerOf(Set.of(contactId)).orElse(ClientId.OUTSOURCER);
        audit.recordRefusal(whose, "refused.not-found", "VoiceQuality.keep", Map.of("what", "contact " + contactId));
        return new NotFound("contact " + contactId);
    }
}
