package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.Holds;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.collections.control.CaseBook;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.collections.control.PortfolioBook;
import org.fairlead.compliance.DebtStops;
import org.fairlead.compliance.HandedFile;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;

/** Disputes, complaints and holds for those who answer them. */
@Stateless
@Local(Holds.class)
@ClientScoped
@RolesAllowed({Roles.COMPLIANCE_OFFICER, Roles.BPO_ADMIN})
public class HoldDesk implements Holds {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DebtStops stops;

    @Override
    public List<CaseView> open(int first, int size) {
        return query(cases -> cases.open(first, size));
    }

    @Override
    public CaseView one(UUID caseId) {
        return query(cases -> cases.one(caseId));
    }

    @Override
    public List<Portfolio> portfolios() {
        return Sql.in(database, "holds", PortfolioBook::all);
    }

    @Override
    public List<Note> notes(UUID caseId) {
        return query(cases -> cases.notes(cases.one(caseId)));
    }

    @Override
    public UUID takeIn(UUID portfolioId, String reference, String kind, String words) {
        return Sql.in(database, "holds", c -> {
            Portfolio portfolio = PortfolioBook.one(c, portfolioId);
            DebtFile debt = DebtFile.referred(c, portfolio, reference.strip())
                    .orElseThrow(() -> new Refused("payment.reference", reference));
            UUID id = new CaseBook(c, stops, caller.caller().login(), clock.instant()).takeIn(debt, kind, words);
            audit.record(portfolio.client(), "case.opened", id.toString(), Map.of("debt", reference, "kind", kind));
            return id;
        });
    }

    @Override
    public void note(UUID caseId, String words) {
        query(cases -> {
            CaseView one = cases.one(caseId);
            cases.note(one, words, null);
            audit.record(one.client(), "case.note", caseId.toString(), Map.of("debt", one.reference()));
            return one;
        });
    }

    @Override
    public void evidence(UUID caseId, String words, String name, InputStream file) {
        query(cases -> {
            CaseView one = cases.one(caseId);
            HandedFile handed = HandedFile.read(name, file);
            cases.note(one, words, handed);
            audit.record(
                    one.client(),
                    "case.evidence",
                    caseId.toString(),
                    Map.of("debt", one.reference(), "sha256", handed.sha256()));
            return one;
        });
    }

    /** Who looks at what a debtor handed in is written down. */
    @Override
    public Evidence evidence(UUID caseId, UUID noteId) {
        return query(cases -> {
            CaseView one = cases.one(caseId);
            Evidence file = cases.evidence(one, noteId);
            audit.record(one.client(), "case.evidence.read", caseId.toString(), Map.of("note", noteId.toString()));
            return file;
        });
    }

    @Override
    public void answer(UUID caseId, Outcome outcome, String answer) {
        query(cases -> {
            CaseView one = cases.one(caseId);
            cases.answer(one, outcome, answer);
            audit.record(
                    one.client(),
                    "case.answered",
                    caseId.toString(),
                    Map.of("debt", one.reference(), "kind", one.kind(), "outcome", outcome.name()));
            return one;
        });
    }

    private <T> T query(Function<CaseBook, T> work) {
        return Sql.in(
                database,
                "holds",
                c -> work.apply(new CaseBook(c, stops, caller.caller().login(), clock.instant())));
    }
}
