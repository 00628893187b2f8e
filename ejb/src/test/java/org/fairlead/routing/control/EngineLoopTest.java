package org.fairlead.routing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.control.SqlContactStore;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Settings;
import org.fairlead.shared.Ids;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.control.SqlCallLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine's thread with a sender of its own, a database that goes away, and inputs that cannot be stored. */
@Tag("database")
class EngineLoopTest {

    private static final int PATIENCE = 30;

    private final ThrowawayPostgres database = ThrowawayPostgres.seeded();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger sentCommands = new AtomicInteger();
    private final Queue<Connection> handedOut = new ConcurrentLinkedQueue<>();
    private final UUID run = Ids.next();
    private EngineLoop loop;

    @BeforeEach
    void begin() {
        EngineCycle cycle = new EngineCycle(
                source(),
                new SqlContactStore(),
                new SqlCallLog(),
                new Outlet(),
                new Silent(),
                EngineFigures.none(),
                Settings.usual(),
                Clock.systemUTC(),
                "test");
        loop = new EngineLoop(cycle, EngineFigures.none(), Clock.systemUTC());
        threads.execute(loop);
    }

    @AfterEach
    void end() throws InterruptedException {
        loop.stop();
        threads.shutdown();
        assertThat(threads.awaitTermination(PATIENCE, TimeUnit.SECONDS)).isTrue();
        sender.shutdown();
        database.close();
    }

    @Test
    void tellsTheIntakeWhenTheAnswersAreSent() throws Exception {
        for (int i = 1; i <= 20; i++) {
            loop.submit(probe(i)).get(PATIENCE, TimeUnit.SECONDS);
        }

        assertThat(count("select count(*) from call_event where kind = 'Probe'"))
                .isEqualTo(20);
        assertThat(sentCommands.get()).isGreaterThanOrEqualTo(20);
    }

    @Test
    void losesNothingWhileTheDatabaseIsAway() throws Exception {
        loop.submit(probe(1)).get(PATIENCE, TimeUnit.SECONDS);
        goAway();
        CompletableFuture<@Nullable Object> waits = loop.submit(probe(2));
        assertThatThrownBy(() -> act().get(PATIENCE, TimeUnit.SECONDS)).hasCauseInstanceOf(Refused.class);

        away.set(false);
        waits.get(PATIENCE, TimeUnit.SECONDS);

        assertThat(count("select count(*) from call_event where kind = 'Probe'"))
                .isEqualTo(2);
    }

    @Test
    void parksTheOneInputThatCannotBeStored() throws Exception {
        GatewayEvent.Head head =
                new GatewayEvent.Head("izmir", Ids.next(), 1, Clock.systemUTC().instant());
        GatewayEvent poison = new GatewayEvent.CallOffered(head, "+390280001001", "not\0text");
        GatewayEvent good = ((Input.Heard) probe(1)).events().get(0).event();

        loop.submit(heard(poison, good)).get(PATIENCE, TimeUnit.SECONDS);

        assertThat(count("select count(*) from call_event where kind = 'Probe'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from parked_message")).isEqualTo(1);
        assertThat(count("select count(*) from contact")).isZero();
    }

    @Test
    void endsWhenAnotherOwnerHasBegun() throws Exception {
        loop.submit(probe(1)).get(PATIENCE, TimeUnit.SECONDS);
        try (Connection other = database.connect(DatabaseRole.ENGINE);
                PreparedStatement claim = other.prepareStatement("update engine_state set epoch = epoch + 1")) {
            claim.executeUpdate();
        }

        CompletableFuture<@Nullable Object> late = loop.submit(probe(2));

        assertThatThrownBy(() -> late.get(PATIENCE, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        assertThat(count("select count(*) from call_event where kind = 'Probe'"))
                .isEqualTo(1);
    }

    private CompletableFuture<@Nullable Object> act() {
        return loop.submit(new Input.Act("besa", new Input.DeskAction.Open("s")));
    }

    private Input probe(int sequence) {
        GatewayEvent.Head head =
                new GatewayEvent.Head("izmir", run, sequence, Clock.systemUTC().instant());
        return heard(new GatewayEvent.Probe(head, -1));
    }

    private static Input.Heard heard(GatewayEvent... events) {
        return new Input.Heard(List.of(events).stream()
                .map(event -> new Input.HeardEvent(event, Wire.write(event)))
                .toList());
    }

    private long count(String query) throws SQLException {
        try (Connection db = database.connect(DatabaseRole.ENGINE);
                PreparedStatement statement = db.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private DataSource source() {
        DataSource real = database.dataSource(DatabaseRole.ENGINE);
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away.get()) {
                        throw new SQLException("away", "08001");
                    }
                    Connection connection = real.getConnection();
                    handedOut.add(connection);
                    return connection;
                });
    }

    /** A database that goes away takes the connections with it that are in use. */
    private void goAway() throws SQLException {
        away.set(true);
        for (Connection connection : handedOut) {
            connection.close();
        }
    }

    /** Sends on a thread of its own, as the real one does. */
    private final class Outlet implements CommandOutlet {

        private final AtomicLong position = new AtomicLong();

        @Override
        public void send(long upTo, List<GatewayCommand> commands, Runnable sent) {
            sender.execute(() -> {
                sentCommands.addAndGet(commands.size());
                position.accumulateAndGet(upTo, Math::max);
                sent.run();
            });
        }

        @Override
        public long sentPosition() {
            return position.get();
        }
    }

    private static final class Silent implements Announcer {

        @Override
        public void desks(Collection<DeskChanged> desks) {}

        @Override
        public void closed(Collection<ContactClosed> closed) {}
    }
}
