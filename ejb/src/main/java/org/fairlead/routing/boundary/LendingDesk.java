package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonChanged;
import org.fairlead.client.PersonView;
import org.fairlead.routing.Lending;
import org.fairlead.routing.control.LendingRows;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.acd.Help;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;

/** Who helps where, for supervisors. */
@Stateless
@Local(Lending.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class LendingDesk implements Lending {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 720;
    private static final long SECOND = 1000;
    private static final Duration LOOK_BACK = Duration.ofHours(1);

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @EJB
    private Clients clients;

    @Inject
    private CurrentCaller caller;

    @Inject
    private EngineAccess engine;

    @Inject
    private Audit audit;

    @Inject
    private Event<PersonChanged> changed;

    @Inject
    private Clock clock;

    @Override
    public List<Proposal> whatWouldHelp() {
        Map<UUID, String> queues = query(LendingRows::queues);
        Map<UUID, PersonView> people = people();
        List<Proposal> proposals = new ArrayList<>();
        for (Help.Move move : engine.look(Engine::help)) {
            String queue = queues.get(move.queue());
            PersonView person = people.get(move.agent());
            // the engine knows all clients; what is not the caller's is left out here
            if (queue != null && person != null) {
                proposals.add(new Proposal(
                        move.queue(),
                        queue,
                        move.agent(),
                        person.name(),
                        move.before() / SECOND,
                        move.after() / SECOND,
                        move.elsewhere() / SECOND,
                        move.elsewhereAfter() / SECOND));
            }
        }
        return proposals;
    }

    private Map<UUID, PersonView> people() {
        return clients.people().stream().collect(Collectors.toMap(PersonView::id, person -> person));
    }

    @Override
    public List<Lent> lent() {
        return query(c -> LendingRows.current(c, clock.instant()));
    }

    @Override
    public List<Place> places() {
        return query(LendingRows::places);
    }

    @Override
    public List<Helper> helpers() {
        return agents().map(person -> new Helper(person.id(), person.name(), person.login()))
                .toList();
    }

    /** Who may be lent. */
    private Stream<PersonView> agents() {
        return clients.people().stream().filter(person -> person.active() && Roles.AGENT.equals(person.role()));
    }

    @Override
    public void lend(UUID queue, UUID person, int minutes, boolean alone) {
        if (minutes < SHORTEST || minutes > LONGEST) {
            throw new Refused("lending.minutes", SHORTEST, LONGEST / 60);
        }
        Instant until = clock.instant().plus(Duration.ofMinutes(minutes));
        ClientId client = query(c -> {
            ClientId of = LendingRows.clientOf(c, queue);
            PersonView helper = agents().filter(each -> each.id().equals(person))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("agent " + person));
            if (!helper.clients().contains(of)) {
                throw new Refused("lending.client", helper.name());
            }
            if (alone && !LendingRows.servesAllClientsOf(c, person)) {
                throw new Refused("lending.others", helper.name());
            }
            if (!alone && movedFrom(c, queue, person)) {
                throw new Refused("lending.moved", helper.name());
            }
            Lent lent = new Lent(queue, "", person, helper.name(), until, alone);
            LendingRows.lend(c, of, lent, caller.caller().personId());
            return of;
        });
        Map<String, String> detail =
                Map.of("queue", queue.toString(), "until", until.toString(), "alone", Boolean.toString(alone));
        audit.record(client, "agent.lent", "person " + person, detail);
        changed.fire(new PersonChanged(person));
    }

    /** Whether the person works in other queues alone, so that to be lent would change nothing. */
    private boolean movedFrom(Connection c, UUID queue, UUID person) {
        return LendingRows.current(c, clock.instant()).stream()
                .anyMatch(each -> each.alone()
                        && each.person().equals(person)
                        && !each.queue().equals(queue));
    }

    @Override
    public void giveBack(UUID queue, UUID person) {
        ClientId client = query(c -> {
            ClientId of = LendingRows.clientOf(c, queue);
            if (LendingRows.giveBack(c, queue, person) == 0) {
                throw new NotFound("nobody is lent there");
            }
            return of;
        });
        audit.record(client, "agent.given-back", "person " + person, Map.of("queue", queue.toString()));
        changed.fire(new PersonChanged(person));
    }

    @Override
    public List<Decided> lastDecisions() {
        return query(c -> LendingRows.decisions(c, clock.instant().minus(LOOK_BACK)));
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the lending", e);
        }
    }
}
