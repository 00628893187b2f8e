package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.client.Clients;
import org.fairlead.collections.CollectionReports;
import org.fairlead.collections.CollectionReports.By;
import org.fairlead.collections.CollectionReports.Days;
import org.fairlead.collections.CollectionReports.Figure;
import org.fairlead.collections.CollectionReports.Measure;
import org.fairlead.collections.CollectionReports.Row;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** How the work on a portfolio goes, {@code ?of=&from=&until=&measure=&part=}: each figure with what it is made of. */
@Named
@ViewScoped
public class ReportsPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;
    private static final List<Measure> OF_AGENTS =
            List.of(Measure.RIGHT_PARTY, Measure.PROMISES, Measure.KEPT, Measure.KEPT_AMOUNT);

    @EJB
    private transient CollectionReports reports;

    @EJB
    private transient Clients clients;

    @Inject
    private transient Clock clock;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private DayFields fields;

    private @Nullable String from;
    private @Nullable String until;
    private @Nullable String measure;
    private @Nullable String part;
    private int first;
    private transient @Nullable Days days;
    private transient @Nullable List<Figure> figures;
    private transient @Nullable List<Row> rows;

    /** An agent, with each measure of agents; what an agent has none of is empty. */
    public record AgentLine(String login, Map<Measure, Figure> figures) {

        public @Nullable Figure figure(String named) {
            return figures.get(Measure.valueOf(named));
        }
    }

    /** Without days it is the month that runs, in the client's calendar. */
    public void open() {
        if (choice().of() != null) {
            reports.client(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        LocalDate today = clock.instant()
                .atZone(clients.client(portfolio.client()).timeZone())
                .toLocalDate();
        LocalDate begin = from == null ? today.withDayOfMonth(1) : Address.date(from);
        LocalDate end = until == null ? today : Address.date(until);
        if (measure != null) {
            shown(measure);
        }
        days = new Days(portfolio.portfolioId(), begin, end);
        from = fields.show(begin);
        until = fields.show(end);
        try {
            figures = reports.figures(days);
        } catch (Refused refused) {
            notices.refused(refused);
            figures = List.of();
        }
    }

    private static Measure shown(String named) {
        return Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(named))
                .findFirst()
                .orElseThrow(() -> new NotFound("measure " + named));
    }

    /** The address of what the fields say. */
    public @Nullable String choose() {
        try {
            LocalDate begin = fields.read(from);
            LocalDate end = fields.read(until);
            if (begin == null || end == null || end.isBefore(begin)) {
                throw new Refused("report.days");
            }
            return "/collection-reports.xhtml?faces-redirect=true&of=" + choice().of() + "&from=" + begin + "&until="
                    + end;
        } catch (Refused refused) {
            notices.refused(refused);
            return null;
        }
    }

    public List<Figure> getFigures() {
        List<Figure> known = figures;
        return known == null ? List.of() : known;
    }

    public @Nullable Measure getShown() {
        return measure == null ? null : shown(measure);
    }

    public List<Figure> getParts() {
        Days chosen = days;
        Measure asked = getShown();
        return chosen == null || asked == null ? List.of() : reports.parts(chosen, asked);
    }

    public List<Row> getRows() {
        Days chosen = days;
        Measure asked = getShown();
        List<Row> known = rows;
        if (known == null && chosen != null && asked != null) {
            known = reports.rows(chosen, asked, part, Math.max(0, first), SHOWN);
            rows = known;
        }
        return known == null ? List.of() : known;
    }

    /** There may be more behind these. */
    public boolean isMore() {
        return getRows().size() == SHOWN;
    }

    public int getNext() {
        return first + SHOWN;
    }

    public List<AgentLine> getAgents() {
        Days chosen = days;
        if (chosen == null) {
            return List.of();
        }
        Map<String, Map<Measure, Figure>> agents = new TreeMap<>();
        for (Measure one : OF_AGENTS) {
            for (Figure figure : reports.parts(chosen, one)) {
                agents.computeIfAbsent(figure.part(), login -> new TreeMap<>()).put(one, figure);
            }
        }
        return agents.entrySet().stream()
                .map(one -> new AgentLine(one.getKey(), one.getValue()))
                .toList();
    }

    /** Numerator of denominator, as they are. */
    public String of(@Nullable Figure figure) {
        return figure == null
                ? ""
                : viewer.getWords()
                        .format(
                                "collections.reports.of",
                                number(figure.measure(), figure.counted()),
                                number(figure.measure(), figure.of()));
    }

    public String rate(@Nullable Figure figure) {
        return figure == null
                ? ""
                : viewer.getFormats()
                        .percentOf(
                                figure.counted().unscaledValue().longValue(),
                                figure.of().unscaledValue().longValue());
    }

    public String number(Measure of, BigDecimal number) {
        Portfolio portfolio = getPortfolio();
        return of.isMoney() && portfolio != null
                ? viewer.getFormats().money(number, portfolio.currency())
                : viewer.getFormats().number(number);
    }

    /** What a part is called. */
    public String called(Measure of, String name) {
        if (of.by() == By.KIND) {
            return viewer.getWords().get("collections.reports.kind." + name);
        }
        if (of.by() == By.STRATEGY && name.indexOf(' ') > 0) {
            int cut = name.indexOf(' ');
            return viewer.getWords().format("desk.debtor.version", name.substring(0, cut)) + ", "
                    + viewer.getWords().get("desk.debtor.side." + name.substring(cut + 1));
        }
        return name.isEmpty() ? viewer.getWords().get("collections.reports.nobody") : name;
    }

    /** The rest of an address that keeps portfolio and days. */
    public String getKept() {
        Days chosen = days;
        return chosen == null
                ? ""
                : "of=" + chosen.portfolioId() + "&from=" + chosen.from() + "&until=" + chosen.until();
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }

    public @Nullable String getMeasure() {
        return measure;
    }

    public void setMeasure(@Nullable String measure) {
        this.measure = measure;
    }

    public @Nullable String getPart() {
        return part;
    }

    public void setPart(@Nullable String part) {
        this.part = part;
    }

    public int getFirst() {
        return first;
    }

    public void setFirst(int first) {
        this.first = first;
    }
}
