package org.fairlead.web.people;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fairlead.routing.QueuePolicies;
import org.fairlead.routing.QueuePolicies.Replayed;
import org.fairlead.routing.QueuePolicies.Replays;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** An hour of the past, played again with what stands in the queue's form. */
@Named
@ViewScoped
public class ReplayPanel implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int NOON = 12;
    private static final int HOURS = 24;

    @EJB
    private transient QueuePolicies policies;

    @Inject
    private QueuePage queue;

    @Inject
    private Notices notices;

    @Inject
    private DayFields days;

    @Inject
    private transient Clock clock;

    private @Nullable String date;
    private int hour = NOON;
    private transient @Nullable Replays played;

    @PostConstruct
    void begin() {
        date = days.show(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1));
    }

    public void play() {
        played = null;
        try {
            LocalDate day = days.read(date);
            if (day == null) {
                throw new Refused("queue.replay");
            }
            played = policies.replay(Address.uuid(queue.getOfParam()), queue.policy(), day, hour);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public @Nullable Replays getPlayed() {
        return played;
    }

    /** What came of it each time, by the key of the words for it. */
    public Map<String, Replayed> getRows() {
        Map<String, Replayed> rows = new LinkedHashMap<>();
        Replays each = played;
        if (each != null) {
            rows.put("queue.replay.was", each.was());
            rows.put("queue.replay.now", each.now());
            rows.put("queue.replay.then", each.then());
        }
        return rows;
    }

    public List<Integer> getHours() {
        return IntStream.range(0, HOURS).boxed().toList();
    }

    public @Nullable String getDate() {
        return date;
    }

    public void setDate(@Nullable String date) {
        this.date = date;
    }

    public int getHour() {
        return hour;
    }

    public void setHour(int hour) {
        this.hour = hour;
    }
}
