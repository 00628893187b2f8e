package org.fairlead.compliance.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Rulebook;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.control.RuleRegister;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/** The rules for those who answer for them. */
@Stateless
@Local(Rulebook.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class RuleDesk implements Rulebook {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Outreach outreach;

    @Override
    public List<Rule> rules(ClientId client) {
        requireServed(client);
        return query(c -> new RuleRegister(c).rules(client, outreach.now(c)));
    }

    @Override
    @RolesAllowed(Roles.COMPLIANCE_OFFICER)
    public int edit(ClientId client, RuleEdit edit) {
        requireServed(client);
        return query(c -> {
            int version =
                    new RuleRegister(c).write(client, edit, caller.caller().login(), outreach.now(c));
            audit.record(
                    client,
                    "outreach-rule.version",
                    edit.id() + "@" + version,
                    Map.of("from", edit.from().toString(), "reason", edit.reason()));
            return version;
        });
    }

    @Override
    public Verdict tryOut(Trial trial) {
        return query(c -> {
            new RuleRegister(c).clientOf(trial.campaignId()).ifPresent(this::requireServed);
            return new RuleRegister(c).tryOut(outreach, trial);
        });
    }

    private void requireServed(ClientId client) {
        if (!caller.caller().serves(client)) {
            throw new NotFound("client " + client);
        }
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the rules", e);
        }
    }
}
