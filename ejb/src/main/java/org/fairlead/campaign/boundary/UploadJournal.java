package org.fairlead.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.fairlead.campaign.UploadProgressed;
import org.fairlead.campaign.control.ListJournal;
import org.fairlead.campaign.control.ListProgress;
import org.fairlead.campaign.control.ListRecords;
import org.fairlead.campaign.control.ListTask;
import org.fairlead.campaign.entity.Fault;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.security.SystemScope;

/** Writes down what happens to a list in small transactions beside the one long one, and tells the pages. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
@PermitAll
public class UploadJournal implements ListJournal {

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Inject
    private SystemScope scope;

    @Inject
    private Event<UploadProgressed> event;

    @Override
    public void faults(ListTask task, List<Fault> faults) {
        write(task, c -> ListRecords.faults(c, task, faults));
    }

    @Override
    public void progressed(ListTask task, ListProgress progress) {
        write(task, c -> ListRecords.progressed(c, task, progress));
        tell(task, "READING", progress);
    }

    @Override
    public void ended(ListTask task, String state, Refusal why, ListProgress progress) {
        write(task, c -> ListRecords.ended(c, task, state, why, progress));
        tell(task, state, new ListProgress(100, progress.read(), 0, progress.bad()));
    }

    /** The list's own transaction has marked it loaded: only the pages are to be told. */
    public void loaded(ListTask task, ListProgress progress) {
        tell(task, "LOADED", new ListProgress(100, progress.read(), progress.loaded(), progress.bad()));
    }

    private void tell(ListTask task, String state, ListProgress p) {
        event.fireAsync(new UploadProgressed(
                task.client(), task.campaignId(), task.listId(), state, p.percent(), p.read(), p.loaded(), p.bad()));
    }

    private void write(ListTask task, Consumer<Connection> statement) {
        scope.enter("lead list", Set.of(task.client()));
        try (Connection c = database.getConnection()) {
            statement.accept(c);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the list's record", e);
        }
    }
}
