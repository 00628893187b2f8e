package org.fairlead.collections.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.PlaceDebts.Handed;
import org.fairlead.collections.entity.placement.PlacementColumn;
import org.fairlead.collections.entity.placement.PlacementFault;
import org.fairlead.collections.entity.placement.PlacementFault.Reason;
import org.fairlead.collections.entity.placement.RecallFile;
import org.fairlead.collections.entity.placement.RecallFile.Result;
import org.fairlead.collections.entity.placement.RecallFile.Row;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Debts go back to their client: from then on nobody is called or written to about them, no interest is booked, and what
 * was agreed about them ends. Their books stay as they are; money that still comes waits for a person.
 */
public final class RecallDebts {

    private final Connection c;
    private final DebtStops stops;
    private final LeadOffers leads;
    private final Instant now;

    public RecallDebts(Connection c, DebtStops stops, LeadOffers leads, Instant now) {
        this.c = c;
        this.stops = stops;
        this.leads = leads;
        this.now = now;
    }

    /**
     * Takes a client's file: good rows are recalled, what is wrong with the others stands beside it.
     *
     * @return the file's record, loaded or refused
     */
    public UUID take(Portfolio portfolio, Handed file) {
        PortfolioBook.lock(c, portfolio);
        Result read = read(file);
        List<PlacementFault> faults = new ArrayList<>(read.faults());
        List<DebtFile> debts = debts(portfolio, read.rows(), faults);
        PlacementFault refusal = read.refusal();
        boolean loaded = refusal == null && !debts.isEmpty() && !(file.allOrNone() && !faults.isEmpty());
        UUID recall = Ids.next();
        PlacementRecord record = new PlacementRecord(c, portfolio.client());
        record.insert(
                recall,
                portfolio.portfolioId(),
                "RECALL",
                file,
                now,
                loaded ? null : reason(refusal, faults, debts.isEmpty()));
        record.faults(recall, faults);
        if (loaded) {
            LocalDate today =
                    now.atZone(PortfolioBook.zone(c, portfolio.client())).toLocalDate();
            debts.forEach(debt -> recall(debt, recall, today, file.login()));
        }
        record.counts(recall, read.read(), loaded ? debts.size() : 0, faults.size(), 0);
        return recall;
    }

    /** @param file null when it is the day that the placement said */
    void recall(DebtFile debt, @Nullable UUID file, LocalDate today, String who) {
        DebtLedger.lock(c, debt.client(), debt.debtId());
        ArrangementFate arrangements = new ArrangementFate(c, stops, now);
        arrangements.withdraw(debt, who);
        new PromiseBook(c, stops, now).replace(debt.client(), debt.debtId(), today, who);
        Sql.update(
                c,
                "update debt set status = 'RECALLED', recalled_on = ?, recalled_by = ? where client_id = ? and debt_id = ?",
                today,
                file,
                debt.client(),
                debt.debtId());
        leads.withdraw(c, debt.client(), List.of(debt.debtId()));
        TaskBook.withdraw(c, debt.client(), debt.debtId(), who, null, now);
        DebtTimeline.note(c, debt.client(), debt.debtId(), now, who, "RECALLED", Map.of("day", today.toString()));
    }

    private List<DebtFile> debts(Portfolio portfolio, List<Row> rows, List<PlacementFault> faults) {
        List<DebtFile> debts = new ArrayList<>();
        for (Row row : rows) {
            Optional<DebtFile> debt = DebtFile.referred(c, portfolio, row.reference());
            if (debt.isEmpty()) {
                faults.add(fault(row, Reason.DEBT_UNKNOWN));
            } else if (debt.get().status().ended()) {
                faults.add(fault(row, Reason.DEBT_ENDED));
            } else {
                debts.add(debt.get());
            }
        }
        return debts;
    }

    private static PlacementFault fault(Row row, Reason reason) {
        return new PlacementFault(row.line(), PlacementColumn.REFERENCE.title(), reason, row.reference());
    }

    private static Result read(Handed file) {
        try {
            return RecallFile.read(file.content(), file.mapping());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(@Nullable PlacementFault refusal, List<PlacementFault> faults, boolean noneIsGood) {
        if (refusal != null) {
            return refusal.reason().key() + " " + refusal.value();
        }
        return (noneIsGood ? "no_good_row " : "bad_rows ") + faults.size();
    }
}
