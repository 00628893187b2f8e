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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.routing.StuckAgents;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/**
 * Who is stuck, for supervisors. The engine knows all clients; who serves none of the caller's, or is stuck with a contact
 * of another client, is left out here.
 */
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
    private CurrentCaller current;

    @Inject
    private Clock clock;

    @Override
    public List<Stuck> now() {
        Set<UUID> mine = clients.people().stream().map(PersonView::id).collect(Collectors.toSet());
        return seenBy(mine, current.caller()::serves, engine.look(live -> live.stuck(clock.instant())));
    }

    /** Who came too late is told so; whoever asks for a stranger learns nothing. */
    private RuntimeException notStuck(UUID person) {
        if (clients.people().stream().anyMatch(each -> each.id().equals(person))) {
            return new Refused("floor.not-stuck");
        }
        return new NotFound("person " + person);
    }

    /** A contact of a client whom the caller does not serve is nobody's business, whoever has it. */
    static List<Stuck> seenBy(Set<UUID> people, Predicate<ClientId> serves, List<Stuck> all) {
        return all.stream()
                .filter(stuck -> people.contains(stuck.person()))
                .filter(stuck -> stuck.client().equals(ClientId.OUTSOURCER) || serves.test(stuck.client()))
                .toList();
    }

    @Override
    public void repair(UUID person) {
        Stuck stuck = now().stream()
                .filter(each -> each.person().equals(person))
                .findFirst()
                .orElseThrow(() -> notStuck(person));
        Map<String, String> why =
                Map.of("why", stuck.why().name(), "since", stuck.since().toString());
        new AskedOfEngine(stuck.client(), "agent.repaired", "person " + person, why)
                .submit(engine, audit, new Input.Repair(stuck));
    }
}
