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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.PeopleStopped;
import org.fairlead.compliance.Registers;
import org.fairlead.compliance.control.RegisterBook;
import org.fairlead.compliance.control.TakeInRegister;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;

/** Registers for those who answer for them. */
@Stateless
@Local(Registers.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class RegisterDesk implements Registers {

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

    @Override
    public Load load(ClientId client, File file, InputStream content) {
        return query(client, c -> {
            Instant now = outreach.now(c);
            RegisterBook.Taken taken = new TakeInRegister(c, client, file, now).take(content);
            Load load = new RegisterBook(c, client)
                    .note(file, taken, caller.caller().login(), now);
            audit.record(
                    client,
                    "register." + load.state().toLowerCase(Locale.ROOT),
                    file.register(),
                    Map.of(
                            "file", file.name(),
                            "sha256", taken.sha256(),
                            "rows", String.valueOf(taken.read()),
                            "reason", String.valueOf(taken.reason())));
            stopped.fire(new PeopleStopped(Set.of(client)));
            return load;
        });
    }

    @Override
    public List<Register> registers(ClientId client) {
        return query(client, c -> new RegisterBook(c, client).registers());
    }

    @Override
    public List<Load> loads(ClientId client, int first, int size) {
        return query(client, c -> new RegisterBook(c, client).loads(first, size));
    }

    @Override
    public List<Fault> faults(ClientId client, UUID loadId) {
        return query(client, c -> new RegisterBook(c, client).faults(loadId));
    }

    @Override
    public List<String> known() {
        return query(null, c -> Stream.concat(Stream.of(INTERNAL), RegisterBook.known(c).stream())
                .toList());
    }

    private <T> T query(@Nullable ClientId client, Function<Connection, T> work) {
        if (client != null && !caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the registers", e);
        }
    }
}
