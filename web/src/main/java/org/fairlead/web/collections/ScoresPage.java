package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fairlead.client.Clients;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Scores;
import org.fairlead.collections.Scores.Band;
import org.fairlead.collections.Scores.Line;
import org.fairlead.collections.Scores.Outcome;
import org.fairlead.collections.Scores.Table;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/** How likely debts are to be paid, {@code ?of=PORTFOLIO&version=N}: points per fact, and whether they were right. */
@Named
@ViewScoped
public class ScoresPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;

    /** Sides of the chart's square, and the room for its labels. */
    private static final double SIDE = 280;

    private static final double EDGE = 30;

    @EJB
    private transient Scores scores;

    @EJB
    private transient Clients clients;

    @Inject
    private transient Clock clock;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    @Inject
    private DayFields days;

    private transient @Nullable List<Version> versions;
    private transient @Nullable Outcome outcome;
    private final VersionChoice chosen = new VersionChoice();
    private @Nullable String horizon;
    private @Nullable String start;
    private List<Row> rows = new ArrayList<>();
    private @Nullable String from;

    /** A fact and its points, being edited. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final boolean known;
        private @Nullable String fact;
        private @Nullable String points;

        Row(boolean known, @Nullable String fact, @Nullable String points) {
            this.known = known;
            this.fact = fact;
            this.points = points;
        }

        /** One of the facts that there are; another one is written out. */
        public boolean isKnown() {
            return known;
        }

        public @Nullable String getFact() {
            return fact;
        }

        public void setFact(@Nullable String fact) {
            this.fact = fact;
        }

        public @Nullable String getPoints() {
            return points;
        }

        public void setPoints(@Nullable String points) {
            this.points = points;
        }
    }

    /** Opens the address; without a version the draft that there is, else what is in force. */
    public void open() {
        if (choice().of() != null) {
            scores.versions(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        chosen.fix(getVersions());
        show();
    }

    private void show() {
        versions = null;
        outcome = null;
        Portfolio portfolio = getPortfolio();
        rows = new ArrayList<>();
        if (portfolio == null || chosen.version() == 0) {
            return;
        }
        chosen.show(getVersions());
        Table table = scores.table(portfolio.portfolioId(), chosen.version());
        horizon = Integer.toString(table.horizonDays());
        start = numbers().show(table.start());
        for (String fact : scores.facts()) {
            String points = table.lines().stream()
                    .filter(line -> line.fact().equals(fact))
                    .map(line -> numbers().show(line.points()))
                    .findFirst()
                    .orElse("");
            rows.add(new Row(true, fact, points));
        }
        rows.add(new Row(false, "", ""));
        from = days.show(clock.instant()
                .atZone(clients.client(portfolio.client()).timeZone())
                .toLocalDate());
    }

    public void begin() {
        act(portfolio -> {
            chosen.name(scores.draft(portfolio.portfolioId(), chosen.version()));
            show();
            return "collections.strategies.begun";
        });
    }

    public void save() {
        act(portfolio -> {
            keep(portfolio);
            show();
            return "collections.strategies.saved";
        });
    }

    private void keep(Portfolio portfolio) {
        chosen.keep(viewer, seen -> scores.save(portfolio.portfolioId(), chosen.version(), table(), seen));
    }

    private Table table() {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            String fact = row.getFact();
            String points = row.getPoints();
            if (fact != null && !fact.isBlank() && points != null && !points.isBlank()) {
                lines.add(new Line(fact.strip(), numbers().asked(points, "score.weight", fact)));
            }
        }
        int within = numbers()
                .read(horizon == null ? "" : horizon)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::intValue)
                .orElse(0);
        return new Table(within, numbers().asked(start, "score.weight", ""), lines);
    }

    public void discard() {
        act(portfolio -> {
            scores.discard(portfolio.portfolioId(), chosen.version(), chosen.seen());
            chosen.name(0);
            versions = null;
            open();
            return "collections.strategies.discarded";
        });
    }

    public void publish() {
        act(portfolio -> {
            LocalDate day = days.read(from);
            if (day == null) {
                throw new Refused("score.day");
            }
            keep(portfolio);
            scores.publish(portfolio.portfolioId(), chosen.version(), day, chosen.seen());
            show();
            return "collections.scores.published";
        });
    }

    private void act(Function<Portfolio, String> what) {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        try {
            notices.done(what.apply(portfolio));
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private Numbers numbers() {
        return new Numbers(viewer.getLocale());
    }

    public List<Version> getVersions() {
        List<Version> known = versions;
        if (known == null) {
            Portfolio portfolio = getPortfolio();
            known = portfolio == null ? List.of() : scores.versions(portfolio.portfolioId());
            versions = known;
        }
        return known;
    }

    /** What came of the version's scores; null for a draft. */
    public @Nullable Outcome getOutcome() {
        Portfolio portfolio = getPortfolio();
        if (outcome == null && portfolio != null && chosen.version() > 0 && !chosen.isDraft()) {
            outcome = scores.outcome(portfolio.portfolioId(), chosen.version());
        }
        return outcome;
    }

    /** Where a share lies on the chart, from left to right. */
    public String across(double share) {
        return place(EDGE + share * SIDE);
    }

    /** Where a share lies on the chart, from the bottom up. */
    public String up(double share) {
        return place(EDGE / 2 + (1 - share) * SIDE);
    }

    private static String place(double at) {
        return BigDecimal.valueOf(Math.round(at * 10), 1).toPlainString();
    }

    /** A point's words, for who hears the chart. */
    public String told(Band band) {
        return viewer.getWords()
                .format(
                        "collections.scores.band.told",
                        percent(band.expected()),
                        percent(band.seen()),
                        band.paid(),
                        band.debts());
    }

    public String percent(double share) {
        return viewer.getFormats().percentOf(Math.round(share * 1_000), 1_000);
    }

    public boolean isDraft() {
        return chosen.isDraft();
    }

    public boolean isEditable() {
        return chosen.isEditable(viewer);
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getVersion() {
        return chosen.version();
    }

    public void setVersion(int version) {
        chosen.name(version);
    }

    public @Nullable String getHorizon() {
        return horizon;
    }

    public void setHorizon(@Nullable String horizon) {
        this.horizon = horizon;
    }

    public @Nullable String getStart() {
        return start;
    }

    public void setStart(@Nullable String start) {
        this.start = start;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }
}
