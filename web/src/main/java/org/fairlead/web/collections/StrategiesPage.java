package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fairlead.client.Clients;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Strategies;
import org.fairlead.collections.Strategies.Body;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.collections.Strategies.SideFigures;
import org.fairlead.collections.Strategies.Simulation;
import org.fairlead.collections.Strategies.Version;
import org.fairlead.shared.Refused;
import org.fairlead.web.collections.StrategyRows.SegmentRow;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/** What is done about which debts, {@code ?of=PORTFOLIO&version=N}: written, tried, published, compared. */
@Named
@ViewScoped
public class StrategiesPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Strategies strategies;

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
    private transient @Nullable Simulation simulation;
    private transient @Nullable Explained explained;
    private final VersionChoice chosen = new VersionChoice();
    private @Nullable String share;
    private List<SegmentRow> champion = new ArrayList<>();
    private List<SegmentRow> challenger = new ArrayList<>();
    private @Nullable String from;
    private @Nullable String reference;

    /** Opens the address; without a version the draft that there is, else what is in force. */
    public void open() {
        if (choice().of() != null) {
            strategies.versions(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        chosen.fix(getVersions());
        show();
    }

    /** Reads the version anew into the fields. */
    private void show() {
        versions = null;
        Portfolio portfolio = getPortfolio();
        if (portfolio == null || chosen.version() == 0) {
            champion = new ArrayList<>();
            challenger = new ArrayList<>();
            return;
        }
        chosen.show(getVersions());
        Body body = strategies.body(portfolio.portfolioId(), chosen.version());
        share = numbers().show(body.challengerPercent());
        champion = StrategyRows.of(body.champion(), numbers());
        challenger = StrategyRows.of(body.challenger(), numbers());
        from = days.show(clock.instant()
                .atZone(clients.client(portfolio.client()).timeZone())
                .toLocalDate());
    }

    /** A draft as a copy of the version that is shown. */
    public void begin() {
        act(portfolio -> {
            chosen.name(strategies.draft(portfolio.portfolioId(), chosen.version()));
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
        chosen.keep(viewer, seen -> {
            BigDecimal percent = numbers().asked(share, "strategy.share");
            Body body =
                    new Body(percent, StrategyRows.read(champion, numbers()), StrategyRows.read(challenger, numbers()));
            return strategies.save(portfolio.portfolioId(), chosen.version(), body, seen);
        });
    }

    public void discard() {
        act(portfolio -> {
            strategies.discard(portfolio.portfolioId(), chosen.version(), chosen.seen());
            chosen.name(0);
            versions = null;
            open();
            return "collections.strategies.discarded";
        });
    }

    /** What the version would do with the debts that there are; what was changed in a draft is kept first. */
    public void simulate() {
        act(portfolio -> {
            if (isEditable()) {
                keep(portfolio);
                show();
            }
            simulation = strategies.simulate(portfolio.portfolioId(), chosen.version());
            return "collections.strategies.simulated";
        });
    }

    public void publish() {
        act(portfolio -> {
            LocalDate day = days.read(from);
            if (day == null) {
                throw new Refused("strategy.day");
            }
            keep(portfolio);
            strategies.publish(portfolio.portfolioId(), chosen.version(), day, chosen.seen());
            show();
            return "collections.strategies.published";
        });
    }

    public void explain() {
        act(portfolio -> {
            explained = strategies.explain(portfolio.portfolioId(), reference == null ? "" : reference);
            return "";
        });
    }

    private void act(Function<Portfolio, String> what) {
        Portfolio portfolio = getPortfolio();
        if (portfolio == null) {
            return;
        }
        try {
            String done = what.apply(portfolio);
            if (!done.isEmpty()) {
                notices.done(done);
            }
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
            known = portfolio == null ? List.of() : strategies.versions(portfolio.portfolioId());
            versions = known;
        }
        return known;
    }

    public List<SideFigures> getSides() {
        Portfolio portfolio = getPortfolio();
        return portfolio == null ? List.of() : strategies.sides(portfolio.portfolioId());
    }

    public List<String> getSteps() {
        return strategies.steps();
    }

    /** Of two amounts; nothing of nothing. */
    public String portion(BigDecimal part, BigDecimal whole) {
        return viewer.getFormats()
                .percentOf(
                        part.unscaledValue().longValue(), whole.unscaledValue().longValue());
    }

    /** Why the debt is where it is, in words. */
    public List<String> getWhy() {
        Explained known = explained;
        return known == null ? List.of() : new CourseWords(viewer.getWords(), viewer.getFormats()).of(known);
    }

    public @Nullable Simulation getSimulation() {
        return simulation;
    }

    public boolean isDraft() {
        return chosen.isDraft();
    }

    public boolean isEditable() {
        return chosen.isEditable(viewer);
    }

    public int getVersion() {
        return chosen.version();
    }

    public void setVersion(int version) {
        chosen.name(version);
    }

    public @Nullable String getShare() {
        return share;
    }

    public void setShare(@Nullable String share) {
        this.share = share;
    }

    public List<SegmentRow> getChampion() {
        return champion;
    }

    public List<SegmentRow> getChallenger() {
        return challenger;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }
}
