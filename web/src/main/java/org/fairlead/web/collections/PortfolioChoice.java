package org.fairlead.web.collections;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.jspecify.annotations.Nullable;

/**
 * Which portfolio a page is about. It is fixed when the page is opened: what is sent from the page reaches the portfolio
 * that it showed, whatever portfolios there are by then.
 */
final class PortfolioChoice implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String of;
    private transient @Nullable List<Portfolio> read;

    /** What the address names; null for none. */
    @Nullable
    String of() {
        return of;
    }

    void name(@Nullable String named) {
        of = named;
    }

    /** Where nothing is named it is the first one. */
    void fix(Placements placements) {
        List<Portfolio> all = all(placements);
        if (of == null && !all.isEmpty()) {
            of = all.get(0).portfolioId().toString();
        }
    }

    void fix(UUID portfolio) {
        of = portfolio.toString();
    }

    List<Portfolio> all(Placements placements) {
        List<Portfolio> known = read;
        if (known == null) {
            known = placements.portfolios();
            read = known;
        }
        return known;
    }

    /** Null when there is none, or none of that name any more. */
    @Nullable
    Portfolio shown(Placements placements) {
        return all(placements).stream()
                .filter(one -> one.portfolioId().toString().equals(of))
                .findFirst()
                .orElse(null);
    }
}
