package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.fairlead.campaign.CampaignView;
import org.fairlead.campaign.Campaigns;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.compliance.Evidence.Alarm;
import org.fairlead.compliance.Rulebook;
import org.fairlead.compliance.Rulebook.Rule;
import org.fairlead.compliance.Rulebook.RuleEdit;
import org.fairlead.compliance.Rulebook.Trial;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The outreach rules with citation and basis, the next version of one, and a bench to try them out. */
@Named
@ViewScoped
public class RulesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Rulebook rulebook;

    @EJB
    private transient org.fairlead.compliance.Evidence evidence;

    @EJB
    private transient Campaigns campaigns;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private DayFields days;

    private @Nullable String clientParam;
    private @Nullable String jurisdiction;
    private @Nullable String id;
    private transient @Nullable List<Rule> all;

    private @Nullable String parameters;
    private @Nullable String citation;
    private @Nullable String basis;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable String reason;

    private @Nullable String campaign;
    private @Nullable String number;
    private @Nullable String region;
    private @Nullable String at;
    private transient @Nullable Verdict verdict;

    /** Fills the form with the rule that was chosen. */
    public void open() {
        Rule rule = getRule();
        if (rule != null) {
            parameters = rule.parameters();
            citation = rule.citation();
            basis = rule.basis();
            from = days.show(LocalDate.ofInstant(rule.madeAt(), ZoneOffset.UTC));
            to = days.show(rule.to());
        }
    }

    public ClientId client() {
        return clientParam == null || clientParam.isEmpty() ? ClientId.OUTSOURCER : Address.client(clientParam);
    }

    private List<Rule> all() {
        List<Rule> known = all;
        if (known == null) {
            known = rulebook.rules(client());
            all = known;
        }
        return known;
    }

    /** Of each rule of the jurisdiction the version in force; the newest where none is. */
    public List<Rule> getRules() {
        return all().stream()
                .filter(rule -> jurisdiction == null
                        || jurisdiction.isEmpty()
                        || rule.jurisdiction().equals(jurisdiction)
                        || rule.jurisdiction().startsWith(jurisdiction + "-"))
                .filter(rule -> rule.equals(current(rule.id())))
                .toList();
    }

    private @Nullable Rule current(String ruleId) {
        List<Rule> known = versions(ruleId);
        return known.stream()
                .filter(Rule::inForce)
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElse(null);
    }

    public List<Rule> versions(String ruleId) {
        return all().stream().filter(rule -> rule.id().equals(ruleId)).toList();
    }

    public List<String> getJurisdictions() {
        return all().stream()
                .map(rule -> rule.jurisdiction().split("-", -1)[0])
                .distinct()
                .sorted()
                .toList();
    }

    public @Nullable Rule getRule() {
        return id == null ? null : versions(id).stream().findFirst().orElse(null);
    }

    public List<Alarm> getAlarms() {
        return viewer.has("compliance-officer") ? evidence.alarms(client()) : List.of();
    }

    public String words(Alarm alarm) {
        return viewer.getWords()
                .format("compliance.alarm." + alarm.code(), reasons().arguments(alarm.params()));
    }

    /** Writes the next version. */
    public void save() {
        Rule rule = getRule();
        if (rule == null) {
            return;
        }
        try {
            int version = rulebook.edit(
                    rule.client(),
                    new RuleEdit(
                            rule.id(),
                            rule.jurisdiction(),
                            rule.scope(),
                            rule.kind(),
                            text(parameters),
                            text(citation),
                            text(basis),
                            begins(),
                            days.read(to),
                            text(reason)));
            all = null;
            reason = null;
            notices.done("compliance.rule.saved", rule.id(), version);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    /** Asks the decision; nobody is called. */
    public void tryOut() {
        try {
            verdict = rulebook.tryOut(new Trial(
                    Address.uuid(campaign),
                    text(number),
                    region == null || region.isBlank() ? null : region,
                    instant()));
        } catch (Refused refused) {
            verdict = null;
            notices.refused(refused);
        }
    }

    private @Nullable Instant instant() {
        LocalDateTime moment = days.readMoment(at);
        return moment == null ? null : moment.atZone(viewer.getFormats().zone()).toInstant();
    }

    /** A version begins some day; when it ends nobody has to know. */
    private LocalDate begins() {
        LocalDate day = days.read(from);
        if (day == null) {
            throw new Refused("rule.from");
        }
        return day;
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    /** A rule's day; one that has none has been in force for ever. */
    public String day(@Nullable LocalDate day) {
        return viewer.getFormats().date(day);
    }

    public String detail(Verdict.Denial denial) {
        return reasons().full(denial);
    }

    /** How far a limit is used up. */
    public String count(Verdict.Count count) {
        return reasons().count(count);
    }

    private Denials reasons() {
        return new Denials(viewer.getWords(), viewer.getFormats());
    }

    public @Nullable Verdict getVerdict() {
        return verdict;
    }

    public List<CampaignView> getCampaigns() {
        return campaigns.campaigns();
    }

    public List<ClientView> getClients() {
        return clients.clients();
    }

    public String getClientParam() {
        return client().toString();
    }

    public void setClientParam(@Nullable String clientParam) {
        this.clientParam = clientParam;
    }

    public @Nullable String getJurisdiction() {
        return jurisdiction;
    }

    public void setJurisdiction(@Nullable String jurisdiction) {
        this.jurisdiction = jurisdiction;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getParameters() {
        return parameters;
    }

    public void setParameters(@Nullable String parameters) {
        this.parameters = parameters;
    }

    public @Nullable String getCitation() {
        return citation;
    }

    public void setCitation(@Nullable String citation) {
        this.citation = citation;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public void setBasis(@Nullable String basis) {
        this.basis = basis;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getCampaign() {
        return campaign;
    }

    public void setCampaign(@Nullable String campaign) {
        this.campaign = campaign;
    }

    public @Nullable String getNumber() {
        return number;
    }

    public void setNumber(@Nullable String number) {
        this.number = number;
    }

    public @Nullable String getRegion() {
        return region;
    }

    public void setRegion(@Nullable String region) {
        this.region = region;
    }

    public @Nullable String getAt() {
        return at;
    }

    public void setAt(@Nullable String at) {
        this.at = at;
    }
}
