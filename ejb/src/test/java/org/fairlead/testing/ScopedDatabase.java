package org.fairlead.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.script.AddedBlocks;
import org.fairlead.script.ScriptBlock;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.hibernate.Session;

/**
 * The persistence unit on a seeded database of its own, with the server's role and Hibernate's release: one transaction
 * a call, in the scope of a login, as a facade would have it.
 */
public final class ScopedDatabase implements AutoCloseable {

    private static final AddedBlocks NO_BLOCKS = new AddedBlocks() {
        @Override
        public List<ScriptBlock> of(UUID contactId) {
            return List.of();
        }

        @Override
        public Optional<Map<String, String>> heading(String blockId) {
            return Optional.empty();
        }
    };

    public static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");

    private final ThrowawayPostgres database = ThrowawayPostgres.seeded();
    private final EntityManagerFactory factory;
    private final FakeAudit audit = new FakeAudit();
    private final FakeEvent<?> event = new FakeEvent<>();

    public ScopedDatabase() {
        factory = Persistence.createEntityManagerFactory(
                "fairlead",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", database.dataSource(DatabaseRole.APP),
                        "hibernate.hbm2ddl.auto", "validate"));
    }

    /** What a facade does inside one call. */
    public interface Call<T> {
        T with(Beans beans) throws Exception;
    }

    /** Runs the call as this login; rolls back what fails, as the container does. */
    public <T> T as(String login, Call<T> call) throws Exception {
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            Caller caller = enter(manager, login);
            Beans beans = new Beans()
                    .with(EntityManager.class, manager)
                    .with(DataSource.class, OneTransaction.of(connectionOf(manager)))
                    .with(CurrentCaller.class, () -> caller)
                    .with(Audit.class, audit)
                    .with(jakarta.enterprise.event.Event.class, event)
                    .with(AddedBlocks.class, NO_BLOCKS)
                    .with(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC));
            try {
                T result = call.with(beans);
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        }
    }

    /** Statements and entities share the transaction, as they do in the container. */
    private static Connection connectionOf(EntityManager manager) {
        return manager.unwrap(Session.class).doReturningWork(connection -> connection);
    }

    /** Writes rows as the engine, which sees every client. */
    public void engine(String sql) throws SQLException {
        try (Connection connection = database.connect(DatabaseRole.ENGINE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public FakeAudit audit() {
        return audit;
    }

    public FakeEvent<?> event() {
        return event;
    }

    @Override
    public void close() {
        factory.close();
        database.close();
    }

    private static Caller enter(EntityManager manager, String login) {
        Object[] row = (Object[])
                manager.createNativeQuery("select person_id, name, site_id, language, clients from enter_scope(:login)")
                        .setParameter("login", login)
                        .getSingleResult();
        Set<ClientId> clients =
                Arrays.stream((Integer[]) row[4]).map(ClientId::new).collect(Collectors.toSet());
        return new Caller((java.util.UUID) row[0], login, (String) row[1], (Integer) row[2], (String) row[3], clients);
    }
}
