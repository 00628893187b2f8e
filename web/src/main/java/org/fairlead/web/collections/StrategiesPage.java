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
import org.fairlead.collections.Placements;
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
public class StrategiesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Strategies strategies;

    @EJB
    private transient Placements placements;

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

    private final PortfolioChoice choice = new PortfolioChoice();
    private transient @Nullable List<Version> versions;
    private transient @Nullable Simulation simulation;
    private transient @Nullable Explained explained;
    private int version;
    private boolean draft;
    private @Nullable String share;
    private List<SegmentRow> champion = new ArrayList<>();
    private List<SegmentRow> challenger = new ArrayList<>();
    private @Nullable String from;
    private @Nullable String reference;

    /** Opens the address; without a version the draft that there is, else what is in force. */
    public void open() {
        if (choice.of() != null) {
            strategies.versions(Address.uuid(choice.of()));
        }
        choice.fix(placements);
        List<Version> all = getVersions();
        if (version == 0 && !all.isEmpty()) {
            version = all.stream()
                    .filter(one -> isDraft(one) || one.inForce())
                    .findFirst()
                    .orElse(all.get(0))
                    .version();
        }
        show();
    }

    private static boolean isDraft(Version one) {
        return one.state().equals("DRAFT");
    }

    /** Reads the version anew into the fields. */
    private void show() {
        versions = null;
        Portfolio portfolio = getPortfolio();
        if (portfolio == null || version == 0) {
            champion = new ArrayList<>();
            challenger = new ArrayList<>();
            return;
        }
        draft = getVersions().stream().anyMatch(one -> one.version() == version && isDraft(one));
        Body body = strategies.body(portfolio.portfolioId(), version);
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
            version = strategies.draft(portfolio.portfolioId(), version);
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
        BigDecimal percent = numbers().asked(share, "strategy.share");
        strategies.save(
                portfolio.portfolioId(),
                version,
                new Body(percent, StrategyRows.read(champion, numbers()), StrategyRows.read(challenger, numbers())));
    }

    public void discard() {
        act(portfolio -> {
            strategies.discard(portfolio.portfolioId(), version);
            version = 0;
            versions = null;
            open();
            return "collections.strategies.discarded";
        });
    }

    /** What the version would do with the debts that there are; a draft is kept first. */
    public void simulate() {
        act(portfolio -> {
            if (draft) {
                keep(portfolio);
                show();
            }
            simulation = strategies.simulate(portfolio.portfolioId(), version);
            return "collections.strategies.simulated";
        });
    }

    public void publish() {
        act(portfolio -> {
            LocalDate day = days.read(from);
            if (day == null) {
                throw new Refused("strategy.day");
            }
            // who publishes what another wrote does not write it by that
            if (viewer.has("bpo-admin") && isChanged(portfolio)) {
                keep(portfolio);
            }
            strategies.publish(portfolio.portfolioId(), version, day);
            show();
            return "collections.strategies.published";
        });
    }

    /** Whether the fields say something else than what is kept. */
    private boolean isChanged(Portfolio portfolio) {
        Body kept = strategies.body(portfolio.portfolioId(), version);
        return !kept.champion().equals(StrategyRows.read(champion, numbers()))
                || !kept.challenger().equals(StrategyRows.read(challenger, numbers()))
                || kept.challengerPercent().compareTo(numbers().asked(share, "strategy.share")) != 0;
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

    public List<Portfolio> getPortfolios() {
        return choice.all(placements);
    }

    public @Nullable Portfolio getPortfolio() {
        return choice.shown(placements);
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
        return draft;
    }

    public boolean isEditable() {
        return draft && viewer.has("bpo-admin");
    }

    public @Nullable String getOf() {
        return choice.of();
    }

    public void setOf(@Nullable String of) {
        choice.name(of);
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
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
