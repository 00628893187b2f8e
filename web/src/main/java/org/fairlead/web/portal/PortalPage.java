package org.fairlead.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.i18n.Formats;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;

/**
 * The client's service level of a day: the figure, the formula written out with its numbers, and each half hour. All of
 * it is in the address, so that a link, a reload and the back button show the same.
 */
@Named
@RequestScoped
public class PortalPage {

    @Inject
    private PortalScope scope;

    @Inject
    private Query query;

    @EJB
    private Clients clients;

    @Inject
    private Viewer viewer;

    @Inject
    private Clock clock;

    public void open() {
        scope.open(query.get("client"), query.get("program"), query.get("date"));
    }

    /** A half hour's bar: 100 is the full height. */
    public record Bar(
            ServiceLevelDay.Interval interval, @Nullable BigDecimal percent, boolean missed, String label, String tip) {

        /** Bars of nothing have no height; a bar of little is still seen. */
        public BigDecimal height() {
            return percent == null ? BigDecimal.ZERO : percent.max(BigDecimal.ONE);
        }
    }

    public @Nullable ClientView getClient() {
        return scope.getClient();
    }

    public @Nullable ProgramView getProgram() {
        return scope.getProgram();
    }

    public @Nullable ServiceLevelDay getDay() {
        return scope.getDay();
    }

    /** Times are the client's: that is where the contract's day begins. */
    public Formats getFmt() {
        var day = scope.getDay();
        return Formats.of(viewer.getLanguage(), day == null ? viewer.getZone() : day.zone());
    }

    public boolean isToday() {
        var day = scope.getDay();
        return day == null
                || day.date().equals(clock.instant().atZone(day.zone()).toLocalDate());
    }

    public @Nullable BigDecimal getPercent() {
        var day = scope.getDay();
        return day == null || day.level() == null ? null : day.level().percent();
    }

    /** ok, warn or plain: how the chip beside the figure looks. */
    public String getVerdict() {
        var day = scope.getDay();
        if (day == null || day.level() == null || !day.level().applicable()) {
            return "none";
        }
        return day.missed() ? "missed" : "met";
    }

    public List<Bar> getBars() {
        var day = scope.getDay();
        return day == null
                ? List.of()
                : day.intervals().stream().map(i -> bar(day, i)).toList();
    }

    private Bar bar(ServiceLevelDay day, ServiceLevelDay.Interval interval) {
        var level = interval.level();
        var agreement = day.agreement();
        var missed = level != null && agreement != null && !level.meets(agreement.targetPercent());
        var percent = level == null ? null : level.percent();
        var label = getFmt().time(interval.from()) + "–" + getFmt().time(interval.until());
        var tip = viewer.getWords()
                .format(
                        "portal.bar",
                        label,
                        getFmt().percent(percent),
                        interval.counts().offered());
        return new Bar(interval, percent, missed, label, tip);
    }

    /** "answered within 20 s + abandoned within 20 s", from the terms that compute it. */
    public String words(List<Formula.Term> terms) {
        var text = new StringBuilder();
        for (var term : terms) {
            text.append(sign(text, term)).append(part(term));
        }
        return text.toString();
    }

    /** "17,428 − 212": the same terms as numbers. */
    public String numbers(List<Formula.Term> terms) {
        var day = scope.getDay();
        if (day == null) {
            return "";
        }
        var text = new StringBuilder();
        for (var term : terms) {
            text.append(sign(text, term)).append(getFmt().number(day.counts().of(term.part())));
        }
        return text.toString();
    }

    private static String sign(StringBuilder before, Formula.Term term) {
        if (before.isEmpty()) {
            return term.added() ? "" : "− ";
        }
        return term.added() ? " + " : " − ";
    }

    private String part(Formula.Term term) {
        var day = scope.getDay();
        var agreement = day == null ? null : day.agreement();
        return viewer.getWords()
                .format(
                        "portal.part." + term.part(),
                        agreement == null ? 0 : agreement.thresholdSeconds(),
                        agreement == null ? 0 : agreement.shortAbandonSeconds());
    }

    /** "Today, agreed 85/30". */
    public String getHeading() {
        var day = scope.getDay();
        if (day == null || day.agreement() == null) {
            return viewer.getWords().get("portal.day.none");
        }
        var target = day.agreement().targetPercent().stripTrailingZeros().toPlainString();
        var threshold = day.agreement().thresholdSeconds();
        return isToday()
                ? viewer.getWords().format("portal.today.agreed", target, threshold)
                : viewer.getWords().format("portal.day.agreed", target, threshold, getFmt().date(day.date()));
    }

    public String getIntervalsTitle() {
        var day = scope.getDay();
        return day == null || isToday()
                ? viewer.getWords().get("portal.intervals.today")
                : viewer.getWords().format("portal.intervals.day", getFmt().date(day.date()));
    }

    /** Beginnings of full hours under their bars, blank between; every other hour on a long day. */
    public List<String> getAxis() {
        var day = scope.getDay();
        if (day == null) {
            return List.of();
        }
        int every = day.intervals().size() > 16 ? 4 : 2;
        return IntStream.range(0, day.intervals().size())
                .mapToObj(i ->
                        i % every == 0 ? getFmt().time(day.intervals().get(i).from()) : "")
                .toList();
    }

    /** The figures that the formula speaks of, and all that were answered and abandoned. */
    public List<Part> getParts() {
        var day = scope.getDay();
        var parts = EnumSet.of(Part.ANSWERED, Part.ABANDONED);
        if (day != null && day.agreement() != null) {
            parts.addAll(day.agreement().formula().parts());
        }
        return List.copyOf(parts);
    }

    public List<QueueView.NumberView> getNumbers() {
        var program = scope.getProgram();
        return program == null
                ? List.of()
                : clients.queues(program.id()).stream()
                        .flatMap(q -> q.numbers().stream())
                        .toList();
    }

    public String previousDate() {
        var day = scope.getDay();
        return day == null ? "" : day.date().minusDays(1).toString();
    }

    public String nextDate() {
        var day = scope.getDay();
        return day == null ? "" : day.date().plusDays(1).toString();
    }
}
