package org.fairlead.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.fairlead.campaign.control.ListProgress;
import org.fairlead.campaign.control.ListTask;
import org.fairlead.campaign.control.TakeInList;
import org.fairlead.campaign.entity.Fault.Reason;
import org.fairlead.campaign.entity.Refusal;
import org.fairlead.compliance.DebtNames;
import org.fairlead.security.SystemScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a received list on a thread of the container, in one long transaction, and always ends the list's record. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class UploadReader {

    private static final Logger LOG = LoggerFactory.getLogger(UploadReader.class);

    private static final int LONGEST_SECONDS = 3_600;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    @Inject
    private SystemScope scope;

    @Inject
    private DebtNames debts;

    @Inject
    private UploadJournal journal;

    @Inject
    private UploadSpool spool;

    /** Returns at once; the list's record says how it goes on. */
    @Asynchronous
    public void read(UploadReceived upload) {
        ListTask task = upload.task();
        ListProgress progress = new ListProgress(100, 0, 0, 0);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(upload.file()))) {
            transaction.setTransactionTimeout(LONGEST_SECONDS);
            transaction.begin();
            scope.enter("lead list", Set.of(task.client()));
            try (Connection c = database.getConnection()) {
                TakeInList list = new TakeInList(c, task, debts, journal);
                Optional<Refusal> refusal = list.take(file);
                progress = list.progress();
                if (refusal.isPresent()) {
                    transaction.rollback();
                    journal.ended(task, "REFUSED", refusal.get(), progress);
                    return;
                }
            }
            transaction.commit();
            journal.loaded(task, progress);
        } catch (IOException | SQLException | RuntimeException e) {
            failed(task, progress, e);
        } catch (jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException
                | NotSupportedException
                | RollbackException
                | SystemException e) {
            failed(task, progress, e);
        } finally {
            spool.remove(upload.file());
        }
    }

    private void failed(ListTask task, ListProgress progress, Exception cause) {
        LOG.error("FL4101 list {} of client {} could not be read", task.listId(), task.client(), cause);
        try {
            if (transaction.getStatus() != jakarta.transaction.Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            LOG.error("FL4102 the transaction of list {} could not be rolled back", task.listId(), e);
        }
        journal.ended(task, "FAILED", new Refusal(Reason.BROKEN_OFF, ""), progress);
    }
}
