package org.fairlead.routing.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fairlead.contact.ContactStore;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.routing.entity.AcdRouter;
import org.fairlead.routing.entity.AgentSessionRow;
import org.fairlead.routing.entity.Effects;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Known;
import org.fairlead.routing.entity.Reference;
import org.fairlead.routing.entity.Settings;
import org.fairlead.shared.PublicHolidays;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.CallLog;
import org.jspecify.annotations.Nullable;

/**
 * One turn of the engine: apply a batch in memory, store what it led to in one transaction, and only then say so. The
 * engine in memory is never ahead of the database for longer than a turn: when a turn cannot be stored, the engine is
 * thrown away and built again from what is there.
 *
 * <p>Used by one thread. Who calls {@link #turn} after an exception builds again with {@link #begin} first.
 */
public final class EngineCycle {

    private final DataSource database;
    private final ContactStore contacts;
    private final EngineStore store = new EngineStore();
    private final BatchWriter writer;
    private final CommandOutlet outlet;
    private final Announcer announcer;
    private final Settings settings;
    private final Clock clock;
    private final String owner;
    private final EngineFigures figures;
    private @Nullable Engine engine;
    private @Nullable Connection kept;
    private Set<UUID> reachable = Set.of();
    private long epoch;

    public EngineCycle(
            DataSource database,
            ContactStore contacts,
            CallLog calls,
            CommandOutlet outlet,
            Announcer announcer,
            EngineFigures figures,
            Settings settings,
            Clock clock,
            String owner) {
        this.database = database;
        this.contacts = contacts;
        this.writer = new BatchWriter(contacts, calls, store);
        this.outlet = outlet;
        this.announcer = announcer;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
        this.owner = owner;
    }

    /** Whether there is an engine; if not, {@link #begin} must come first. */
    public boolean running() {
        return engine != null;
    }

    /** Takes the engine over, and builds it from what is stored. */
    public void begin() throws SQLException {
        drop();
        Instant now = clock.instant();
        Connection db = connection();
        try {
            EngineStore.Ownership ownership = store.claim(db, owner);
            db.commit();
            begin(db, ownership, now);
        } catch (SQLException | RuntimeException e) {
            undo(db, e);
            throw e;
        }
    }

    private void begin(Connection db, EngineStore.Ownership ownership, Instant now) throws SQLException {
        Reference reference = new ReferenceReader().read(db);
        List<AgentSessionRow> sessions = store.readSessions(db);
        List<ContactStore.Open> open = contacts.open(db);
        List<Effects.Ordered> unsent = unsent(db, ownership.sentPosition(), now);
        Engine fresh = new Engine(new AcdRouter(new PublicHolidays()), reference, ownership.epoch(), settings, now);
        Effects effects = fresh.restore(sessions, open, reachable, now);
        writer.write(db, effects, ownership.epoch(), 0, now);
        db.commit();
        epoch = ownership.epoch();
        engine = fresh;
        resend(unsent);
        say(effects, List.of());
        figures.began(epoch, open.size(), sessions.size(), unsent.size());
    }

    /** A process that has sent nothing yet follows one that ended, and the broker's memory may have ended with it. */
    private List<Effects.Ordered> unsent(Connection db, long sentPosition, Instant now) throws SQLException {
        try {
            long sent = outlet.sentPosition();
            List<Effects.Ordered> unsent = new ArrayList<>();
            if (sent == 0) {
                store.lately(db, sentPosition, now.minus(settings.commandLife())).stream()
                        .filter(each -> outlet.maySlip(each.command()))
                        .filter(each -> each.command().head().expiresAt().isAfter(now))
                        .forEach(unsent::add);
            }
            unsent.addAll(store.unsent(db, Math.max(sentPosition, sent)));
            return unsent;
        } catch (MalformedMessage e) {
            throw new SQLException("a stored command cannot be read", "22000", e);
        }
    }

    private void resend(List<Effects.Ordered> unsent) {
        if (!unsent.isEmpty()) {
            List<GatewayCommand> commands =
                    unsent.stream().map(Effects.Ordered::command).toList();
            outlet.send(unsent.get(unsent.size() - 1).position(), commands, () -> {});
        }
    }

    /** Forgets what is in memory; who is connected is remembered for the next beginning. */
    public void drop() {
        if (engine != null) {
            reachable = engine.reachable();
            engine = null;
        }
    }

