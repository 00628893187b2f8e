package org.fairlead.web.export;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.LeadQuery;
import org.fairlead.campaign.LeadView;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.Leads.AttemptOrder;
import org.fairlead.campaign.Leads.AttemptView;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.PersonView;
import org.fairlead.compliance.DoNotCall;
import org.fairlead.shared.ClientId;
import org.fairlead.web.campaigns.CampaignOrder;
import org.fairlead.web.export.Exports.Table;
import org.fairlead.web.people.PeopleFilter;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Order;
import org.jspecify.annotations.Nullable;

/** The console's tables as files. Roles and clients are the facades', the same as for the pages. */
@RequestScoped
@Path("export")
public class ExportResource {

    @EJB
    private Clients clients;

    @EJB
    private Campaigns campaigns;

    @EJB
    private Leads leads;

    @EJB
    private DoNotCall doNotCall;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    @GET
    @Path("people.csv")
    public Response people(
            @QueryParam("search") @Nullable String search,
            @QueryParam("site") @Nullable String site,
            @QueryParam("client") @Nullable String client,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String direction) {
        var names = clientNames();
        var query = PeopleFilter.query(viewer, search, site, client, sort, "desc".equals(direction));
        var filters = filter("search", search);
        filters.put("site", site);
        filters.put("client", client);
        return exports.file(new Table(
                "people",
                ClientId.OUTSOURCER,
                filters,
                List.of(
                        "common.name",
                        "people.login",
                        "common.site",
                        "common.language",
                        "common.role",
                        "people.clients",
                        "people.skills",
                        "common.state"),
                (first, most) -> clients.people(query, first, most).stream()
                        .map(person -> person(person, names))
                        .toList()));
    }

    private List<@Nullable Object> person(PersonView person, Map<ClientId, String> names) {
        return Arrays.asList(
                person.name(),
                person.login(),
                person.site().name(),
                viewer.getFormats().languageName(person.language()),
                person.role() == null ? null : words("common.role." + person.role()),
                person.clients().stream()
                        .filter(names::containsKey)
                        .map(names::get)
                        .sorted()
                        .collect(Collectors.joining(", ")),
                PeopleFilter.skills(person, viewer.getWords(), viewer.getFormats()),
                words(person.active() ? "common.active" : "common.inactive"));
    }

    @GET
    @Path("campaigns.csv")
    public Response campaigns(
            @QueryParam("client") @Nullable String client,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String direction) {
        var names = clientNames();
        var order = Order.of("", Map.of(), CampaignOrder.COLUMNS, sort, direction);
        boolean all = client == null || client.isEmpty();
        var chosen = all ? campaigns.campaigns() : campaigns.campaigns(Address.client(client));
        var ordered = new CampaignOrder(viewer.getLocale(), viewer.getWords(), id -> names.getOrDefault(id, ""))
                .sort(chosen, order);
        var rows = ordered.stream()
                .map(one -> Arrays.<@Nullable Object>asList(
                        one.name(),
                        names.get(one.client()),
                        words("state.mode." + one.mode()),
                        words("state.campaign." + one.state()),
                        one.counts().leads(),
                        one.counts().ready(),
                        one.counts().done(),
                        one.counts().attemptsToday(),
                        one.counts().deniedToday()))
                .toList();
        return exports.file(new Table(
                "campaigns",
                all ? ClientId.OUTSOURCER : Address.client(client),
                filter("client", client),
                List.of(
                        "campaigns.campaign",
                        "common.client",
                        "campaigns.mode",
                        "common.state",
                        "campaigns.leads",
                        "campaigns.ready",
                        "campaigns.done",
                        "campaigns.attempts.today",
                        "campaigns.denied.today"),
                Exports.of(rows)));
    }

    @GET
    @Path("leads.csv")
    public Response leads(
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("state") @Nullable String state,
            @QueryParam("search") @Nullable String search) {
        var view = campaigns.campaign(Address.uuid(campaign));
        var query = new LeadQuery(state, search, null, false);
        var filters = filter("state", state);
        filters.put("search", search);
        return exports.file(new Table(
                view.code() + "-leads",
                view.client(),
                filters,
                List.of(
                        "common.number",
                        "common.name",
                        "campaigns.lead.reference",
                        "campaigns.lead.place",
                        "campaigns.lead.zones",
                        "common.state",
                        "campaigns.lead.attempts",
                        "campaigns.lead.last",
                        "campaigns.lead.next"),
                (first, most) -> leads.leads(view.campaignId(), query, first, most).stream()
                        .map(this::lead)
                        .toList()));
    }

    private List<@Nullable Object> lead(LeadView lead) {
        return Arrays.asList(
                lead.number(),
                lead.name(),
                lead.reference(),
                lead.city(),
                String.join(" ", lead.timeZones()),
                words("state.lead." + lead.state()),
                lead.attempts(),
                lead.lastOutcome() == null ? null : words("outcome." + lead.lastOutcome()),
                at(lead.nextAt()));
    }

    @GET
    @Path("attempts.csv")
    public Response attempts(
            @QueryParam("campaign") @Nullable String campaign,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String direction) {
        var order = sort == null ? AttemptOrder.newestFirst() : new AttemptOrder(sort, "desc".equals(direction));
        var view = campaigns.campaign(Address.uuid(campaign));
        return exports.file(new Table(
                view.code() + "-attempts",
                view.client(),
                Map.of(),
                List.of("common.when", "common.number", "compliance.verdict", "common.state", "compliance.next"),
                (first, most) -> leads.attempts(view.campaignId(), order, first, most).stream()
                        .map(this::attempt)
                        .toList()));
    }

    private List<@Nullable Object> attempt(AttemptView attempt) {
        return Arrays.asList(
                at(attempt.writtenAt()),
                attempt.number(),
                words(attempt.allowed() ? "compliance.allowed" : "compliance.denied"),
                attempt.outcome() == null
                        ? words("state.attempt." + attempt.state())
                        : words("outcome." + attempt.outcome()),
                at(attempt.nextAllowed()));
    }

    @GET
    @Path("do-not-call.csv")
    public Response doNotCall(
            @QueryParam("list") @Nullable String list, @QueryParam("search") @DefaultValue("") String search) {
        var client = Address.client(list);
        return exports.file(new Table(
                "do-not-call",
                client,
                filter("search", search),
                List.of("common.number", "compliance.since", "compliance.source", "compliance.until"),
                (first, most) -> doNotCall.entries(client, search, first, most).stream()
                        .map(one -> Arrays.<@Nullable Object>asList(
                                one.number(), at(one.since()), one.source(), Objects.toString(one.until(), null)))
                        .toList()));
    }

    private static Map<String, @Nullable String> filter(String name, @Nullable String value) {
        var filters = new LinkedHashMap<String, @Nullable String>();
        filters.put(name, value);
        return filters;
    }

    private Map<ClientId, String> clientNames() {
        return clients.clients().stream().collect(Collectors.toMap(ClientView::id, ClientView::name));
    }

    private String words(String key) {
        return viewer.getWords().get(key);
    }

    /** In the reader's zone, to the second, as spreadsheets read it. */
    private @Nullable String at(@Nullable Instant at) {
        return at == null
                ? null
                : at.atZone(viewer.getZone())
                        .toLocalDateTime()
                        .withNano(0)
                        .toString()
                        .replace('T', ' ');
    }
}
