package org.fairlead.web.desk;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads;
import org.fairlead.client.Clients;
import org.fairlead.client.DeskKeys;
import org.fairlead.client.DispositionView;
import org.fairlead.client.ProgramView;
import org.fairlead.customer.CustomerCard;
import org.fairlead.customer.Customers;
import org.fairlead.routing.DeskState.DeskContact;
import org.fairlead.script.Article;
import org.fairlead.script.Knowledge;
import org.fairlead.script.ScriptView;
import org.fairlead.script.Scripts;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.live.DeskSessions;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The panels about the contact at hand. They are drawn by one request when the contact changes; the request names the
 * contact, the facades decide whether the agent may see it.
 */
@Named
@RequestScoped
public class DeskPage {

    private static final String NO_DIGITS = "\\D";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Viewer viewer;

    @Inject
    private DeskSessions sessions;

    @EJB
    private Customers customers;

    @EJB
    private Scripts scripts;

    @EJB
    private Clients clients;

    @EJB
    private Knowledge knowledge;

    @EJB
    private DeskKeys keys;

    /** Optional: without campaigns there is no lead and nothing was tried. */
    @Inject
    private Instance<Leads> leads;

    private final Once<CustomerCard> card =
            new Once<>(() -> customers.ofContact(contact(), viewer.getLanguage().tag()), true);
    private final Once<ScriptView> script =
            new Once<>(() -> scripts.forContact(contact(), viewer.getLanguage().tag()));
    private final Once<Optional<LeadView>> lead = new Once<>(() -> leads().ofContact(contact()));
    private final Once<Leads.AttemptHistory> outreach = new Once<>(() -> leads().historyOfContact(contact()));
    private final Once<List<DispositionView>> dispositions = new Once<>(this::readDispositions);
    private final Once<Set<ZoneId>> zones = new Once<>(this::otherZones);
    private final Once<List<Article>> articles =
            new Once<>(() -> knowledge.ofContact(contact(), viewer.getLanguage().tag()));

    /**
     * A page asks for the same thing many times; the database is asked once. What is not there is null, but for what the
     * panels cannot be without: a contact of nobody, or of another client, is not found.
     */
    private static final class Once<T> {

        private final Supplier<T> read;
        private final boolean needed;
        private boolean done;
        private @Nullable T value;

        Once(Supplier<T> read) {
            this(read, false);
        }

        Once(Supplier<T> read, boolean needed) {
            this.read = read;
            this.needed = needed;
        }

        @Nullable
        T get() {
            if (!done) {
                done = true;
                try {
                    value = read.get();
                } catch (NotFound | Refused none) {
                    if (needed) {
                        throw none;
                    }
                    value = null; // the panel says that there is nothing
                }
            }
            return value;
        }
    }

    /** Whether a contact is at hand at all. */
    public boolean isAtHand() {
        return contactId() != null;
    }

    public @Nullable CustomerCard getCard() {
        return isAtHand() ? card.get() : null;
    }

    public @Nullable ScriptView getScript() {
        return isAtHand() ? script.get() : null;
    }

    public @Nullable LeadView getLead() {
        Optional<LeadView> found = isAtHand() ? lead.get() : null;
        return found == null ? null : found.orElse(null);
    }

    /** What the lead's list said beyond the usual columns. */
    public Map<String, String> getLeadFields() {
        LeadView found = getLead();
        if (found == null) {
            return Map.of();
        }
        Map<String, String> fields = new TreeMap<>(found.fields());
        fields.remove("debt"); // our id, for the debtor's panel
        return fields;
    }

    /** How often the number was tried; null where nobody ever tried: then there is nothing to show. */
    public Leads.@Nullable AttemptHistory getOutreach() {
        Leads.AttemptHistory history = isAtHand() ? outreach.get() : null;
        return history == null || history.attempts().isEmpty() ? null : history;
    }

    /** For the bar: the share of the cap that is used, 0 to 100. */
    public int getOutreachPercent() {
        Leads.AttemptHistory history = getOutreach();
        return history == null || history.most() <= 0 ? 0 : Math.min(100, history.counted() * 100 / history.most());
    }

    public List<DispositionView> getDispositions() {
        List<DispositionView> found = isAtHand() ? dispositions.get() : null;
        return found == null ? List.of() : found;
    }

    public List<Article> getArticles() {
        List<Article> found = isAtHand() ? articles.get() : null;
        return found == null ? List.of() : found;
    }

    /** A time as the agent's clock shows it, and as the customer's and the client's do where those differ. */
    public String inZones(Instant at) {
        return viewer.getFormats().dateTime(at)
                + DeskTimes.elsewhere(viewer, at, Objects.requireNonNullElse(zones.get(), Set.of()));
    }

    private Set<ZoneId> otherZones() {
        Set<ZoneId> others = new LinkedHashSet<>();
        CustomerCard known = getCard();
        if (known != null) {
            Optional.ofNullable(known.timeZone()).ifPresent(others::add);
            others.add(clients.client(known.client()).timeZone());
        }
        return others;
    }

    /** Initials of the customer, for the round mark. */
    public String getInitials() {
        CustomerCard known = getCard();
        String name = known == null ? "" : known.name().strip();
        LeadView called = getLead();
        if (name.isEmpty() && called != null) {
            name = called.name().strip();
        }
        if (name.isEmpty()) {
            return "?";
        }
        String[] parts = name.split("\\s+");
        String last = parts.length == 1 ? "" : parts[parts.length - 1].substring(0, 1);
        return (parts[0].substring(0, 1) + last).toUpperCase(Locale.ROOT);
    }

    public String getCustomerName() {
        CustomerCard known = getCard();
        if (known != null && !known.name().isBlank()) {
            return known.name();
        }
        LeadView called = getLead();
        return called == null || called.name().isBlank()
                ? viewer.getWords().get("desk.customer.unknown")
                : called.name();
    }

    /** What the page's scripts say, as JSON that is safe inside a page. */
    public String getWords() {
        Map<String, String> said = new TreeMap<>(viewer.getWords().startingWith("desk."));
        said.putAll(viewer.getWords().startingWith("presence."));
        said.putAll(viewer.getWords().startingWith("outcome."));
        return Json.write(said).replace("<", "\\u003c");
    }

    /** Which key does what, as JSON that is safe inside a page. */
    public String getKeys() {
        return Json.write(keys.mine()).replace("<", "\\u003c");
    }

    private List<DispositionView> readDispositions() {
        return clients.dispositions(programId(), viewer.getLanguage().tag());
    }

    /** The script knows the programme; where there is none, the desk's state names it. */
    private UUID programId() {
        ScriptView read = getScript();
        if (read != null) {
            return read.programId();
        }
        DeskContact atHand = sessions.last(viewer.getLogin())
                .map(state -> state.contact())
                .orElseThrow(() -> new NotFound("contact at hand"));
        return clients.programs(new ClientId(atHand.clientId())).stream()
                .filter(p -> p.name().equals(atHand.programName()))
                .map(ProgramView::id)
                .findFirst()
                .orElseThrow(() -> new NotFound("programme"));
    }

    private Leads leads() {
        if (!leads.isResolvable()) {
            throw new NotFound("leads");
        }
        return leads.get();
    }

    private UUID contact() {
        UUID id = contactId();
        if (id == null) {
            throw new NotFound("contact");
        }
        return id;
    }

    private @Nullable UUID contactId() {
        String asked = request.getParameter("contact");
        if (asked == null || asked.replaceAll(NO_DIGITS, "").isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(asked);
        } catch (IllegalArgumentException e) {
            throw new NotFound("contact"); // a forged address: said in the page of its own
        }
    }
}
