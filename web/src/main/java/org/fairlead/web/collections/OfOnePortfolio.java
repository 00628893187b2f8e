package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.jspecify.annotations.Nullable;

/** What pages about one portfolio have in common: {@code ?of=ID}, and the others to go to. */
public abstract class OfOnePortfolio implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient Placements placements;

    private PortfolioChoice choice = new PortfolioChoice();

    Placements placements() {
        return placements;
    }

    PortfolioChoice choice() {
        return choice;
    }

    /** Another one is shown from now on. */
    void turnTo(UUID other) {
        choice = new PortfolioChoice();
        choice.fix(other);
    }

    public List<Portfolio> getPortfolios() {
        return choice.all(placements);
    }

    public @Nullable Portfolio getPortfolio() {
        return choice.shown(placements);
    }

    public @Nullable String getOf() {
        return choice.of();
    }

    public void setOf(@Nullable String of) {
        choice.name(of);
    }
}
