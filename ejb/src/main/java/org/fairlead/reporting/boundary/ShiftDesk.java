package org.fairlead.reporting.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.reporting.Shifts;
import org.fairlead.reporting.control.CountSeconds;
import org.fairlead.reporting.control.ShiftRows;
import org.fairlead.reporting.entity.PauseCount;
import org.fairlead.reporting.entity.PlanKept;
import org.fairlead.reporting.entity.PlanKept.Change;
import org.fairlead.reporting.entity.PlanKept.Planned;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Plans and how they are kept, for supervisors. Who serves none of the caller's clients is not known here. */
@Stateless
@Local(Shifts.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class ShiftDesk implements Shifts {

    private static final String WHAT = "shifts";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @EJB
    private Clients clients;

    @Inject
    private CountSeconds seconds;

    @Inject
    private CurrentCaller current;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Override
    public boolean ofTheHouse() {
        return current.caller().serves(ClientId.OUTSOURCER);
    }

    @Override
    public List<Span> plan(LocalDate day) {
        return Sql.in(database, WHAT, c -> ShiftRows.plan(c, day));
    }

    @Override
    public List<Share> kept(LocalDate day) {
        Map<UUID, List<Span>> plans = new LinkedHashMap<>();
        plan(day).forEach(span -> plans.computeIfAbsent(span.person(), id -> new ArrayList<>())
                .add(span));
        Map<UUID, List<Change>> changes = presences(List.copyOf(plans.keySet()), day);
        List<Share> shares = new ArrayList<>();
        plans.forEach((person, spans) -> {
            List<Planned> plan = spans.stream()
                    .map(span -> new Planned(span.kind(), span.from(), span.until()))
                    .toList();
            PlanKept kept = PlanKept.of(plan, changes.getOrDefault(person, List.of()), clock.instant());
            shares.add(new Share(
                    person,
                    spans.get(0).name(),
                    kept.planned().toSeconds(),
                    kept.kept().toSeconds()));
        });
        return shares;
    }

    @Override
    public List<Pause> pauses(LocalDate day) {
        List<Pause> pauses = new ArrayList<>();
        List<PersonView> people = clients.people();
        Map<UUID, List<Change>> changes =
                presences(people.stream().map(PersonView::id).toList(), day);
        Set<String> known = Sql.in(database, WHAT, ShiftRows::reasons);
        for (PersonView person : people) {
            Instant from = day.atStartOfDay(person.site().timeZone()).toInstant();
            Instant until =
                    day.plusDays(1).atStartOfDay(person.site().timeZone()).toInstant();
            Instant end = until.isBefore(clock.instant()) ? until : clock.instant();
            PauseCount.of(changes.getOrDefault(person.id(), List.of()), from, end)
                    .forEach(each -> pauses.add(new Pause(
                            person.id(),
                            person.name(),
                            each.presence(),
                            said(known, each.reason()),
                            each.times(),
                            each.seconds())));
        }
        return pauses;
    }

    /** Why somebody paused for another client is that client's own word. */
    private static @Nullable String said(Set<String> known, @Nullable String reason) {
        return reason == null || !known.contains(reason) ? null : reason;
    }

    /** A day of every zone, with some hours before for how it began. */
    private Map<UUID, List<Change>> presences(List<UUID> people, LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant().minus(Duration.ofHours(14));
        Instant until = from.plus(Duration.ofHours(24 + 28));
        return people.isEmpty() ? Map.of() : seconds.presences(people, from, until);
    }

    @Override
    public void add(ClientId client, UUID person, Kind kind, LocalDate day, LocalTime from, LocalTime until) {
        requireServed(client, "Shifts.add");
        PersonView who = clients.person(person);
        Sql.in(database, WHAT, c -> {
            ShiftRows.add(c, client, person, kind, day, from, until, who.site().timeZone());
            return true;
        });
        audit.record(
                client,
                "shift.planned",
                "person " + person,
                Map.of("kind", kind.name(), "day", day.toString(), "from", from.toString(), "until", until.toString()));
    }

    @Override
    public void remove(ClientId client, UUID span) {
        requireServed(client, "Shifts.remove");
        boolean there = Sql.in(database, WHAT, c -> ShiftRows.remove(c, client, span));
        if (!there) {
            throw new NotFound("shift " + span);
        }
        audit.record(client, "shift.removed", "shift " + span, Map.of());
    }

    private void requireServed(ClientId client, String entry) {
        if (!current.caller().serves(client)) {
            audit.recordRefusal(client, "refused.not-found", entry, Map.of("client", String.valueOf(client.value())));
            throw new NotFound("client");
        }
    }
}
