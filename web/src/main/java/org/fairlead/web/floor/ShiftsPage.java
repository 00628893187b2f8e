package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.reporting.Shifts;
import org.fairlead.reporting.Shifts.Kind;
import org.fairlead.reporting.Shifts.Pause;
import org.fairlead.reporting.Shifts.Share;
import org.fairlead.reporting.Shifts.Span;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What people are planned to do on a day, how much of it they did, and how they paused. */
@Named
@ViewScoped
public class ShiftsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Shifts shifts;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private PauseWords pauseWords;

    @Inject
    private DayFields days;

    @Inject
    private Clock clock;

    private @Nullable String day;
    private @Nullable String person;
    private transient @Nullable List<Span> plan;
    private transient @Nullable List<Share> kept;
    private transient @Nullable List<Pause> pauses;
    private int client;
    private Kind kind = Kind.WORK;
    private @Nullable String from = "09:00";
    private @Nullable String until = "17:00";

    /** The day that was asked for, else today where the viewer is. */
    LocalDate date() {
        try {
            LocalDate asked = days.read(day);
            if (asked != null) {
                return asked;
            }
        } catch (Refused noDay) {
            notices.refused(noDay);
            day = null;
        }
        return LocalDate.ofInstant(clock.instant(), viewer.getZone());
    }

    /** Another day was chosen: it is shown. */
    public void look() {
        day = days.show(date());
        forget();
    }

    public List<Span> getPlan() {
        List<Span> known = plan;
        if (known == null) {
            known = shifts.plan(date());
            plan = known;
        }
        return known;
    }

    public List<Share> getKept() {
        List<Share> known = kept;
        if (known == null) {
            known = shifts.kept(date());
            kept = known;
        }
        return known;
    }

    public List<Pause> getPauses() {
        List<Pause> known = pauses;
        if (known == null) {
            known = shifts.pauses(date());
            pauses = known;
        }
        return known;
    }

    /** Something was changed, or another day is looked at: all is read anew. */
    private void forget() {
        plan = null;
        kept = null;
        pauses = null;
    }

    /** By the clock of the person's site. */
    public String clock(Span span) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("HH:mm");
        return form.format(span.from().atZone(span.zone())) + "–"
                + form.format(span.until().atZone(span.zone()));
    }

    /** What was said; a dash where nothing was asked. */
    public String said(Pause pause) {
        return Objects.requireNonNullElse(pauseWords.of(pause.reason()), "–");
    }

    public void add() {
        try {
            shifts.add(
                    new ClientId(client),
                    UUID.fromString(String.valueOf(person)),
                    kind,
                    date(),
                    time(from, "shift.from"),
                    time(until, "shift.until"));
            notices.done("floor.shifts.added");
            forget();
        } catch (Refused refused) {
            notices.refused(refused);
        } catch (NotFound | IllegalArgumentException unknown) {
            notices.refused(new Refused("shift.person"));
        }
    }

    private static LocalTime time(@Nullable String text, String refusal) {
        try {
            return LocalTime.parse(String.valueOf(text).strip());
        } catch (DateTimeException noTime) {
            throw new Refused(refusal, String.valueOf(text));
        }
    }

    public void remove(Span span) {
        try {
            shifts.remove(span.client(), span.id());
            notices.done("floor.shifts.removed");
            forget();
        } catch (NotFound gone) {
            notices.refused(new Refused("shift.person"));
        }
    }

    /** People by name, with the log-in where names are alike. */
    public Map<String, String> getPeople() {
        Map<String, String> people = new LinkedHashMap<>();
        clients.people().stream()
                .filter(PersonView::active)
                .sorted(Comparator.comparing(PersonView::name))
                .forEach(each ->
                        people.put(each.name() + " · " + each.login(), each.id().toString()));
        return people;
    }

    public Map<String, Integer> getWhose() {
        Map<String, Integer> whose = new LinkedHashMap<>();
        if (shifts.ofTheHouse()) {
            whose.put(clients.client(ClientId.OUTSOURCER).name(), ClientId.OUTSOURCER.value());
        }
        for (ClientView each : clients.clients()) {
            whose.put(each.name(), each.id().value());
        }
        return whose;
    }

    public Kind[] getKinds() {
        return Kind.values();
    }

    /** The day as addresses have it. */
    public String getIso() {
        return date().toString();
    }

    public @Nullable String getDay() {
        return day == null || day.isBlank() ? days.show(date()) : day;
    }

    public void setDay(@Nullable String asked) {
        day = asked;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String id) {
        person = id;
    }

    public int getClient() {
        return client;
    }

    public void setClient(int id) {
        client = id;
    }

    public Kind getKind() {
        return kind;
    }

    public void setKind(Kind planned) {
        kind = planned;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String time) {
        from = time;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String time) {
        until = time;
    }
}