    /** Applies and stores a batch as a whole. */
    public void turn(List<Pending> batch) throws SQLException {
        Engine live = live();
        Connection db = connection();
        try {
            Instant decided = clock.instant();
            Known known = new LookUp(contacts).about(db, batch, live);
            Effects all = new Effects();
            List<Effects> each = new ArrayList<>(batch.size());
            for (Pending pending : batch) {
                Effects effects = live.apply(pending.input(), known, clock.instant());
                each.add(effects);
                all.add(effects);
            }
            all.add(live.tick(clock.instant()));
            if (all.stores()) {
                writer.write(db, all, epoch, outlet.sentPosition(), decided);
            }
            db.commit();
            figures.committed(all, decided, clock.instant());
            say(all, batch);
            answer(batch, each);
        } catch (SQLException | RuntimeException e) {
            undo(db, e);
            throw e;
        }
    }

    /**
     * Kept from turn to turn, so that a turn costs no check of a pooled connection and its statements stay prepared;
     * the first trouble gives it back.
     */
    private Connection connection() throws SQLException {
        Connection db = kept;
        if (db == null) {
            db = database.getConnection();
            kept = db;
            db.setAutoCommit(false);
        }
        return db;
    }

    /** Gives back what a loop that ends would keep. */
    public void close() {
        drop();
        Connection db = kept;
        if (db != null) {
            undo(db, new SQLException("the engine ends"));
        }
    }

    private Engine live() {
        if (engine == null) {
            throw new IllegalStateException("the engine has not begun");
        }
        return engine;
    }

    /** What is committed may be said: commands leave, desks are pushed, ends are told. */
    private void say(Effects all, List<Pending> batch) {
        List<GatewayCommand> commands = new ArrayList<>();
        long upTo = 0;
        for (Effects.Ordered ordered : all.commands()) {
            commands.add(ordered.command());
            upTo = Math.max(upTo, ordered.position());
        }
        commands.addAll(all.replies());
        // the loop empties its list for the next turn, and the sender reports later than that
        List<Pending> told = List.copyOf(batch);
        Runnable heard = () -> complete(told);
        if (commands.isEmpty()) {
            heard.run();
        } else {
            outlet.send(upTo, commands, heard);
        }
        announcer.desks(all.desks().values());
        announcer.closed(all.closed());
    }

    private static void complete(List<Pending> batch) {
        for (Pending pending : batch) {
            if (pending.mustNotBeLost()) {
                pending.done().complete(null);
            }
        }
    }

    private static void answer(List<Pending> batch, List<Effects> each) {
        for (int i = 0; i < batch.size(); i++) {
            Pending pending = batch.get(i);
            RuntimeException refusal = each.get(i).refusal();
            if (refusal != null) {
                pending.done().completeExceptionally(refusal);
            } else if (!pending.mustNotBeLost()) {
                pending.done().complete(each.get(i).answer());
            }
        }
    }

    /** Puts an input aside that cannot be applied or stored, with the reason. */
    public void park(Pending poison, String reason) throws SQLException {
        try (Connection db = database.getConnection()) {
            store.park(db, "engine", clock.instant(), reason, text(poison.input()));
        }
        figures.parked();
        if (poison.mustNotBeLost()) {
            poison.done().complete(null);
        } else {
            poison.done().completeExceptionally(new Refused("engine.failed"));
        }
    }

    /** Puts a message aside that is not of the contract. */
    public void park(String source, String reason, String body) throws SQLException {
        try (Connection db = database.getConnection()) {
            store.park(db, source, clock.instant(), reason, body);
        }
        figures.parked();
    }

    private static String text(Input input) {
        if (input instanceof Input.Heard heard) {
            StringBuilder text = new StringBuilder();
            heard.events().forEach(event -> text.append(event.body()).append('\n'));
            return text.toString();
        }
        return input.toString();
    }

    /** Everything as it is set up now. */
    public Reference reference() throws SQLException {
        try (Connection db = database.getConnection()) {
            return new ReferenceReader().read(db);
        }
    }

    public @Nullable Instant nextDeadline() {
        return engine == null ? null : engine.nextDeadline();
    }

    /** Looks into the engine, between two turns. */
    public <T> T look(Function<Engine, T> at) {
        return at.apply(live());
    }

    private void undo(Connection db, Exception why) {
        kept = null;
        try (db) {
            db.rollback();
            db.setAutoCommit(true);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }
}
