package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.PortfolioSettings.FeeVersion;
import org.fairlead.collections.PortfolioSettings.Tier;
import org.fairlead.collections.entity.FeePlan;
import org.fairlead.collections.entity.FeePlan.Way;
import org.fairlead.shared.Json;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** What payments earn, in versions: a payment is judged by the one in force on its day, and keeps what it was judged to. */
public final class FeeBook {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_TIERS = 40;
    private static final int MOST_DAYS = 9_999;

    private final Connection c;
    private final Portfolio portfolio;
    private final LocalDate today;

    public FeeBook(Connection c, Portfolio portfolio, Instant now) {
        this.c = c;
        this.portfolio = portfolio;
        this.today = now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
    }

    public List<FeeVersion> versions() {
        List<FeePlan> plans = FeeShelf.of(c, portfolio.client(), portfolio.portfolioId());
        Optional<FeePlan> now = FeePlan.inForce(plans, today);
        return plans.stream()
                .sorted(Comparator.comparingInt(FeePlan::version).reversed())
                .map(plan -> new FeeVersion(
                        plan.version(),
                        plan.from(),
                        now.filter(plan::equals).isPresent(),
                        plan.tiers().stream().map(FeeBook::shown).toList()))
                .toList();
    }

    private static Tier shown(FeePlan.Tier tier) {
        BigDecimal percent = tier.rate().multiply(HUNDRED).stripTrailingZeros();
        return new Tier(
                tier.daysPastDue(),
                tier.legal(),
                tier.way() == Way.DIRECT,
                percent.scale() < 0 ? percent.setScale(0) : percent);
    }

    /** @return the version's number */
    public int add(LocalDate from, List<Tier> tiers) {
        PortfolioBook.lock(c, portfolio);
        if (from.isBefore(today)) {
            throw new Refused("fee.day");
        }
        if (tiers.isEmpty() || tiers.size() > MOST_TIERS) {
            throw new Refused("fee.empty");
        }
        Set<String> seen = new HashSet<>();
        List<FeePlan.Tier> read = tiers.stream().map(tier -> read(tier, seen)).toList();
        int version = 1
                + Sql.number(
                        c,
                        "select coalesce(max(version), 0) from fee_plan where client_id = ? and portfolio_id = ?",
                        portfolio.client(),
                        portfolio.portfolioId());
        Sql.update(
                c,
                "insert into fee_plan (client_id, portfolio_id, version, valid_from, tiers) values (?, ?, ?, ?, ?::jsonb)",
                portfolio.client(),
                portfolio.portfolioId(),
                version,
                from,
                Json.write(read));
        return version;
    }

    private static FeePlan.Tier read(Tier tier, Set<String> seen) {
        if (tier.daysPastDue() < 0 || tier.daysPastDue() > MOST_DAYS) {
            throw new Refused("fee.tier", tier.daysPastDue());
        }
        if (tier.percent().signum() < 0
                || tier.percent().compareTo(HUNDRED) > 0
                || tier.percent().stripTrailingZeros().scale() > 4) {
            throw new Refused("fee.rate", tier.percent());
        }
        if (!seen.add(tier.daysPastDue() + " " + tier.legal() + " " + tier.direct())) {
            throw new Refused("fee.twice", tier.daysPastDue());
        }
        return new FeePlan.Tier(
                tier.daysPastDue(),
                tier.legal(),
                tier.direct() ? Way.DIRECT : Way.TRUST,
                tier.percent().divide(HUNDRED, 6, RoundingMode.UNNECESSARY));
    }
}
