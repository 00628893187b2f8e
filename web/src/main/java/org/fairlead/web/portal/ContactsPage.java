package org.fairlead.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.contact.Contacts;
import org.fairlead.contact.Contacts.ContactEventLine;
import org.fairlead.i18n.Formats;
import org.fairlead.shared.NotFound;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** The contacts behind one of the portal's figures, and the journal of the one that is opened. */
@Named
@RequestScoped
public class ContactsPage {

    static final int PAGE = 25;

    @Inject
    private PortalScope scope;

    @EJB
    private ServiceLevels serviceLevels;

    @EJB
    private Contacts contacts;

    @Inject
    private Viewer viewer;

    private @Nullable String programParam;
    private @Nullable String dateParam;
    private @Nullable String partParam;
    private @Nullable String intervalParam;
    private @Nullable String contactParam;
    private @Nullable String pageParam;

    private List<CountedContact> rows = List.of();
    private List<ContactEventLine> events = List.of();
    private boolean more;

    public void open() {
        scope.open(null, programParam, dateParam);
        var day = scope.getDay();
        int page = getPage();
        if (day == null || page < 1) {
            throw new NotFound("no such day");
        }
        var found = serviceLevels.behind(
                day.programId(), day.date(), getPart(), getInterval(), (page - 1) * PAGE, PAGE + 1);
        more = found.size() > PAGE;
        rows = more ? found.subList(0, PAGE) : found;
        if (contactParam != null) {
            events = contacts.events(Address.uuid(contactParam));
        }
    }

    public @Nullable Part getPart() {
        return partParam == null
                ? null
                : Arrays.stream(Part.values())
                        .filter(p -> p.name().equals(partParam))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("no such figure"));
    }

    public List<Part> getParts() {
        return List.of(Part.ANSWERED, Part.ANSWERED_IN_TIME, Part.ABANDONED, Part.ABANDONED_LATE, Part.SHORT_ABANDONED);
    }

    public @Nullable Instant getInterval() {
        return intervalParam == null ? null : Address.instant(intervalParam);
    }

    public List<CountedContact> getRows() {
        return rows;
    }

    public List<ContactEventLine> getEvents() {
        return events;
    }

    public boolean isMore() {
        return more;
    }

    public boolean opened(CountedContact row) {
        return row.contactId().toString().equals(contactParam);
    }

    /** Seconds on the agreement's clock; absent while the contact waits. */
    public @Nullable Long waited(CountedContact row) {
        return row.decidedAt() == null
                ? null
                : Duration.between(row.clockStartedAt(), row.decidedAt()).toSeconds();
    }

    public String outcome(CountedContact row) {
        if (row.decidedAt() == null) {
            return "waiting";
        }
        return row.answered() ? "answered" : "abandoned";
    }

    public Formats getFmt() {
        var day = scope.getDay();
        return Formats.of(viewer.getLanguage(), day == null ? viewer.getZone() : day.zone());
    }

    public @Nullable String getProgramParam() {
        return programParam;
    }

    public void setProgramParam(@Nullable String programParam) {
        this.programParam = programParam;
    }

    public @Nullable String getDateParam() {
        return dateParam;
    }

    public void setDateParam(@Nullable String dateParam) {
        this.dateParam = dateParam;
    }

    public @Nullable String getPartParam() {
        return partParam;
    }

    public void setPartParam(@Nullable String partParam) {
        this.partParam = partParam;
    }

    public @Nullable String getIntervalParam() {
        return intervalParam;
    }

    public void setIntervalParam(@Nullable String intervalParam) {
        this.intervalParam = intervalParam;
    }

    public @Nullable String getContactParam() {
        return contactParam;
    }

    public void setContactParam(@Nullable String contactParam) {
        this.contactParam = contactParam;
    }

    public @Nullable String getPageParam() {
        return pageParam;
    }

    public void setPageParam(@Nullable String pageParam) {
        this.pageParam = pageParam;
    }

    /** Counted from 1; what is no number is no page. */
    public int getPage() {
        return pageParam == null ? 1 : pageParam.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(pageParam) : 0;
    }

    /** " 12:00–12:30" where a half hour is looked at. */
    public String getIntervalWords() {
        var from = getInterval();
        return from == null ? "" : " · " + getFmt().time(from) + "–" + getFmt().time(from.plus(Duration.ofMinutes(30)));
    }

    public List<Part> partsOf(CountedContact row) {
        return row.parts().stream().sorted().toList();
    }

    /** A time to the second: the journal's lines lie close together. */
    public String clockTime(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(getFmt().zone()));
    }

    public String link(@Nullable Part part, @Nullable String interval, int toPage) {
        var day = scope.getDay();
        var address = new StringBuilder("/portal-contacts.xhtml?program=")
                .append(scope.getProgram() == null ? "" : scope.getProgram().id());
        address.append("&date=").append(day == null ? "" : day.date());
        if (part != null) {
            address.append("&part=").append(part);
        }
        if (interval != null) {
            address.append("&from=").append(Instant.parse(interval));
        }
        return toPage > 1 ? address.append("&page=").append(toPage).toString() : address.toString();
    }

    public String linkTo(CountedContact row) {
        var address = link(getPart(), intervalParam, getPage());
        return opened(row) ? address : address + "&contact=" + row.contactId();
    }
}
