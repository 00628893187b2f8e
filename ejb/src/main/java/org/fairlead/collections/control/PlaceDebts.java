package org.fairlead.collections.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.entity.placement.PlacedDebt;
import org.fairlead.collections.entity.placement.PlacementColumn;
import org.fairlead.collections.entity.placement.PlacementFault;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.collections.entity.placement.PlacementFile;
import org.fairlead.collections.entity.placement.PlacementFile.Result;
import org.fairlead.collections.entity.placement.PlacementFile.Settings;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Takes a placement in: its good rows become debts with their people and their first posting, in one transaction, or none
 * does. Why rows or the whole file were not taken stands beside it.
 */
public final class PlaceDebts {

    private static final int BATCH = 1_000;

    /** The tables are counted after a thousand debts, and whenever there are so many times more. */
    private static final int COUNTED_AGAIN = 8;

    private final Connection c;
    private final Portfolio portfolio;
    private final Instant now;
    private final Progress progress;
    private List<PlacedDebt> placed = List.of();

    /** Hears how many of the file's debts are stored. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long all);
    }

    public PlaceDebts(Connection c, Portfolio portfolio, Instant now) {
        this(c, portfolio, now, (done, all) -> {});
    }

    public PlaceDebts(Connection c, Portfolio portfolio, Instant now, Progress progress) {
        this.c = c;
        this.portfolio = portfolio;
        this.now = now;
        this.progress = progress;
    }

    /** Who hands in what. */
    public record Handed(
            String name,
            InputStream content,
            String hash,
            Map<String, String> mapping,
            boolean allOrNone,
            UUID person,
            String login) {}

    /**
     * Takes it.
     *
     * @return the placement, loaded or refused
     * @throws Refused {@code placement.twice} when this very file was loaded before
     */
    public UUID place(Handed file) {
        PortfolioBook.lock(c, portfolio);
        refuseTwice(file.hash());
        LocalDate today = now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
        Result read = read(file, new Settings(portfolio.currency(), portfolio.country(), file.mapping(), today));
        List<PlacementFault> faults = new ArrayList<>(read.faults());
        List<PlacedDebt> good = news(read.debts(), faults);
        int bad = read.bad() + read.debts().size() - good.size();
        UUID placement = Ids.next();
        PlacementFault refusal = read.refusal();
        boolean loaded = refusal == null && !good.isEmpty() && !(file.allOrNone() && bad > 0);
        PlacementRecord record = new PlacementRecord(c, portfolio.client());
        record.insert(placement, portfolio.portfolioId(), "PLACEMENT", file, now, loaded ? null : reason(refusal, bad));
        record.faults(placement, faults);
        int linked = loaded ? store(placement, good, today, file.login()) : 0;
        record.counts(placement, read.rows(), loaded ? good.size() : 0, bad, linked);
        if (loaded) {
            placed = good;
            PortfolioBook.keepMapping(c, portfolio, file.mapping());
        }
        return placement;
    }

    /** What was loaded; empty for a file that was refused. */
    public List<PlacedDebt> placed() {
        return placed;
    }

    private static Result read(Handed file, Settings settings) {
        try {
            return PlacementFile.read(file.content(), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseTwice(String hash) {
        Sql.one(
                        c,
                        row -> row.getString(1),
                        "select file_name from placement where client_id = ? and portfolio_id = ? and kind = 'PLACEMENT'"
                                + " and file_hash = ? and state = 'LOADED'",
                        portfolio.client(),
                        portfolio.portfolioId(),
                        hash)
                .ifPresent(before -> {
                    throw new Refused("placement.twice", before);
                });
    }

    /** Debts that the portfolio does not have yet. */
    private List<PlacedDebt> news(List<PlacedDebt> read, List<PlacementFault> faults) {
        Set<String> known = new HashSet<>();
        for (int from = 0; from < read.size(); from += BATCH) {
            List<PlacedDebt> some = read.subList(from, Math.min(read.size(), from + BATCH));
            known.addAll(Sql.list(
                    c,
                    row -> row.getString(1),
                    "select reference from debt where client_id = ? and portfolio_id = ? and reference = any (?)",
                    portfolio.client(),
                    portfolio.portfolioId(),
                    some.stream().map(PlacedDebt::reference).toArray(String[]::new)));
        }
        List<PlacedDebt> news = new ArrayList<>();
        for (PlacedDebt debt : read) {
            if (known.contains(debt.reference())) {
                faults.add(new PlacementFault(
                        debt.line(), PlacementColumn.REFERENCE.title(), Reason.DUPLICATE_DEBT, debt.reference()));
            } else {
                news.add(debt);
            }
        }
        return news;
    }

    private static String reason(@Nullable PlacementFault refusal, int bad) {
        if (refusal != null) {
            return refusal.reason().key() + " " + refusal.value();
        }
        return "bad_rows " + bad;
    }

    private int store(UUID placement, List<PlacedDebt> debts, LocalDate today, String login) {
        PlacementStore store = new PlacementStore(c, portfolio, placement, today, now, login);
        Sql.list(c, row -> row, "select set_config('plan_cache_mode', 'force_custom_plan', true)");
        int counted = BATCH;
        for (int from = 0; from < debts.size(); from += BATCH) {
            store.insert(debts.subList(from, Math.min(debts.size(), from + BATCH)));
            progress.at(Math.min(debts.size(), from + BATCH), debts.size());
            if (from + BATCH >= counted) {
                // plans that fit empty tables do not fit full ones
                Sql.list(c, row -> row, "select count_debts_again()");
                counted *= COUNTED_AGAIN;
            }
        }
        return store.linked();
    }
}
