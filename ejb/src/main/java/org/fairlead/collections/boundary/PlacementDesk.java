package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.sql.Connection;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.Placements;
import org.fairlead.collections.control.EarlierAttempts;
import org.fairlead.collections.control.HoldBook;
import org.fairlead.collections.control.PlaceDebts;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.control.PlacementBook;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.collections.control.RecallDebts;
import org.fairlead.collections.entity.placement.PlacedDebt;
import org.fairlead.collections.entity.placement.PlacementColumn;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.Wishes;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** Placements for those who take them in and those who handed them over. */
@Stateless
@Local(Placements.class)
@ClientScoped
@RolesAllowed({Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER})
public class PlacementDesk implements Placements {

    private static final int AT_ONCE = 1_000;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @EJB
    private Wishes wishes;

    @Inject
    private DebtStops stops;

    @Inject
    private LeadOffers leads;

    @EJB
    private PlacementProgress progress;

    @Override
    @RolesAllowed({Roles.BPO_ADMIN, Roles.ACCOUNT_MANAGER, Roles.SUPERVISOR})
    public List<Portfolio> portfolios() {
        return query(PortfolioBook::all);
    }

    @Override
    public Map<UUID, Standing> standing() {
        return query(PortfolioBook::standing);
    }

    @Override
    public List<String> columns() {
        return Arrays.stream(PlacementColumn.values())
                .map(PlacementColumn::title)
                .toList();
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public UUID place(UUID portfolioId, String name, InputStream file, Map<String, String> mapping, boolean allOrNone) {
        return place(portfolioId, name, file, mapping, allOrNone, "");
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public int progress(String token) {
        return progress.of(caller.caller().login(), token);
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public UUID place(
            UUID portfolioId,
            String name,
            InputStream file,
            Map<String, String> mapping,
            boolean allOrNone,
            String token) {
        String login = caller.caller().login();
        try {
            return placed(portfolioId, name, file, mapping, allOrNone, token);
        } finally {
            progress.ended(login, token);
        }
    }

    private UUID placed(
            UUID portfolioId,
            String name,
            InputStream file,
            Map<String, String> mapping,
            boolean allOrNone,
            String token) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            Upload upload = Upload.of(name, file);
            Caller who = caller.caller();
            PlaceDebts work = new PlaceDebts(
                    c, portfolio, clock.instant(), (done, all) -> progress.at(who.login(), token, done, all));
            UUID placement = work.place(new Handed(
                    upload.name(),
                    upload.content(),
                    upload.hash(),
                    known(mapping),
                    allOrNone,
                    who.personId(),
                    who.login()));
            // before anything is audited: who places a hold has the person first and the audit trail last, too
            new HoldBook(c, stops, clock.instant()).extend(portfolio.client(), placement, who.login());
            handOnAttempts(c, portfolio.client(), placement, work.placed());
            audit.record(
                    portfolio.client(),
                    "placement.upload",
                    placement.toString(),
                    Map.of(
                            "name", upload.name(),
                            "sha256", upload.hash(),
                            "debts", String.valueOf(work.placed().size())));
            return placement;
        });
    }

    /** What the client tried itself counts in the outreach decision. */
    private void handOnAttempts(Connection c, ClientId client, UUID placement, List<PlacedDebt> placed) {
        EarlierAttempts earlier = new EarlierAttempts(c, client, PortfolioBook.zone(c, client), clock.instant());
        for (int from = 0; from < placed.size(); from += AT_ONCE) {
            List<PlacedDebt> some = placed.subList(from, Math.min(placed.size(), from + AT_ONCE));
            wishes.takeIn(client, "placement " + placement, earlier.of(placement, some));
        }
    }

    @Override
    @RolesAllowed(Roles.BPO_ADMIN)
    public UUID recall(
            UUID portfolioId, String name, InputStream file, Map<String, String> mapping, boolean allOrNone) {
        return query(c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            Upload upload = Upload.of(name, file);
            Caller who = caller.caller();
            UUID recall = new RecallDebts(c, stops, leads, clock.instant())
                    .take(
                            portfolio,
                            new Handed(
                                    upload.name(),
                                    upload.content(),
                                    upload.hash(),
                                    known(mapping),
                                    allOrNone,
                                    who.personId(),
                                    who.login()));
            audit.record(
                    portfolio.client(),
                    "recall.upload",
                    recall.toString(),
                    Map.of("name", upload.name(), "sha256", upload.hash()));
            return recall;
        });
    }

    @Override
    public List<Returned> returned(UUID recallId, int first, int size) {
        return query(c -> {
            PlacementBook.one(c, recallId);
            return PlacementBook.returned(c, recallId, first, size);
        });
    }

    /** Columns that there are, with a heading each. */
    private static Map<String, String> known(Map<String, String> mapping) {
        Map<String, String> known = new TreeMap<>();
        mapping.forEach((column, heading) -> {
            if (PlacementColumn.titled(column).isPresent() && !heading.isBlank()) {
                known.put(column, heading.strip());
            }
        });
        return known;
    }

    @Override
    public List<Placement> placements(UUID portfolioId) {
        return query(c -> {
            PortfolioBook.one(c, portfolioId);
            return PlacementBook.ofPortfolio(c, portfolioId);
        });
    }

    @Override
    public Placement placement(UUID placementId) {
        return query(c -> PlacementBook.one(c, placementId));
    }

    @Override
    public List<RowFault> faults(UUID placementId, int first, int size) {
        return query(c -> {
            PlacementBook.one(c, placementId);
            return PlacementBook.faults(c, placementId, first, size);
        });
    }

    @Override
    public List<Acknowledged> acknowledged(UUID placementId, int first, int size) {
        return query(c -> {
            PlacementBook.one(c, placementId);
            return PlacementBook.acknowledged(c, placementId, first, size);
        });
    }

    private <T> T query(Function<Connection, T> work) {
        return Sql.in(database, "placements", work);
    }
}
