package org.fairlead.routing.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.client.QueueChanged;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.QueueMenu;
import org.fairlead.routing.QueueMenu.Answers;
import org.fairlead.routing.QueuePolicies;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.control.QueuePolicyRows;
import org.fairlead.routing.control.ReplayRows;
import org.fairlead.routing.entity.PolicyRules;
import org.fairlead.routing.entity.PolicyRules.QueueIdentity;
import org.fairlead.routing.entity.Replay;
import org.fairlead.routing.entity.TryOut;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.Roles;
import org.fairlead.shared.Json;
import org.fairlead.shared.PublicHolidays;
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
    private Clock clock;

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
            policy.require(before.skills(), before.languages());
            if (!QueuePolicyRows.reaches(c, before, policy)) {
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
        Form form = open(queue);
        policy.require(form.skills(), form.languages());
        var identity = new QueueIdentity(queue, form.client().value(), form.skills(), form.priority());
        OpeningHours hours = policy.hours();
        Instant now = clock.instant();
        OpeningHours.State state = hours == null ? OpeningHours.State.OPEN : hours.at(now, new PublicHolidays());
        QueueMenu menu = policy.menu();
        Answers pressed = menu == null || state != OpeningHours.State.OPEN
                ? new Answers(Map.of(), null)
                : menu.answers(queue, caller.keys());
        if (pressed.queue() != null) {
            return new Trial(null, 0, 0, 0, "MENU", QueuePolicy.Way.to(pressed.queue()));
        }
        Map<String, String> answers =
                PolicyRules.answers(caller.facts(), pressed.known(), PolicyRules.zone(policy), now);
        return TryOut.run(PolicyRules.of(identity, policy, state), caller, answers, floor, now);
    }

    @Override
    public Replays replay(UUID queue, QueuePolicy policy, LocalDate date, int hour) {
        Form form = open(queue);
        policy.require(form.skills(), form.languages());
        ReplayRows.Hour past = query(c -> ReplayRows.read(c, form, date, hour, clock.instant()));
        return new Replays(
                past.targetSeconds(),
                (int) past.shifts().stream()
                        .map(shift -> shift.agent().id())
                        .distinct()
                        .count(),
                past.was(),
                replay(form, form.policy(), past),
                replay(form, policy, past));
    }

    private static Replayed replay(Form form, QueuePolicy policy, ReplayRows.Hour past) {
        var identity = new QueueIdentity(form.queue(), form.client().value(), form.skills(), form.priority());
        OpeningHours hours = policy.hours();
        OpeningHours.State state =
                hours == null ? OpeningHours.State.OPEN : hours.at(past.begins(), new PublicHolidays());
        ZoneId zone = PolicyRules.zone(policy);
        List<Replay.Came> contacts = past.contacts().stream()
                .map(each -> new Replay.Came(
                        each.facts()
                                .answering(PolicyRules.answers(
                                        each.known(),
                                        each.menu(),
                                        zone,
                                        Instant.ofEpochMilli(each.facts().since()))),
                        each.patience(),
                        each.handling()))
                .toList();
        return Replay.run(PolicyRules.of(identity, policy, state), past.targetSeconds(), contacts, past.shifts());
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the queues", e);
        }
    }
}
