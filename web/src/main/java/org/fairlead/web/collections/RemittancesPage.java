package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.client.Clients;
import org.fairlead.collections.Placements;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Remittances;
import org.fairlead.collections.Remittances.Line;
import org.fairlead.collections.Remittances.RemittanceView;
import org.fairlead.collections.Remittances.Trust;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What was paid over to the client, with the payments behind each sum. */
@Named
@ViewScoped
public class RemittancesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    @EJB
    private transient Remittances remittances;

    @EJB
    private transient Placements placements;

    @EJB
    private transient Clients clients;

    @Inject
    private transient Clock clock;

    @Inject
    private Notices notices;

    private @Nullable String of;
    private @Nullable String remittance;
    private @Nullable String until;

    /** Opens the address; without one the first portfolio. The day is the client's present one. */
    public void open() {
        if (remittance != null) {
            of = remittances.remittance(Address.uuid(remittance)).portfolioId().toString();
        } else if (of != null) {
            remittances.remittances(Address.uuid(of));
        }
        Portfolio shown = getPortfolio();
        until = shown == null
                ? null
                : clock.instant()
                        .atZone(clients.client(shown.client()).timeZone())
                        .toLocalDate()
                        .toString();
    }

    public void payOver() {
        Portfolio shown = getPortfolio();
        LocalDate day = day();
        try {
            if (shown == null || day == null) {
                throw new Refused("remittance.day");
            }
            remittance = remittances.payOver(shown.portfolioId(), day).toString();
            notices.done("collections.remittance.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    private @Nullable LocalDate day() {
        try {
            return until == null ? null : LocalDate.parse(until);
        } catch (DateTimeException e) {
            return null; // said as the day that it is not
        }
    }

    public List<Portfolio> getPortfolios() {
        return placements.portfolios();
    }

    public @Nullable Portfolio getPortfolio() {
        List<Portfolio> all = getPortfolios();
        return all.stream()
                .filter(one -> one.portfolioId().toString().equals(of))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.get(0));
    }

    public List<RemittanceView> getMade() {
        Portfolio shown = getPortfolio();
        return shown == null ? List.of() : remittances.remittances(shown.portfolioId());
    }

    public @Nullable Trust getTrust() {
        Portfolio shown = getPortfolio();
        return shown == null ? null : remittances.trust(shown.portfolioId());
    }

    public @Nullable RemittanceView getShown() {
        return remittance == null ? null : remittances.remittance(Address.uuid(remittance));
    }

    public List<Line> getLines() {
        return remittance == null ? List.of() : remittances.lines(Address.uuid(remittance), 0, SHOWN);
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public @Nullable String getRemittance() {
        return remittance;
    }

    public void setRemittance(@Nullable String remittance) {
        this.remittance = remittance;
    }

    public @Nullable String getUntil() {
        return until;
    }

    public void setUntil(@Nullable String until) {
        this.until = until;
    }
}
