package org.fairlead.compliance.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.compliance.DebtNames;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.control.EvidenceBook;
import org.fairlead.compliance.control.EvidenceKey;
import org.fairlead.compliance.control.WishBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;

/** Evidence for the compliance officer. */
@Stateless
@Local(Evidence.class)
@ClientScoped
@RolesAllowed(Roles.COMPLIANCE_OFFICER)
public class EvidenceDesk implements Evidence {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Outreach outreach;

    @Inject
    private EvidenceKey key;

    @Inject
    private DebtNames debts;

    @Override
    public Dossier dossier(ClientId client, String number) {
        return query(client, c -> dossier(c, client, number, "evidence.seen"));
    }

    @Override
    public Dossier exported(ClientId client, String number) {
        return query(client, c -> dossier(c, client, number, "evidence.exported"));
    }

    @Override
    public String signed(ClientId client, String number) {
        return export(client, number).signed();
    }

    @Override
    public Export export(ClientId client, String number) {
        return query(client, c -> {
            Dossier dossier = dossier(c, client, number, "evidence.exported");
            String body = Json.write(dossier);
            EvidenceKey.Signed signed = key.sign(body);
            return new Export(
                    dossier, Json.write(new SignedEvidence(body, "Ed25519", signed.signature(), signed.publicKey())));
        });
    }

    /** The signed words exactly as they were signed, as a text: no reader has to guess how they were spaced. */
    record SignedEvidence(String evidence, String algorithm, String signature, String publicKey) {}

    private Dossier dossier(Connection c, ClientId client, String number, String action) {
        Dossier dossier = new EvidenceBook(c, client)
                .dossier(
                        number,
                        new WishBook(c, client, debts, stopped -> {}),
                        caller.caller().login(),
                        outreach.now(c));
        audit.record(client, action, dossier.number(), Map.of());
        return dossier;
    }

    @Override
    public Attempt attempt(ClientId client, UUID attemptId) {
        return query(client, c -> new EvidenceBook(c, client)
                .attempt(attemptId)
                .orElseThrow(() -> new NotFound("attempt " + attemptId)));
    }

    @Override
    public List<Attempt> denied(ClientId client, int first, int size) {
        return query(client, c -> {
            List<Attempt> denied = new EvidenceBook(c, client).denied(first, size);
            // the numbers stand there in full
            audit.record(client, "evidence.denied-shown", "client " + client, Map.of("from", Integer.toString(first)));
            return denied;
        });
    }

    @Override
    public List<RuleCount> report(ClientId client, String jurisdiction, LocalDate from, LocalDate until) {
        return query(client, c -> new EvidenceBook(c, client).report(jurisdiction, from, until));
    }

    @Override
    public List<Alarm> alarms(ClientId client) {
        return query(client, c -> new EvidenceBook(c, client).alarms(outreach.now(c)));
    }

    private <T> T query(ClientId client, Function<Connection, T> work) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for evidence", e);
        }
    }
}
