package org.fairlead.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.contact.Contacts;
import org.fairlead.shared.NotFound;
import org.fairlead.web.export.Exports;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Order;
import org.jspecify.annotations.Nullable;

/** The portal's figures as a file: one line for each half hour of the day. */
@RequestScoped
@Path("portal")
public class PortalResource {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    private PortalScope scope;

    @EJB
    private Contacts contacts;

    @EJB
    private ServiceLevels serviceLevels;

    @Inject
    private Exports exports;

    @Inject
    private Viewer viewer;

    @GET
    @Path("service-level.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response serviceLevel(
            @QueryParam("program") @Nullable String program, @QueryParam("date") @Nullable String date) {
        scope.open(null, program, date);
        var day = scope.getDay();
        var shown = scope.getProgram();
        if (day == null || shown == null) {
            throw new NotFound("no programme");
        }
        var rows = day.intervals().stream()
                .map(interval -> Arrays.<@Nullable Object>asList(
                        TIME.format(interval.from().atZone(day.zone())),
                        TIME.format(interval.until().atZone(day.zone())),
                        interval.counts().offered(),
                        interval.counts().answered(),
                        interval.counts().abandoned(),
                        interval.counts().averageWaitSeconds(),
                        interval.level() == null ? null : interval.level().percent()))
                .toList();
        return exports.file(new Exports.Table(
                shown.code() + "-" + day.date(),
                shown.client(),
                Map.of(),
                List.of(
                        "portal.interval.from",
                        "portal.interval.until",
                        "portal.offered",
                        "portal.answered",
                        "portal.abandoned",
                        "portal.average.wait.seconds",
                        "portal.service.level"),
                Exports.of(rows)));
    }

    /** The contacts behind a figure: one line each, the number as the client's policy shows it. */
    @GET
    @Path("contacts.csv")
    @Produces("text/csv; charset=UTF-8")
    public Response contacts(
            @QueryParam("program") @Nullable String program,
            @QueryParam("date") @Nullable String date,
            @QueryParam("part") @Nullable String part,
            @QueryParam("from") @Nullable String from,
            @QueryParam("queue") @Nullable String queue,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("order") @Nullable String direction) {
        scope.open(null, program, date);
        var day = scope.getDay();
        var shown = scope.getProgram();
        if (day == null || shown == null) {
            throw new NotFound("no programme");
        }
        var figure = Figure.of(part, from, queue);
        var order = Figure.order(Order.of("", Map.of(), Figure.COLUMNS.keySet(), sort, direction));
        var filters = new TreeMap<String, @Nullable String>();
        filters.put("date", day.date().toString());
        filters.put("part", part);
        filters.put("from", from);
        filters.put("queue", queue);
        return exports.file(new Exports.Table(
                shown.code() + "-contacts-" + day.date(),
                shown.client(),
                filters,
                List.of(
                        "portal.contact.at",
                        "common.number",
                        "portal.contact.outcome",
                        "portal.contact.wait.seconds",
                        "portal.contact.counts.in"),
                (first, most) -> lines(day, figure.behind(serviceLevels, day, order, first, most))));
    }

    private List<List<@Nullable Object>> lines(ServiceLevelDay day, List<CountedContact> behind) {
        var numbers =
                contacts.numbers(behind.stream().map(CountedContact::contactId).toList());
        return behind.stream()
                .map(contact -> line(day, contact, numbers.getOrDefault(contact.contactId(), "")))
                .toList();
    }

    private List<@Nullable Object> line(ServiceLevelDay day, CountedContact contact, String number) {
        var words = viewer.getWords();
        return Arrays.asList(
                TIME.format(contact.clockStartedAt().atZone(day.zone())),
                number,
                words.get("portal.outcome." + Figure.outcome(contact)),
                Figure.waited(contact),
                contact.parts().stream()
                        .sorted()
                        .map(one -> words.get("portal.figure." + one))
                        .collect(Collectors.joining(", ")));
    }
}
