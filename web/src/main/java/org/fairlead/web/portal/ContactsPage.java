package org.fairlead.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.contact.Contacts;
import org.fairlead.contact.Contacts.ContactEventLine;
import org.fairlead.contact.Contacts.TalkLine;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.NotFound;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Order;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/** The contacts behind one of the portal's figures, and the journal of the one that is opened. */
@Named
@RequestScoped
public class ContactsPage {

    static final int PAGE = 25;

    @Inject
    private PortalScope scope;

    @Inject
    private Query query;

    @EJB
    private ServiceLevels serviceLevels;

    @EJB
    private Contacts contacts;

    @Inject
    private Viewer viewer;

    private Figure figure = new Figure(null, null, null);
    private List<CountedContact> rows = List.of();
    private Map<UUID, String> numbers = Map.of();
    private List<ContactEventLine> events = List.of();
    private List<TalkLine> talks = List.of();
    private boolean more;

    public void open() {
        scope.open(null, query.get("program"), query.get("date"));
        figure = Figure.of(query.get("part"), query.get("from"), query.get("queue"));
        var day = scope.getDay();
        int page = getPage();
        if (day == null || page < 1) {
            throw new NotFound("no such day");
        }
        var found = figure.behind(serviceLevels, day, Figure.order(getOrder()), (page - 1) * PAGE, PAGE + 1);
        more = found.size() > PAGE;
        rows = more ? found.subList(0, PAGE) : found;
        numbers = contacts.numbers(rows.stream().map(CountedContact::contactId).toList());
        var opened = query.get("contact");
        if (opened != null) {
            events = contacts.events(Address.uuid(opened));
            talks = contacts.talks(Address.uuid(opened));
        }
    }

    public @Nullable Part getPart() {
        return figure.part();
    }

    public List<Part> getParts() {
        return List.of(Part.ANSWERED, Part.ANSWERED_IN_TIME, Part.ABANDONED, Part.ABANDONED_LATE, Part.SHORT_ABANDONED);
    }

    public List<CountedContact> getRows() {
        return rows;
    }

    public List<ContactEventLine> getEvents() {
        return events;
    }

    public List<TalkLine> getTalks() {
        return talks;
    }

    /** How a talk sounded at the agent's end. */
    public String sound(TalkLine talk) {
        String lasted = getFmt().seconds(talk.seconds());
        String lost = getFmt().percentOf(talk.packetsLost(), talk.packets());
        Integer roundTrip = talk.roundTripMillis();
        return roundTrip == null
                ? viewer.getWords().format("portal.contact.sound.one-way", lasted, lost, talk.jitterMillis())
                : viewer.getWords().format("portal.contact.sound", lasted, lost, talk.jitterMillis(), roundTrip);
    }

    public boolean isMore() {
        return more;
    }

    public boolean opened(CountedContact row) {
        return row.contactId().toString().equals(query.get("contact"));
    }

    /** As the client's policy shows it at the reader's site. */
    public String number(CountedContact row) {
        return numbers.getOrDefault(row.contactId(), "");
    }

    public @Nullable Long waited(CountedContact row) {
        return Figure.waited(row);
    }

    public String outcome(CountedContact row) {
        return Figure.outcome(row);
    }

    public Formats getFmt() {
        var day = scope.getDay();
        return Formats.of(viewer.getLanguage(), day == null ? viewer.getZone() : day.zone());
    }

    /** Counted from 1; what is no number is no page. */
    public int getPage() {
        var page = query.get("page");
        return page == null ? 1 : page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 0;
    }

    /** " 12:00–12:30" where a half hour is looked at. */
    public String getIntervalWords() {
        var from = figure.interval();
        return from == null ? "" : " · " + getFmt().time(from) + "–" + getFmt().time(from.plus(Duration.ofMinutes(30)));
    }

    public boolean isNarrowed() {
        return figure.interval() != null || figure.queue() != null;
    }

    public List<Part> partsOf(CountedContact row) {
        return row.parts().stream().sorted().toList();
    }

    /** A time to the second: the journal's lines lie close together. */
    public String clockTime(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(getFmt().zone()));
    }

    /** The same contacts, counted by another figure. */
    public String linkToPart(@Nullable Part part) {
        return Query.link("/portal-contacts.xhtml", address(part));
    }

    public String getLinkToWholeDay() {
        var address = address(figure.part());
        address.remove("from");
        address.remove("queue");
        return Query.link("/portal-contacts.xhtml", address);
    }

    public String linkToPage(int page) {
        var address = address(figure.part());
        address.put("page", page > 1 ? String.valueOf(page) : null);
        return Query.link("/portal-contacts.xhtml", address);
    }

    public String getExport() {
        return Query.link("/api/portal/contacts.csv", address(figure.part()));
    }

    public String linkTo(CountedContact row) {
        var address = address(figure.part());
        address.put("page", query.get("page"));
        address.put("contact", opened(row) ? null : row.contactId().toString());
        return Query.link("/portal-contacts.xhtml", address);
    }

    public Order getOrder() {
        return Order.of(
                "/portal-contacts.xhtml",
                unordered(figure.part()),
                Figure.COLUMNS.keySet(),
                query.get("sort"),
                query.get("order"));
    }

    private Map<String, @Nullable String> address(@Nullable Part part) {
        var address = unordered(part);
        getOrder().into(address);
        return address;
    }

    private Map<String, @Nullable String> unordered(@Nullable Part part) {
        var day = scope.getDay();
        var program = scope.getProgram();
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("program", program == null ? null : program.id().toString());
        address.put("date", day == null ? null : day.date().toString());
        address.put("part", part == null ? null : part.name());
        address.put("from", query.get("from"));
        address.put("queue", query.get("queue"));
        return address;
    }
}
