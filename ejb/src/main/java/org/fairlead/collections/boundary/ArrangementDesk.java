package org.fairlead.collections.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.collections.Arrangements;
import org.fairlead.collections.control.ArrangementBook;
import org.fairlead.collections.control.ArrangementBook.Author;
import org.fairlead.collections.control.ArrangementList;
import org.fairlead.collections.control.DebtFile;
import org.fairlead.compliance.DebtStops;
import org.fairlead.security.Audit;
import org.fairlead.security.ClientScoped;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;

/** Plans and settlements for those who approve them. */
@Stateless
@Local(Arrangements.class)
@ClientScoped
@RolesAllowed({Roles.SUPERVISOR, Roles.BPO_ADMIN})
public class ArrangementDesk implements Arrangements {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Resource
    private SessionContext session;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    @Inject
    private DebtStops stops;

    @Override
    public List<View> waiting() {
        return query(c -> ArrangementList.waiting(c, caller.caller().login()));
    }

    @Override
    public List<View> standing(int first, int size) {
        return query(c -> ArrangementList.standing(c, caller.caller().login(), first, size));
    }

    @Override
    public List<Instalment> instalments(UUID arrangementId) {
        return query(c -> ArrangementList.instalments(c, arrangementId));
    }

    @Override
    public void approve(UUID arrangementId) {
        change("arrangement.approved", arrangementId, (book, by) -> book.approve(arrangementId, by));
    }

    @Override
    public void refuse(UUID arrangementId, String reason) {
        change("arrangement.refused", arrangementId, (book, by) -> book.refuse(arrangementId, reason, by));
    }

    @Override
    public void takeBack(UUID arrangementId, String reason) {
        change("arrangement.taken-back", arrangementId, (book, by) -> book.takeBack(arrangementId, reason, by));
    }

    private void change(String what, UUID arrangementId, BiFunction<ArrangementBook, Author, DebtFile> work) {
        query(c -> {
            Author by = new Author(caller.caller().login(), role(), null);
            DebtFile debt = work.apply(new ArrangementBook(c, stops, clock.instant()), by);
            audit.record(
                    debt.client(),
                    what,
                    arrangementId.toString(),
                    Map.of("debt", debt.debtId().toString()));
            return debt;
        });
    }

    /** Whoever has both roles decides with the farther one. */
    private String role() {
        return session.isCallerInRole(Roles.BPO_ADMIN) ? Roles.BPO_ADMIN : Roles.SUPERVISOR;
    }

    private <T> T query(Function<Connection, T> work) {
        try (Connection c = database.getConnection()) {
            return work.apply(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for arrangements", e);
        }
    }
}
