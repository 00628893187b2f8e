package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairlead.client.Clients;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.Remittances;
import org.fairlead.collections.Remittances.Line;
import org.fairlead.collections.Remittances.RemittanceView;
import org.fairlead.collections.Remittances.Trust;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.DayFields;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What was paid over to the client, with the payments behind each sum. */
@Named
@ViewScoped
public class RemittancesPage extends OfOnePortfolio {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 200;

    @EJB
    private transient Remittances remittances;

    @EJB
    private transient Clients clients;

    @Inject
    private transient Clock clock;

    @Inject
    private Notices notices;

    @Inject
    private DayFields days;

    private transient @Nullable RemittanceView shown;
    private @Nullable String remittance;
    private @Nullable String until;

    /** Opens the address; without one the first portfolio. The day is the client's present one. */
    public void open() {
        if (remittance != null) {
            choice().fix(remittances.remittance(Address.uuid(remittance)).portfolioId());
        } else if (choice().of() != null) {
            remittances.remittances(Address.uuid(choice().of()));
        }
        choice().fix(placements());
        Portfolio chosen = getPortfolio();
        until = chosen == null
                ? null
                : days.show(clock.instant()
                        .atZone(clients.client(chosen.client()).timeZone())
                        .toLocalDate());
    }

    public void payOver() {
        Portfolio chosen = getPortfolio();
        try {
            LocalDate day = days.read(until);
            if (chosen == null || day == null) {
                throw new Refused("remittance.day");
            }
            remittance = remittances.payOver(chosen.portfolioId(), day).toString();
            notices.done("collections.remittance.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public List<RemittanceView> getMade() {
        Portfolio chosen = getPortfolio();
        return chosen == null ? List.of() : remittances.remittances(chosen.portfolioId());
    }

    public @Nullable Trust getTrust() {
        Portfolio chosen = getPortfolio();
        return chosen == null ? null : remittances.trust(chosen.portfolioId());
    }

    public @Nullable RemittanceView getShown() {
        RemittanceView known = shown;
        if (remittance != null
                && (known == null || !known.remittanceId().toString().equals(remittance))) {
            known = remittances.remittance(Address.uuid(remittance));
            shown = known;
        }
        return known;
    }

    public List<Line> getLines() {
        return remittance == null ? List.of() : remittances.lines(Address.uuid(remittance), 0, SHOWN);
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
