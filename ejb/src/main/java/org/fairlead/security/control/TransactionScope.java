package org.fairlead.security.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.SystemScope;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * The client scope of the present transaction, on both sides: the database's setting, which row-level security reads,
 * and the {@link Caller}, which use cases read. Both end with the transaction, so that nothing is left on a pooled
 * connection or thread.
 */
@ApplicationScoped
public class TransactionScope implements CurrentCaller, SystemScope {

    private static final String KEY = TransactionScope.class.getName();
    private static final UUID NO_PERSON = new UUID(0, 0);
    private static final int NO_SITE = 0;

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** The scope that this transaction is in already, so that a facade called by another does not enter it again. */
    public boolean isEntered() {
        return current() != null;
    }

    /**
     * Enters the scope of everyone whom this login serves.
     *
     * @return empty for an unknown or inactive login; the transaction then sees no client's rows
     */
    public Optional<Caller> enter(String login) {
        requireTransaction();
        Optional<Caller> caller = readAndEnter(login);
        caller.ifPresent(who -> transaction.putResource(KEY, who));
        return caller;
    }

    @Override
    public void enter(String work, Set<ClientId> clients) {
        requireTransaction();
        String list = clients.stream().map(ClientId::toString).collect(Collectors.joining(",", "{", "}"));
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement("select set_config('fairlead.clients', ?, true)")) {
            set.setString(1, list);
            set.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot enter the client scope of " + work, e);
        }
        transaction.putResource(KEY, new Caller(NO_PERSON, work, work, NO_SITE, "en", Set.copyOf(clients)));
    }

    @Override
    public Caller caller() {
        Caller caller = current();
        if (caller == null) {
            throw new IllegalStateException("nobody has entered a client scope in this transaction");
        }
        return caller;
    }

    private @Nullable Caller current() {
        return transaction.getTransactionKey() == null ? null : (Caller) transaction.getResource(KEY);
    }

    private void requireTransaction() {
        if (transaction.getTransactionKey() == null) {
            throw new IllegalStateException("a client scope needs a transaction to end with");
        }
    }

    private Optional<Caller> readAndEnter(String login) {
        try (Connection connection = database.getConnection();
                PreparedStatement enter = connection.prepareStatement("select * from enter_scope(?)")) {
            enter.setString(1, login);
            try (ResultSet row = enter.executeQuery()) {
                return row.next() ? Optional.of(caller(login, row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot enter the client scope of " + login, e);
        }
    }

    private static Caller caller(String login, ResultSet row) throws SQLException {
        return new Caller(
                row.getObject("person_id", UUID.class),
                login,
                row.getString("name"),
                row.getInt("site_id"),
                row.getString("language"),
                clients(row.getArray("clients")));
    }

    private static Set<ClientId> clients(Array ids) throws SQLException {
        return Arrays.stream((Integer[]) ids.getArray()).map(ClientId::new).collect(Collectors.toUnmodifiableSet());
    }
}
