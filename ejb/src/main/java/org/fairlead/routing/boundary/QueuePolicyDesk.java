package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.client.QueueChanged;
import org.fairlead.routing.QueuePolicies;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.control.QueuePolicyRows;
import org.fairlead.routing.entity.PolicyRules;
import org.fairlead.routing.entity.TryOut;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;

/** How queues choose, for those who set them up. */
@Stateless
@Local(QueuePolicies.class)
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.SUPERVISOR})
public class QueuePolicyDesk implements QueuePolicies {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private Audit audit;

    @Inject
    private Event<QueueChanged> changed;

    @Override
    public Form open(UUID queue) {
        return query(c -> QueuePolicyRows.read(c, queue));
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public Form save(UUID queue, int version, QueuePolicy policy) {
        return query(c -> {
            Form before = QueuePolicyRows.read(c, queue);
            UUID to = policy.overflowTo();
            if (!policy.sound() || (to != null && !before.others().containsKey(to))) {
                throw new Refused("queue.policy");
            }
            if (!QueuePolicyRows.write(c, queue, version, policy)) {
                throw new Refused("setup.changed");
            }
            audit.record(
                    before.client(),
                    "queue.policy-edited",
                    "queue " + queue,
                    Map.of("before", Json.write(before.policy()), "after", Json.write(policy)));
            changed.fire(new QueueChanged(before.client(), queue));
            return QueuePolicyRows.read(c, queue);
        });
    }

    @Override
    public Trial tryOut(UUID queue, QueuePolicy policy, TrialCaller caller, List<TrialAgent> floor) {
        if (!policy.sound()) {
            throw new Refused("queue.policy");
        }
        Form form = open(queue);
        var rules = PolicyRules.of(queue, form.client().value(), form.skills(), form.priority(), policy);
        return TryOut.run(rules, caller, floor);
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the queues", e);
        }
    }
}
