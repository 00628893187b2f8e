package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.client.SiteView;
import org.fairlead.i18n.Words;
import org.fairlead.routing.QueuePolicies;
import org.fairlead.routing.QueuePolicies.Form;
import org.fairlead.routing.QueuePolicies.Trial;
import org.fairlead.routing.QueuePolicies.TrialAgent;
import org.fairlead.routing.QueuePolicies.TrialCaller;
import org.fairlead.routing.QueuePolicy;
import org.fairlead.routing.QueuePolicy.Way;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.floor.DecisionWords;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/**
 * How one queue chooses, {@code ?of=ID}: edited, and tried out before it is saved with an invented caller and a floor of
 * the people there are.
 */
@Named
@ViewScoped
public class QueuePage implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What callers can be told who are not let in. */
    private static final List<String> PROMPTS = List.of("closed", "full");

    @EJB
    private transient QueuePolicies policies;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable String ofParam;
    private int client;
    private int version;
    private String name = "";
    private String skills = "";
    private Map<String, String> ways = Map.of();
    private Map<UUID, String> logins = Map.of();
    private Map<Integer, String> sites = Map.of();
    private @Nullable QueueForm form;
    private String language = "";
    private int waitedSeconds;
    private boolean vip;
    private int value;
    private @Nullable String dialled = "";
    private @Nullable String gateway = "";
    private Map<String, String> gateways = Map.of();
    private List<Standing> floor = List.of();
    private @Nullable String answer;
    private @Nullable String reason;

    public void open() {
        UUID asked = Address.uuid(ofParam);
        show(policies.open(asked));
        List<Standing> standing = new ArrayList<>();
        for (PersonView person : serving()) {
            standing.add(
                    new Standing(person, inWords("people.skill.level", person.skills()), 10 * (standing.size() + 1)));
        }
        floor = standing;
        language = clients.queues(programOf(asked)).stream()
                .filter(each -> each.id().equals(asked))
                .flatMap(each -> each.numbers().stream())
                .map(number -> number.language())
                .findFirst()
                .orElse("en");
    }

    private UUID programOf(UUID asked) {
        return clients.programs(new ClientId(client)).stream()
                .filter(program -> clients.queues(program.id()).stream()
                        .anyMatch(each -> each.id().equals(asked)))
                .map(program -> program.id())
                .findFirst()
                .orElseThrow(() -> new NotFound("queue " + asked));
    }

    private List<PersonView> serving() {
        return clients.people().stream()
                .filter(person -> person.active() && !person.skills().isEmpty())
                .filter(person -> person.clients().stream().anyMatch(each -> each.value() == client))
                .sorted(Comparator.comparing(PersonView::name))
                .toList();
    }

    private void show(Form stored) {
        client = stored.client().value();
        version = stored.version();
        name = stored.name();
        skills = inWords("people.skill.least", stored.skills());
        logins = new HashMap<>();
        serving().forEach(person -> logins.put(person.id(), person.login()));
        sites = new HashMap<>();
        ways = new LinkedHashMap<>();
        Map<String, String> queues = new TreeMap<>();
        stored.others().forEach((id, other) -> queues.put(other, QueueRows.text(Way.to(id))));
        ways.putAll(queues);
        gateways = new TreeMap<>();
        Words words = viewer.getWords();
        for (SiteView site : clients.sites()) {
            sites.put(site.id(), site.code());
            gateways.put(site.name(), site.gateway());
            ways.put(words.format("queue.way.SITE", site.name()), QueueRows.text(Way.site(site.id())));
        }
        for (Way way : List.of(Way.voicemail(), Way.callback(), Way.outside(QueueRows.OUTSIDE))) {
            ways.put(words.get("queue.way." + way.kind()), QueueRows.text(way));
        }
        for (String prompt : PROMPTS) {
            ways.put(words.get("queue.way.GOODBYE." + prompt), QueueRows.text(Way.goodbye(prompt)));
        }
        form = new QueueForm(stored.policy(), logins, sites, stored.languages());
    }

    /** @param key of what a level means: the one that somebody has, or the least that is asked for */
    private String inWords(String key, Map<String, Integer> skills) {
        List<String> words = new ArrayList<>();
        new TreeMap<>(skills)
                .forEach((skill, level) -> words.add(
                        viewer.getWords().format(key, viewer.getFormats().skillName(skill), level)));
        return String.join("; ", words);
    }

    QueuePolicy policy() {
        return getForm().policy(logins, sites);
    }

    /** Stays on the page; what is stored then is shown. */
    public void save() {
        try {
            show(policies.save(Address.uuid(ofParam), version, policy()));
            notices.done("people.setup.saved");
        } catch (Refused refused) {
            notices.refused(refused);
            if (refused.key().equals("setup.changed")) {
                show(policies.open(Address.uuid(ofParam)));
            }
        }
    }

    /** Asks the engine's own choice, with what stands in the form, saved or not. */
    public void tryOut() {
        answer = null;
        reason = null;
        try {
            say(policies.tryOut(Address.uuid(ofParam), policy(), caller(), agents()));
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private TrialCaller caller() {
        return new TrialCaller(
                language,
                Math.max(0, waitedSeconds),
                vip,
                value,
                dialled == null ? "" : dialled.strip(),
                gateway == null ? "" : gateway,
                getForm().getMenu().pressed());
    }

    private List<TrialAgent> agents() {
        Map<UUID, PersonView> people = new TreeMap<>();
        serving().forEach(person -> people.put(person.id(), person));
        List<TrialAgent> agents = new ArrayList<>();
        for (Standing each : floor) {
            PersonView person = people.get(each.getId());
            if (person != null) {
                var served = person.clients().stream().map(one -> one.value()).collect(Collectors.toSet());
                int idle = each.isFree() ? Math.max(0, each.getIdleSeconds()) : -1;
                agents.add(new TrialAgent(person.id(), served, person.skills(), idle));
            }
        }
        return agents;
    }

    private void say(Trial trial) {
        Way sent = trial.sentOn();
        if (sent != null) {
            String to = QueueRows.text(sent);
            String where = ways.entrySet().stream()
                    .filter(each -> each.getValue().equals(to))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("–");
            answer = viewer.getWords().format("queue.sent", where, trial.afterSeconds());
            reason = viewer.getWords().get("queue.why." + trial.why());
            return;
        }
        if (trial.agent() == null) {
            answer = viewer.getWords().get("people.routing.nobody");
            return;
        }
        String chosen = floor.stream()
                .filter(each -> each.getId().equals(trial.agent()))
                .map(Standing::getName)
                .findFirst()
                .orElse("");
        String key = trial.afterSeconds() > 0 ? "people.routing.later" : "people.routing.now";
        answer = viewer.getWords().format(key, chosen, trial.candidates(), trial.afterSeconds());
        reason = new DecisionWords(viewer.getWords(), viewer.getFormats()).of(trial.why());
    }

    /** What can be chosen as an order. */
    public List<String> getKnownOrders() {
        return QueuePolicy.ORDERS.stream().sorted().toList();
    }

    public QueueForm getForm() {
        if (form == null) {
            throw new NotFound("queue");
        }
        return form;
    }

    /** Where calls come in, by the sites' names. */
    public Map<String, String> getGateways() {
        return gateways;
    }

    /** Where callers outside the hours can be sent: agents of a site are closed as well, and nobody calls back. */
    public Map<String, String> getClosedWays() {
        Map<String, String> elsewhere = new LinkedHashMap<>(ways);
        elsewhere.values().removeIf(way -> way.startsWith("SITE") || way.startsWith("CALLBACK"));
        return elsewhere;
    }

    /** Where a key of the menu can lead. */
    public Map<String, String> getQueues() {
        Map<String, String> queues = new LinkedHashMap<>(ways);
        queues.values().removeIf(way -> !way.startsWith("QUEUE"));
        return queues;
    }

    /** Where a contact can be sent, by the words for it. */
    public Map<String, String> getWays() {
        return ways;
    }

    public String weekday(DayOfWeek day) {
        return day.getDisplayName(
                TextStyle.FULL_STANDALONE, viewer.getWords().language().locale());
    }

    public QueuePolicy.Fact[] getFacts() {
        return QueuePolicy.Fact.values();
    }

    public QueuePolicy.When[] getWhens() {
        return QueuePolicy.When.values();
    }

    public @Nullable String getOfParam() {
        return ofParam;
    }

    public void setOfParam(@Nullable String ofParam) {
        this.ofParam = ofParam;
    }

    public int getClient() {
        return client;
    }

    public String getName() {
        return name;
    }

    public String getSkills() {
        return skills;
    }

    public List<Standing> getFloor() {
        return floor;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public String getLanguage() {
        return language;
    }

    public int getWaitedSeconds() {
        return waitedSeconds;
    }

    public void setWaitedSeconds(int seconds) {
        waitedSeconds = seconds;
    }

    public boolean isVip() {
        return vip;
    }

    public void setVip(boolean is) {
        vip = is;
    }

    public int getValue() {
        return value;
    }

    public void setValue(int worth) {
        value = worth;
    }

    public @Nullable String getDialled() {
        return dialled;
    }

    public void setDialled(@Nullable String number) {
        dialled = number;
    }

    public @Nullable String getGateway() {
        return gateway;
    }

    public void setGateway(@Nullable String name) {
        gateway = name;
    }
}
