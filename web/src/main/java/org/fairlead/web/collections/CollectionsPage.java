package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.collections.CollectionFigures;
import org.fairlead.collections.CollectionFigures.Figures;
import org.fairlead.collections.NightRuns;
import org.fairlead.collections.NightRuns.Progress;
import org.fairlead.collections.NightRuns.Run;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Placements.Standing;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** The portfolios and how they stand. */
@Named
@RequestScoped
public class CollectionsPage {

    @EJB
    private Placements placements;

    @EJB
    private NightRuns nights;

    @EJB
    private CollectionFigures figures;

    @EJB
    private Clients clients;

    @Inject
    private Notices notices;

    private final Map<UUID, Figures> read = new HashMap<>();
    private final Map<ClientId, Progress> progress = new HashMap<>();
    private @Nullable List<Portfolio> portfolios;
    private @Nullable Map<UUID, Standing> standing;

    @Inject
    private Viewer viewer;

    public List<Portfolio> getPortfolios() {
        List<Portfolio> known = portfolios;
        if (known == null) {
            known = placements.portfolios();
            portfolios = known;
        }
        return known;
    }

    public Standing standing(Portfolio portfolio) {
        Map<UUID, Standing> known = standing;
        if (known == null) {
            known = placements.standing();
            standing = known;
        }
        return known.getOrDefault(portfolio.portfolioId(), new Standing(0, 0));
    }

    public Figures figures(Portfolio portfolio) {
        return read.computeIfAbsent(portfolio.portfolioId(), figures::of);
    }

    /** Of two amounts; nothing of nothing. */
    public String share(BigDecimal part, BigDecimal whole) {
        return viewer.getFormats()
                .percentOf(
                        part.unscaledValue().longValue(), whole.unscaledValue().longValue());
    }

    public String clientName(ClientId client) {
        return clients.client(client).name();
    }

    /** Clients that have debts; only who may begin their nightly work is shown it. */
    public List<ClientId> getNightClients() {
        return viewer.has("bpo-admin")
                ? List.copyOf(new TreeSet<>(
                        getPortfolios().stream().map(Portfolio::client).toList()))
                : List.of();
    }

    public List<Run> runs(ClientId client) {
        return nights.runs(client);
    }

    public Progress progress(ClientId client) {
        return progress.computeIfAbsent(client, nights::progress);
    }

    /** How it stands, in words. */
    public String words(Progress progress) {
        NightRuns.Kind step = progress.step();
        return step == null
                ? viewer.getWords().get("collections.night.state." + progress.state())
                : viewer.getWords()
                        .format(
                                "collections.night.state." + progress.state(),
                                viewer.getWords().get("collections.night." + step));
    }

    public void nightNow(String client) {
        try {
            nights.now(Address.client(client));
            progress.clear();
            notices.done("collections.night.begun");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }
}
