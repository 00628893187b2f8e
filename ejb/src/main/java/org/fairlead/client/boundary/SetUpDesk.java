package org.fairlead.client.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.client.SetUp;
import org.fairlead.client.SetUpForm;
import org.fairlead.client.SetUpPart;
import org.fairlead.client.control.EditSetUp;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;

/** The set-up for BPO admins. */
@Stateless
@Local(SetUp.class)
@ClientScoped
@RolesAllowed(Roles.BPO_ADMIN)
public class SetUpDesk implements SetUp {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private EditSetUp setUp;

    @Override
    public SetUpForm open(SetUpPart part, String id) {
        return query(c -> setUp.open(c, part, id));
    }

    @Override
    public SetUpForm save(SetUpForm form) {
        return query(c -> setUp.save(c, form));
    }

    @Override
    public SetUpForm add(SetUpPart part, String parent, Map<String, String> values) {
        return query(c -> setUp.add(c, part, parent, values));
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the set-up", e);
        }
    }
}
