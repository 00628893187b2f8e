package org.fairlead.compliance.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.compliance.DebtNames;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.Wishes;
import org.fairlead.compliance.control.ProofBook;
import org.fairlead.compliance.control.TakeInPast;
import org.fairlead.compliance.control.WishBook;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Consents, holds and what was done elsewhere, for those who answer for them. */
@Stateless
@Local(Wishes.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class WishDesk implements Wishes {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Outreach outreach;

    @Inject
    private Event<PeopleStopped> stopped;

    @Inject
    private DebtNames debts;

    @Override
    public UUID consent(ClientId client, ConsentWord word) {
        return query(client, c -> {
            UUID id = book(c, client).consent(word, caller.caller().login(), outreach.now(c));
            audit.record(
                    client,
                    word.given() ? "consent.given" : "consent.revoked",
                    word.number(),
                    Map.of("source", word.source(), "proof", word.proof()));
            return id;
        });
    }

    @Override
    public List<UUID> hold(
            ClientId client,
            String number,
            String kind,
            @Nullable String debt,
            @Nullable LocalDate lastDay,
            String source) {
        return query(client, c -> {
            List<UUID> ids = book(c, client).hold(number, kind, debt, outreach.now(c), lastDay, source);
            audit.record(
                    client,
                    "hold.set",
                    number,
                    Map.of("kind", kind, "source", source, "debt", debt == null ? "" : debt));
            return ids;
        });
    }

    @Override
    public void lift(ClientId client, UUID holdId, String reason) {
        if (reason.isBlank()) {
            throw new Refused("hold.reason");
        }
        query(client, c -> {
            book(c, client).lift(holdId, outreach.now(c));
            audit.record(client, "hold.lifted", holdId.toString(), Map.of("reason", reason));
            return holdId;
        });
    }

    @Override
    public ProofView keepProof(ClientId client, UUID consentId, String name, InputStream file) {
        return query(client, c -> {
            ProofView kept = ProofBook.keep(
                    c, client, consentId, name, file, caller.caller().login(), outreach.now(c));
            audit.record(
                    client,
                    "consent.proof",
                    consentId.toString(),
                    Map.of("name", kept.name(), "sha256", kept.sha256()));
            return kept;
        });
    }

    @Override
    public ProofFile proof(ClientId client, UUID consentId) {
        return query(client, c -> {
            ProofFile file = ProofBook.file(c, client, consentId);
            audit.record(client, "consent.proof.read", consentId.toString(), Map.of("sha256", file.sha256()));
            return file;
        });
    }

    @Override
    public Said said(ClientId client, String number) {
        return query(client, c -> {
            WishBook book = book(c, client);
            Said said = book.said(book.number(number));
            audit.record(client, "wishes.seen", said.number(), Map.of());
            return said;
        });
    }

    @Override
    public int takeIn(ClientId client, String name, InputStream csv) {
        return query(client, c -> {
            String login = caller.caller().login();
            int added = new TakeInPast(book(c, client), name, login, outreach.now(c)).take(csv);
            audit.record(client, "past.imported", name, Map.of("rows", String.valueOf(added)));
            return added;
        });
    }

    @Override
    public int takeIn(ClientId client, String source, List<Elsewhere> calls) {
        return query(client, c -> {
            if (calls.isEmpty()) {
                return 0;
            }
            String login = caller.caller().login();
            int added = new TakeInPast(book(c, client), source, login, outreach.now(c)).take(calls);
            audit.record(client, "past.imported", source, Map.of("rows", String.valueOf(added)));
            return added;
        });
    }

    private WishBook book(Connection c, ClientId client) {
        return new WishBook(c, client, debts, stopped::fire);
    }

    private <T> T query(ClientId client, Function<Connection, T> work) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for wishes", e);
        }
    }
}
