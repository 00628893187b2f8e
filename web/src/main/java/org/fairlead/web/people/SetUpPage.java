package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.client.Clients;
import org.fairlead.client.DispositionView;
import org.fairlead.client.QueueView;
import org.fairlead.client.SetUp;
import org.fairlead.client.SetUpForm;
import org.fairlead.client.SetUpPart;
import org.fairlead.client.SetUpRefused;
import org.fairlead.client.SiteView;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.BrandColours;
import org.fairlead.web.shell.Brands;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/**
 * One part of the set-up, being edited or added: {@code ?part=QUEUE&of=ID}, or {@code ?part=NUMBER&in=QUEUE} for a new
 * one. Two admins at once: the second is told, and shown what the first has saved.
 */
@Named
@ViewScoped
public class SetUpPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("accent", "colour"),
            Map.entry("accent_dark", "colour"),
            Map.entry("time_zone", "choice"),
            Map.entry("country", "choice"),
            Map.entry("queue_id", "choice"),
            Map.entry("category", "choice"),
            Map.entry("shown", "choice"),
            Map.entry("active", "choice"),
            Map.entry("open", "choice"),
            Map.entry("reveal", "choice"),
            Map.entry("names", "lines"));

    @EJB
    private transient SetUp setUp;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private Brands brands;

    private @Nullable String partParam;
    private @Nullable String ofParam;
    private @Nullable String inParam;
    private int client;
    private int version;
    private String name = "";
    private Map<String, String> values = new LinkedHashMap<>();

    /** What a field may be set to. */
    public record Choice(String value, String label) implements Serializable {

        public String getValue() {
            return value;
        }

        public String getLabel() {
            return label;
        }
    }

    public void open() {
        if (isFresh()) {
            values = fresh();
        } else {
            show(setUp.open(getPart(), String.valueOf(ofParam)));
        }
    }

    private void show(SetUpForm form) {
        client = form.client().value();
        version = form.version();
        name = form.values().getOrDefault("name", form.id());
        values = new LinkedHashMap<>(form.values());
    }

    private Map<String, String> fresh() {
        var parent = Address.uuid(inParam);
        var empty = new LinkedHashMap<String, String>();
        if (getPart() == SetUpPart.NUMBER) {
            var queue = setUp.open(SetUpPart.QUEUE, parent.toString());
            client = queue.client().value();
            List.of("number", "language", "label").forEach(field -> empty.put(field, ""));
        } else {
            var program = clients.program(parent);
            client = program.client().value();
            List.of("code", "digit", "category", "names").forEach(field -> empty.put(field, ""));
            empty.put("category", DispositionView.Category.OTHER.name());
        }
        return empty;
    }

    public boolean isFresh() {
        return inParam != null;
    }

    /** @return where to go on; null to stay, with the reason in words */
    public @Nullable String save() {
        try {
            values = SetUpForm.filled(values);
            if (isFresh()) {
                setUp.add(getPart(), String.valueOf(inParam), values);
            } else {
                setUp.save(new SetUpForm(getPart(), String.valueOf(ofParam), new ClientId(client), version, values));
            }
        } catch (SetUpRefused refused) {
            notices.refused(viewer.getWords().get("people.setup.field." + refused.field()), refused);
            return null;
        } catch (Refused refused) {
            notices.refused(refused);
            if (refused.key().equals("setup.changed")) {
                open();
            }
            return null;
        }
        notices.done("people.setup.saved");
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        return getBack() + (getBack().contains("?") ? "&" : "?") + "faces-redirect=true";
    }

    public String getBack() {
        return client == 0 ? "/clients.xhtml" : "/clients.xhtml?id=" + client;
    }

    public SetUpPart getPart() {
        return Arrays.stream(SetUpPart.values())
                .filter(part -> part.name().equals(partParam))
                .findFirst()
                .orElseThrow(() -> new NotFound("no such part"));
    }

    public List<String> getFields() {
        return List.copyOf(values.keySet());
    }

    /** What is being edited, in words: a site's masking and a result have no name of their own. */
    public String getHeading() {
        if (isFresh()) {
            return viewer.getWords().get("common.add");
        }
        String of = String.valueOf(ofParam);
        String last = of.substring(of.indexOf('/') + 1);
        return switch (getPart()) {
            case DISPOSITION -> last;
            case MASKING -> clients.client(new ClientId(client)).name() + " · "
                    + clients.sites().stream()
                            .filter(site -> String.valueOf(site.id()).equals(last))
                            .map(SiteView::name)
                            .findFirst()
                            .orElseGet(() -> viewer.getWords().get("people.masking.everywhere"));
            default -> name;
        };
    }

    /** {@code colour}, {@code choice}, {@code lines} or {@code text}: the component that asks for it. */
    public String kind(String field) {
        return SPECIAL.getOrDefault(field, "text");
    }

    /** What stands below the field; nothing where the label says it all. */
    public String hint(String field) {
        var key = "people.setup.hint." + field;
        return viewer.getWords().has(key) ? viewer.getWords().get(key) : "";
    }

    public List<Choice> choices(String field) {
        return switch (field) {
            case "time_zone" -> zones();
            case "country" -> countries();
            case "queue_id" -> queues();
            case "category" -> Arrays.stream(DispositionView.Category.values())
                    .map(c -> new Choice(c.name(), viewer.getWords().get("state.category." + c)))
                    .toList();
            case "shown" -> List.of("WHOLE", "ENDS", "LAST_TWO", "NOTHING").stream()
                    .map(s -> new Choice(s, viewer.getWords().get("people.masking.shown." + s)))
                    .toList();
            case "active" -> yesNo("common.active", "common.inactive");
            case "open" -> yesNo("people.queue.open", "people.queue.closed");
            case "reveal" -> yesNo("common.yes", "common.no");
            default -> List.of();
        };
    }

    private List<Choice> yesNo(String yes, String no) {
        return List.of(
                new Choice("true", viewer.getWords().get(yes)),
                new Choice("false", viewer.getWords().get(no)));
    }

    private static List<Choice> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                .sorted()
                .map(zone -> new Choice(zone, zone.replace('_', ' ')))
                .toList();
    }

    private List<Choice> countries() {
        var collator = Collator.getInstance(viewer.getLocale());
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Choice(code, viewer.getFormats().countryName(code)))
                .sorted((a, b) -> collator.compare(a.label(), b.label()))
                .toList();
    }

    private List<Choice> queues() {
        return clients.programs(new ClientId(client)).stream()
                .flatMap(program -> clients.queues(program.id()).stream())
                .map((QueueView queue) -> new Choice(queue.id().toString(), queue.name()))
                .toList();
    }

    /** Colours of the brand as it would look; none while one of them is no colour. */
    public @Nullable BrandColours getColours() {
        var written = SetUpForm.filled(values);
        var accent = written.getOrDefault("accent", "");
        var dark = written.getOrDefault("accent_dark", "");
        return accent.matches("#[0-9a-f]{6}") && dark.matches("#[0-9a-f]{6}") ? brands.colours(accent, dark) : null;
    }

    /** What contrast the words reach that are shown in the colour and on it. */
    public String contrast(String theme) {
        var colours = getColours();
        if (colours == null) {
            return "";
        }
        var contrast = theme.equals("light") ? colours.lightContrast() : colours.darkContrast();
        return viewer.getWords()
                .format(
                        "people.setup.contrast",
                        viewer.getFormats().decimal(contrast.words(), 1),
                        viewer.getFormats().decimal(contrast.ink(), 1));
    }

    public Map<String, String> getValues() {
        return values;
    }

    public @Nullable String getPartParam() {
        return partParam;
    }

    public void setPartParam(@Nullable String partParam) {
        this.partParam = partParam;
    }

    public @Nullable String getOfParam() {
        return ofParam;
    }

    public void setOfParam(@Nullable String ofParam) {
        this.ofParam = ofParam;
    }

    public @Nullable String getInParam() {
        return inParam;
    }

    public void setInParam(@Nullable String inParam) {
        this.inParam = inParam;
    }
}
