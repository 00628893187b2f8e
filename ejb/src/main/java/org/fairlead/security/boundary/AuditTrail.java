package org.fairlead.security.boundary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;

/**
 * Appends to the trail through the database's one function, which chains the hashes; this role can do nothing else to
 * the trail. The chain has one end, so an entry holds it until its transaction ends: record last.
 */
@Stateless
@Local(Audit.class)
@PermitAll
public class AuditTrail implements Audit {

    /** A refusal that cannot be written soon fails loudly instead of waiting for the work that it is part of. */
    private static final String WAIT_BRIEFLY = "set local lock_timeout = '3s'";

    @Resource(lookup = "java:/jdbc/Fairlead")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private Clock clock;

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(ClientId client, String action, String subject, Map<String, String> detail) {
        try (Connection connection = database.getConnection()) {
            append(connection, client, action, subject, detail);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail refused " + action, e);
        }
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordRefusal(ClientId client, String action, String subject, Map<String, String> detail) {
        try (Connection connection = database.getConnection();
                Statement limit = connection.createStatement()) {
            limit.execute(WAIT_BRIEFLY);
            append(connection, client, action, subject, detail);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail refused " + action, e);
        }
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<ClientId> ownerOf(Set<UUID> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return Sql.one(
                            connection,
                            row -> Optional.ofNullable(row.getObject(1, Integer.class)),
                            "select owner_of_any(?)",
                            (Object) ids.toArray(UUID[]::new))
                    .flatMap(owner -> owner)
                    .map(ClientId::new);
        } catch (SQLException e) {
            throw new IllegalStateException("nobody can say whose " + ids + " are", e);
        }
    }

    private void append(
            Connection connection, ClientId client, String action, String subject, Map<String, String> detail)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement("select audit_append(?, ?, ?, ?, ?, ?::jsonb)")) {
            append.setInt(1, client.value());
            append.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            append.setString(3, context.getCallerPrincipal().getName());
            append.setString(4, action);
            append.setString(5, subject);
            append.setString(6, Json.write(detail));
            append.execute();
        }
    }
}
