package org.fairlead.routing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.routing.StuckAgents;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/** Who is stuck, for supervisors. The engine knows all clients; who serves none of the caller's is left out here. */
@Stateless
@Local(StuckAgents.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class StuckDesk implements StuckAgents {

    @EJB
    private Clients clients;

    @Inject
    private EngineAccess engine;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public List<Stuck> now() {
        Set<UUID> mine = clients.people().stream().map(PersonView::id).collect(Collectors.toSet());
        return engine.look(live -> live.stuck(clock.instant())).stream()
                .filter(stuck -> mine.contains(stuck.person()))
                .toList();
    }

    @Override
    public void repair(UUID person) {
        Stuck stuck = now().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> new NotFound("person " + person));
        engine.submit(new Input.Repair(person));
        audit.record(
                ClientId.OUTSOURCER,
                "agent.repaired",
                "person " + person,
                Map.of("why", stuck.why().name(), "since", stuck.since().toString()));
    }
}
