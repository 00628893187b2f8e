package org.fairlead.routing.control;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.control.SqlContactStore;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.DeskState;
import org.fairlead.routing.Presence;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.Settings;
import org.fairlead.telephony.control.SqlCallLog;

/** The engine's turn on a real database, with a site that answers, no broker and no threads; it can crash at will. */
final class EngineWorld implements AutoCloseable {

    /** What breaks at the next commit. */
    enum Break {
        NOTHING,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    final MovableClock clock = new MovableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
    final FakeSite site = new FakeSite("izmir", clock);
    final Map<String, DeskState> desks = new HashMap<>();
    final List<ContactClosed> closed = new ArrayList<>();
    /** Commands that the broker has and the site does not yet. */
    final Deque<GatewayCommand> atBroker = new ArrayDeque<>();

    private final ThrowawayPostgres database;
    private final Connection connection;
    private final boolean ownsDatabase;
    private Connection pooled;
    private EngineCycle cycle;
    private Break next = Break.NOTHING;
    boolean losesCommands;
    private long sent;

    EngineWorld() throws SQLException {
        this(ThrowawayPostgres.seeded(), true);
    }

    private EngineWorld(ThrowawayPostgres database, boolean owns) throws SQLException {
        this.database = database;
        this.ownsDatabase = owns;
        this.connection = database.connect(DatabaseRole.ENGINE);
        start();
    }

    void start() throws SQLException {
        sent = 0;
        cycle = new EngineCycle(
                source(),
                new SqlContactStore(),
                new SqlCallLog(),
                new Outlet(),
                new Ears(),
                EngineFigures.none(),
                Settings.usual(),
                clock,
                "test");
        cycle.begin();
        obey();
    }

    /** As kill -9: memory, commands that were not sent and answers are gone; the site and the database live. */
    void crash() throws SQLException {
        next = Break.NOTHING;
        start();
    }

    void breakNext(Break how) {
        next = how;
    }

    private final class Outlet implements CommandOutlet {

        @Override
        public void send(long upTo, List<GatewayCommand> commands, Runnable done) {
            if (!losesCommands) {
                atBroker.addAll(commands);
                sent = Math.max(sent, upTo);
            }
            done.run();
        }

        @Override
        public long sentPosition() {
            return sent;
        }

        @Override
        public boolean maySlip(GatewayCommand command) {
            return !(command instanceof GatewayCommand.Dial || command instanceof GatewayCommand.HangUp);
        }
    }

    private final class Ears implements Announcer {

        @Override
        public void desks(Collection<DeskChanged> changed) {
            changed.forEach(desk -> desks.put(desk.login(), desk.state()));
        }

        @Override
        public void closed(Collection<ContactClosed> contacts) {
            closed.addAll(contacts);
        }
    }

    /** The site gets its commands; what it says waits. */
    void obey() {
        GatewayCommand command = atBroker.poll();
        while (command != null) {
            if (command.head().gateway().equals("izmir")) {
                site.obey(command);
            }
            command = atBroker.poll();
        }
    }

    /** Hands the site's messages to the engine, and commands back, until there is silence. */
    void settle() throws SQLException {
        obey();
        while (!site.queue.isEmpty()) {
            hear(List.copyOf(site.queue));
            site.queue.clear();
            obey();
        }
    }

    void hear(List<GatewayEvent> events) throws SQLException {
        List<Input.HeardEvent> heard = events.stream()
                .map(event -> new Input.HeardEvent(event, Wire.write(event)))
                .toList();
        cycle.turn(List.of(Pending.of(new Input.Heard(heard))));
    }

    DeskState act(String login, DeskAction action) throws SQLException {
        Object answer = ask(new Input.Act(login, action));
        obey();
        return (DeskState) answer;
    }

    <T> T look(Function<Engine, T> at) {
        return cycle.look(at);
    }

    Object ask(Input input) throws SQLException {
        Pending pending = Pending.of(input);
        cycle.turn(List.of(pending));
        try {
            return pending.done().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    void available(String... logins) throws SQLException {
        for (String login : logins) {
            act(login, new DeskAction.Open("session-" + login));
            act(login, new DeskAction.Present(Presence.AVAILABLE, null));
        }
    }

    void pass(Duration time) throws SQLException {
        clock.forward(time);
        cycle.turn(List.of());
        obey();
    }

    EngineCycle cycle() {
        return cycle;
    }

    /** Beside the engine's own: commits what is asked of it. */
    Connection connect(DatabaseRole role) throws SQLException {
        return database.connect(role);
    }

    Instant now() {
        return clock.instant();
    }

    List<String> texts(String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
                return texts;
            }
        }
    }

    void change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    String outcome(UUID contact) throws SQLException {
        List<String> found = texts("select outcome from contact where contact_id = ? and state = 'ENDED'", contact);
        return found.isEmpty() ? "none" : String.valueOf(found.get(0));
    }

    List<String> journal(UUID contact) throws SQLException {
        return texts("select kind from contact_event where contact_id = ? order by position", contact);
    }

    /** One connection for all turns, as a pool would have it. */
    private DataSource source() throws SQLException {
        if (pooled == null) {
            pooled = database.connect(DatabaseRole.ENGINE);
        }
        Connection connection = breakable(pooled);
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> connection);
    }

    private Connection breakable(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    boolean commit = method.getName().equals("commit");
                    if (commit && next == Break.BEFORE_COMMIT) {
                        throw new SQLException("broken before commit", "08006");
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        if (commit && next == Break.AFTER_COMMIT) {
                            throw new SQLException("broken after commit", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        pooled.close();
        if (ownsDatabase) {
            database.close();
        }
    }
}
