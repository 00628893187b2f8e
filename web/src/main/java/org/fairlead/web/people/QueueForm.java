package org.fairlead.web.people;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.routing.OpeningHours;
import org.fairlead.routing.OpeningHours.Window;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Answering;
import org.fairlead.routing.QueuePolicy.Crew;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Speech;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.shared.Refused;
import org.fairlead.web.people.QueueRows.Day;
import org.fairlead.web.people.QueueRows.EntryRow;
import org.fairlead.web.people.QueueRows.LiftRow;
import org.fairlead.web.people.QueueRows.SpillRow;
import org.fairlead.web.people.QueueRows.TellingRow;
import org.jspecify.annotations.Nullable;

/** How a queue chooses, being edited: what the page's fields write into until it is saved or tried out. */
public class QueueForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ORDERS = 3;
    private static final int SPARE = 2;
    private static final int ALL = 100;

    private final List<String> orders;
    private final List<RingRow> rings = new ArrayList<>();
    private final List<LiftRow> lifts = new ArrayList<>();
    private final List<EntryRow> entries = new ArrayList<>();
    private final List<SpillRow> spills = new ArrayList<>();
    private final List<Day> week = new ArrayList<>();
    private int levelSeconds;
    private int preferredSeconds;
    private int languageLeast;
    private @Nullable String languageElse;
    private @Nullable String list;
    private @Nullable String teams;
    private @Nullable String shares;
    private @Nullable String zone;
    private @Nullable String holidays;
    private @Nullable String closed;
    private @Nullable String outside = "";
    private final TellingRow telling;
    private final MenuForm menu;
    private boolean auto;
    private boolean forwards;

    /**
     * @param logins of people by id
     * @param sites codes by id
     * @param languages that the queue's callers may speak
     */
    QueueForm(QueuePolicy policy, Map<UUID, String> logins, Map<Integer, String> sites, List<String> languages) {
        orders = new ArrayList<>(policy.orders());
        while (orders.size() < ORDERS) {
            orders.add("");
        }
        levelSeconds = policy.levelSeconds();
        policy.wider().forEach(ring -> rings.add(new RingRow(ring)));
        preferredSeconds = policy.preferredSeconds();
        Speech speech = policy.speech();
        languageLeast = speech == null ? 0 : speech.least();
        languageElse = speech == null ? "" : speech.orElse();
        crew(policy.crew(), logins, sites);
        policy.lifts().forEach(lift -> lifts.add(new LiftRow(lift)));
        policy.entries().forEach(entry -> entries.add(new EntryRow(entry)));
        policy.spills().forEach(spill -> spills.add(new SpillRow(spill)));
        for (int i = 0; i < SPARE; i++) {
            lifts.add(new LiftRow(null));
            entries.add(new EntryRow(null));
            spills.add(new SpillRow(null));
        }
        hours(policy.hours());
        closed = QueueRows.text(policy.closed());
        outside = outside(policy);
        telling = new TellingRow(policy.telling());
        menu = new MenuForm(policy.menu(), languages);
        auto = policy.answersByItself();
        forwards = policy.forwards();
    }

    /** A queue sends to one number outside, wherever its rules say so. */
    private static String outside(QueuePolicy policy) {
        Stream<Way> spills = policy.spills().stream().map(Spill::way);
        Stream<@Nullable Way> entries = policy.entries().stream().map(Entry::way);
        return Stream.of(spills, entries, Stream.<@Nullable Way>of(policy.closed()))
                .flatMap(each -> each)
                .filter(way -> way != null && way.number() != null)
                .map(way -> String.valueOf(way.number()))
                .findFirst()
                .orElse("");
    }

    private @Nullable Way numbered(@Nullable Way way) {
        if (way == null || way.number() == null) {
            return way;
        }
        String number = String.valueOf(outside).strip().replaceAll("[ ()./-]", "");
        if (!number.matches("\\+[1-9][0-9]{6,14}")) {
            throw new Refused("queue.policy.outside", number);
        }
        return Way.outside(number);
    }

    private Entry numbered(Entry entry) {
        return new Entry(entry.fact(), entry.value(), entry.skills(), entry.levels(), numbered(entry.way()));
    }

    private Spill numbered(Spill spill) {
        Way way = numbered(spill.way());
        return way == null ? spill : new Spill(spill.when(), spill.bound(), way);
    }

    private void crew(@Nullable Crew crew, Map<UUID, String> logins, Map<Integer, String> sites) {
        List<String> people = new ArrayList<>();
        List<String> percents = new ArrayList<>();
        if (crew != null) {
            crew.list().forEach(id -> people.add(logins.getOrDefault(id, id.toString())));
            crew.shares()
                    .forEach((site, share) -> percents.add(sites.getOrDefault(site, site.toString()) + " " + share));
        }
        list = String.join(", ", people);
        teams = crew == null ? "" : String.join(", ", crew.teams());
        shares = String.join(", ", percents);
    }

    private void hours(@Nullable OpeningHours hours) {
        zone = hours == null ? "" : hours.zone();
        holidays = hours == null ? "" : hours.holidays();
        for (DayOfWeek day : DayOfWeek.values()) {
            Window window = null;
            for (Window each : hours == null ? List.<Window>of() : hours.week()) {
                window = each.day() == day ? each : window;
            }
            week.add(new Day(day, window));
        }
    }

    /** @throws Refused {@code queue.policy.*}, named after the field, when something cannot be read */
    QueuePolicy policy(Map<UUID, String> logins, Map<Integer, String> sites) {
        boolean speaks = languageLeast > 0;
        return new QueuePolicy(
                orders.stream().filter(order -> !order.isEmpty()).toList(),
                levelSeconds,
                rings.stream().map(RingRow::ring).toList(),
                preferredSeconds,
                speaks ? new Speech(languageLeast, languageElse == null ? "" : languageElse) : null,
                crew(logins, sites),
                lifts.stream().filter(LiftRow::isSet).map(LiftRow::lift).toList(),
                entries.stream()
                        .filter(EntryRow::isSet)
                        .map(EntryRow::entry)
                        .map(this::numbered)
                        .toList(),
                spills.stream()
                        .filter(SpillRow::isSet)
                        .map(SpillRow::spill)
                        .map(this::numbered)
                        .toList(),
                hours(),
                numbered(QueueRows.way(closed, "queue.policy.hours")),
                auto || forwards ? new Answering(auto, forwards) : null,
                telling.telling(),
                menu.menu());
    }

    private @Nullable Crew crew(Map<UUID, String> logins, Map<Integer, String> sites) {
        List<UUID> people = new ArrayList<>();
        for (String login : QueueRows.parts(list)) {
            people.add(key(logins, login, "queue.policy.list"));
        }
        Map<Integer, Integer> percents = new HashMap<>();
        QueueRows.skills(shares, "queue.policy.shares")
                .forEach((site, share) -> percents.put(key(sites, site, "queue.policy.shares"), share));
        if (!percents.isEmpty()
                && percents.values().stream().mapToInt(share -> share).sum() != ALL) {
            throw new Refused("queue.policy.shares", String.valueOf(shares));
        }
        List<String> preferred = QueueRows.parts(teams);
        boolean none = people.isEmpty() && percents.isEmpty() && preferred.isEmpty();
        return none ? null : new Crew(people, preferred, percents);
    }

    private static <K> K key(Map<K, String> names, String asked, String refusal) {
        for (Map.Entry<K, String> each : names.entrySet()) {
            if (each.getValue().equals(asked)) {
                return each.getKey();
            }
        }
        throw new Refused(refusal, asked);
    }

    private @Nullable OpeningHours hours() {
        List<Window> windows =
                week.stream().filter(Day::isOpen).map(Day::window).toList();
        if (windows.isEmpty()) {
            return null;
        }
        var hours = new OpeningHours(zone == null ? "" : zone, holidays == null ? "" : holidays, windows);
        if (!hours.sound()) {
            throw new Refused("queue.policy.hours", hours.zone());
        }
        return hours;
    }

    public List<String> getOrders() {
        return orders;
    }

    public List<LiftRow> getLifts() {
        return lifts;
    }

    public List<EntryRow> getEntries() {
        return entries;
    }

    public List<SpillRow> getSpills() {
        return spills;
    }

    public List<Day> getWeek() {
        return week;
    }

    public String getFirst() {
        return orders.get(0);
    }

    public void setFirst(@Nullable String order) {
        orders.set(0, order == null ? "" : order);
    }

    public String getSecond() {
        return orders.get(1);
    }

    public void setSecond(@Nullable String order) {
        orders.set(1, order == null ? "" : order);
    }

    public String getThird() {
        return orders.get(2);
    }

    public void setThird(@Nullable String order) {
        orders.set(2, order == null ? "" : order);
    }

    public int getLevelSeconds() {
        return levelSeconds;
    }

    public void setLevelSeconds(int seconds) {
        levelSeconds = seconds;
    }

    public List<RingRow> getRings() {
        return rings;
    }

    /** One more ring, further out than the last. */
    public void addRing() {
        rings.add(new RingRow(null));
    }

    public void removeRing(int at) {
        rings.remove(at);
    }

    public MenuForm getMenu() {
        return menu;
    }

    public int getPreferredSeconds() {
        return preferredSeconds;
    }

    public void setPreferredSeconds(int seconds) {
        preferredSeconds = seconds;
    }

    public int getLanguageLeast() {
        return languageLeast;
    }

    public void setLanguageLeast(int least) {
        languageLeast = least;
    }

    public @Nullable String getLanguageElse() {
        return languageElse;
    }

    public void setLanguageElse(@Nullable String language) {
        languageElse = language;
    }

    public @Nullable String getList() {
        return list;
    }

    public void setList(@Nullable String people) {
        list = people;
    }

    public @Nullable String getTeams() {
        return teams;
    }

    public void setTeams(@Nullable String names) {
        teams = names;
    }

    public @Nullable String getShares() {
        return shares;
    }

    public void setShares(@Nullable String percents) {
        shares = percents;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String name) {
        zone = name;
    }

    public @Nullable String getHolidays() {
        return holidays;
    }

    public void setHolidays(@Nullable String country) {
        holidays = country;
    }

    public boolean isAuto() {
        return auto;
    }

    public void setAuto(boolean answers) {
        auto = answers;
    }

    public boolean isForwards() {
        return forwards;
    }

    public void setForwards(boolean chains) {
        forwards = chains;
    }

    public @Nullable String getOutside() {
        return outside;
    }

    public void setOutside(@Nullable String number) {
        outside = number;
    }

    public TellingRow getTelling() {
        return telling;
    }

    public @Nullable String getClosed() {
        return closed;
    }

    public void setClosed(@Nullable String way) {
        closed = way;
    }
}
