package org.fairlead.collections.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.shared.ClientId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The night's work of a client from where it stands to its end, each client once at a time, whichever node works it. No
 * transaction of its own: each chunk is committed by itself, and no time limit of a transaction ends a long night.
 */
@Singleton
@LocalBean
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class NightWork {

    private static final Logger LOG = LoggerFactory.getLogger(NightWork.class);

    @EJB
    private NightChunks chunks;

    @EJB
    private NightTurn turn;

    private final Set<ClientId> running = ConcurrentHashMap.newKeySet();

    /** Claimed, and waiting for the one thread that works aside. */
    private final Queue<ClientId> asked = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean aside = new AtomicBoolean();

    /**
     * Whoever claims it works it, or lets it go.
     *
     * @return false while somebody is at it, on whatever node, or it waits for its turn here
     */
    public boolean claim(ClientId client) {
        return !turn.isTaken(client) && running.add(client);
    }

    public void letGo(ClientId client) {
        running.remove(client);
    }

    public boolean isRunning(ClientId client) {
        return running.contains(client) || turn.isTaken(client);
    }

    /**
     * What was claimed, on a thread of its own: nobody waits for it at a page. One at a time, however many are asked for:
     * these threads are the clocks' as well, and a clock that gets none does not strike.
     */
    @Asynchronous
    public void workAside(ClientId client) {
        asked.add(client);
        while (!asked.isEmpty() && aside.compareAndSet(false, true)) {
            try {
                for (ClientId next = asked.poll(); next != null; next = asked.poll()) {
                    work(next);
                }
            } finally {
                aside.set(false);
            }
        }
    }

    /** What was claimed, to its end, or as far as it comes: what is left is taken up again at the clock's next look. */
    public void work(ClientId client) {
        try {
            if (!turn.take(client, () -> steps(client))) {
                LOG.info("FL5111 the nightly work on the debts of client {} is under way on another node", client);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "FL5101 the nightly work on the debts of client {} stopped; it goes on at the next look",
                    client,
                    e);
        } finally {
            letGo(client);
        }
    }

    private void steps(ClientId client) {
        for (Kind kind : Kind.values()) {
            while (chunks.chunk(client, kind)) {
                LOG.debug("a chunk of {} of client {} is done", kind, client);
            }
        }
    }
}
