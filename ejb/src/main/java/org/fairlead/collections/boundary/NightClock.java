package org.fairlead.collections.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.fairlead.collections.control.TakeCardPayment.Silent;
import org.fairlead.routing.EngineView;
import org.fairlead.security.AllClients;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins each client's nightly work when its day begins, and goes on with what a dead server left. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class NightClock {

    private static final Logger LOG = LoggerFactory.getLogger(NightClock.class);

    /** So many card payments of a client are asked about in a minute, so that the other clients have their turn. */
    private static final int CARDS_A_ROUND = 60;

    @Inject
    @AllClients
    private DataSource allClients;

    @EJB
    private NightChunks chunks;

    @EJB
    private NightWork work;

    @Inject
    private EngineView engine;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean posting = new AtomicBoolean();
    private final AtomicBoolean asking = new AtomicBoolean();

    @Schedule(hour = "*", minute = "7,37", second = "11", persistent = false)
    void look() {
        // of two nodes, the one that runs the engine does the night's work as well
        if (!engine.here() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            for (ClientId client : withDebts()) {
                if (work.claim(client)) {
                    work.work(client);
                }
            }
        } finally {
            busy.set(false);
        }
    }

    /** What waits to be sent, all day long: the outreach decision says when. */
    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void post() {
        if (!engine.here() || !posting.compareAndSet(false, true)) {
            return;
        }
        try {
            withDebts().forEach(this::post);
        } finally {
            posting.set(false);
        }
    }

    /** A clock of its own: however many letters go out, money that was paid is asked for within a minute. */
    @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
    void askForCards() {
        if (!engine.here() || !asking.compareAndSet(false, true)) {
            return;
        }
        try {
            withDebts().forEach(this::cards);
        } finally {
            asking.set(false);
        }
    }

    private void post(ClientId client) {
        try {
            boolean more = true;
            while (more) {
                more = chunks.post(client);
            }
        } catch (RuntimeException e) {
            LOG.error("FL5102 letters and messages of client {} wait; the next try is in a minute", client, e);
        }
    }

    private void cards(ClientId client) {
        try {
            askFor(client);
        } catch (RuntimeException e) {
            LOG.error(
                    "FL5106 card payments of client {} could not be looked after; the next try is in a minute",
                    client,
                    e);
        }
    }

    /** One order in a transaction of its own; while the provider is away the others wait for the next minute. */
    private void askFor(ClientId client) {
        boolean answers = true;
        for (int asked = 0; answers && asked < CARDS_A_ROUND; asked++) {
            Optional<Silent> one = chunks.silentCard(client);
            answers = one.isPresent() && chunks.askForCard(client, one.get());
        }
    }

    private List<ClientId> withDebts() {
        try (Connection c = allClients.getConnection()) {
            return Sql.list(
                    c,
                    row -> new ClientId(row.getInt(1)),
                    "select distinct p.client_id from portfolio p join client k using (client_id) where k.active");
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the night's clock", e);
        }
    }
}
