package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.launcher.parts.Part;
import org.jspecify.annotations.Nullable;

/**
 * A predictive campaign at the running stack: virtual agents, simulated customers who are called, and what the books say of
 * it. The campaign belongs to a programme of support, which no calling hours bind, so that it runs at any time of the day.
 */
public final class DialledFloor {

    private static final UUID PROGRAM = UUID.fromString("01970000-0002-7000-8000-000000000201");
    private static final int CLIENT = 2;
    private static final String SKILL = "outbound-bench";
    private static final int LEADS = 30_000;
    private static final double LIMIT = 0.03;

    /** A rate over fewer answers says nothing: there as many may be abandoned as of so many, by which the dialer goes too. */
    private static final int FEWEST = 100;

    /** The simulator's longest talk is six times the mean: four minutes here. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private static final String CAMPAIGN =
            """
            insert into campaign (client_id, campaign_id, program_id, code, name, mode, state, gateway, caller_id, language,
                                  skills, country, call_from, call_until, cap_count, cap_days, wrap_up_seconds,
                                  abandon_limit)
            values (?, ?, ?, ?, 'Predictive', 'PREDICTIVE', 'PAUSED', 'izmir', '+908502001009', 'tr', ?::jsonb, 'TR',
                    '00:00', '00:00', 50, 1, 30, ?)
            """;

    private static final String LIST =
            """
            insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)
            select ?, ?, ?, 'bench', person_id, now(), 'LOADED', false from person where login = 'bora'
            """;

    private static final String LEAD =
            """
            insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
            select ?, gen_random_uuid(), ?, ?, '+90530' || to_char(? + i, 'FM0000000'), 'Lead ' || i, 'TR',
                   array['Europe/Istanbul']
            from generate_series(1, ?) as i
            """;

    private static final String BOOKS =
            """
            select count(*) as dials,
              count(*) filter (where outcome in ('HANDLED', 'ABANDONED')) as answered,
              count(*) filter (where outcome = 'ABANDONED') as abandoned,
              count(*) filter (where outcome = 'LOST') as lost,
              count(*) - count(distinct attempt_id) as doubles
            from contact where client_id = ? and campaign_id = ?
            """;

    /** In the order in which the dialer takes them. */
    private static final String NEXT =
            """
            select number from lead where client_id = ? and campaign_id = ? and state = 'READY' and next_at is null
            order by rank, lead_id limit 200
            """;

    private static final String DIALLED_AFTER =
            """
            select count(*) from contact k join attempt a on a.client_id = k.client_id and a.attempt_id = k.contact_id
            where k.client_id = ? and k.campaign_id = ? and a.number = any (?) and k.offered_at > ?
            """;

    private static final String DENIED =
            """
            select count(*) from attempt
            where client_id = ? and campaign_id = ? and number = any (?) and written_at > ? and not allowed
            """;

    /** A busy number is tried again after a quarter of an hour: the house's own rule. Nothing else is, within a run. */
    private static final String AGAIN =
            """
            select count(distinct k.dialled) from contact k
            join contact e on e.client_id = k.client_id and e.campaign_id = k.campaign_id and e.dialled = k.dialled
              and e.contact_id <> k.contact_id and e.offered_at <= k.offered_at
            where k.client_id = ? and k.campaign_id = ?
              and not (e.outcome = 'BUSY' and k.offered_at >= e.ended_at + interval '15 minutes')
            """;

    private static final String WORK =
            """
            select coalesce(sum(extract(epoch from closed_at - connected_at)), 0)
            from contact where client_id = ? and campaign_id = ? and connected_at is not null
            """;

    private final RunningStack running;
    private final Stack stack;
    private final @Nullable OwnStack own;
    private final Figures figures;
    private final SplittableRandom random;
    private final Clock clock = Clock.systemUTC();
    private final UUID campaign = UUID.randomUUID();
    private final DeskTimes times = new DeskTimes();
    private final List<VirtualAgent> shift = new ArrayList<>();
    private final ScheduledExecutorService pauses = Executors.newScheduledThreadPool(2);
    private List<String> stopped = List.of();
    private @Nullable Instant stoppedAt;

    /** At the stack that runs. */
    public DialledFloor(RunningStack running, Figures figures, long seed) throws IOException {
        this(running, running.stack(), null, figures, seed);
    }

    /** At a stack of one's own, whose server is killed once on the way. */
    public DialledFloor(RunningStack running, OwnStack own, Figures figures, long seed) {
        this(running, own.stack(), own, figures, seed);
    }

    private DialledFloor(RunningStack running, Stack stack, @Nullable OwnStack own, Figures figures, long seed) {
        this.running = running;
        this.stack = stack;
        this.own = own;
        this.figures = figures;
        this.random = new SplittableRandom(seed);
    }

    public void run(int agents, double minutes) throws Exception {
        SimulatorControl control = new SimulatorControl(stack);
        Crew crew = new Crew(stack);
        running.say("floor.assemble", agents);
        List<String> logins = crew.assemble(agents);
        try {
            prepare(stack, control);
            begin(logins);
            running.say("bench.campaign.begin", shift.size(), minutes);
            update(stack, "update campaign set state = 'RUNNING' where client_id = ? and campaign_id = ?");
            watch(minutes, logins);
            update(stack, "update campaign set state = 'PAUSED' where client_id = ? and campaign_id = ?");
            Await.until("every call is over", SETTLING, () -> open(stack) == 0);
            reckon(stack, agents, minutes);
        } finally {
            update(stack, "update campaign set state = 'ENDED' where client_id = ? and campaign_id = ?");
            shift.forEach(VirtualAgent::stopTakingContacts);
            shift.forEach(VirtualAgent::end);
            pauses.shutdownNow();
            crew.dismiss();
        }
    }

    private void prepare(Stack stack, SimulatorControl control) throws IOException, InterruptedException, SQLException {
        ObjectNode habits = new ObjectMapper().createObjectNode();
        habits.put("human", 0.3).put("machine", 0).put("busy", 0.05).put("noAnswer", 0.65);
        habits.put("congestion", 0).put("unallocated", 0).put("rejected", 0);
        habits.put("ringFromSeconds", 5).put("ringToSeconds", 18).put("patienceSeconds", 30);
        habits.put("talkSeconds", 40).put("hangsUpFirst", 1);
        control.post("/settings", habits);
        UUID list = UUID.randomUUID();
        try (Connection engine = stack.engine()) {
            engine.setAutoCommit(false);
            execute(
                    engine,
                    "insert into person_client (client_id, person_id) select ?, person_id from person"
                            + " where login like 'virtual-%' on conflict do nothing",
                    CLIENT);
            execute(
                    engine,
                    "insert into person_skill (person_id, skill, proficiency) select person_id, ?, 5 from person"
                            + " where login like 'virtual-%' on conflict do nothing",
                    SKILL);
            execute(engine, CAMPAIGN, CLIENT, campaign, PROGRAM, "bench-" + campaign, "{\"" + SKILL + "\": 1}", LIMIT);
            execute(engine, LIST, CLIENT, list, campaign);
            execute(engine, LEAD, CLIENT, campaign, list, random.nextInt(9_000_000), LEADS);
            engine.commit();
        }
    }

    private void begin(List<String> logins) throws IOException, InterruptedException, SQLException {
        Dispositions dispositions = new Dispositions(stack);
        for (String login : logins) {
            VirtualAgent agent = new VirtualAgent(stack, login, dispositions, times, pauses, random.split());
            agent.begin();
            shift.add(agent);
        }
    }

    /**
     * Every half minute says how it stands. After a third of the time the leads that are due next are put on a do-not-call
     * list; after two thirds a stack of one's own loses its server.
     */
    private void watch(double minutes, List<String> logins) throws Exception {
        long halves = Math.round(minutes * 2);
        for (long i = 1; i <= halves; i++) {
            if (i == halves / 3) {
                stopThoseWhoAreNext();
            }
            if (own != null && i == halves * 2 / 3) {
                running.say("bench.campaign.kill");
                own.kill(Part.SERVER);
                own.startAgain(Part.SERVER);
                shift.clear();
                begin(logins);
            }
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            Await.until("half a minute is over", Duration.ofMinutes(1), () -> System.nanoTime() >= until);
            Books books = books(stack);
            running.say("bench.campaign.stands", i / 2.0, books.dials(), books.answered(), books.abandoned());
        }
    }

    private void stopThoseWhoAreNext() throws IOException, InterruptedException, SQLException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(NEXT)) {
            select.setInt(1, CLIENT);
            select.setObject(2, campaign);
            List<String> numbers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
            new StopList(stack, clock).handIn(CLIENT, numbers);
            stopped = numbers;
            stoppedAt = clock.instant();
            running.say("bench.campaign.stop", numbers.size());
        }
    }

    private record Books(int dials, int answered, int abandoned, int lost, int doubles) {}

    private Books books(Stack stack) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(BOOKS)) {
            select.setInt(1, CLIENT);
            select.setObject(2, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Books(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
            }
        }
    }

    private int open(Stack stack) throws SQLException, IOException {
        return (int) number(
                stack, "select count(*) from contact where client_id = ? and campaign_id = ? and ended_at is null");
    }

    private double number(Stack stack, String question) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(question)) {
            select.setInt(1, CLIENT);
            select.setObject(2, campaign);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        }
    }

    private void reckon(Stack stack, int agents, double minutes) throws SQLException, IOException {
        Books books = books(stack);
        figures.report("agents", agents, "agents");
        figures.report("dials", books.dials(), "calls");
        figures.report("answered", books.answered(), "calls");
        boolean few = books.answered() < FEWEST;
        figures.add("abandoned", books.abandoned(), "calls", few ? Goal.atMost(LIMIT * FEWEST) : null);
        double rate = books.answered() == 0 ? Double.NaN : 100.0 * books.abandoned() / books.answered();
        figures.add("abandonment", rate, "%", few ? null : Goal.atMost(100 * LIMIT));
        figures.add("dialled_twice", books.doubles(), "calls", Goal.exactly(0));
        figures.add("lost", books.lost(), "calls", own == null ? Goal.exactly(0) : null);
        if (stoppedAt != null) {
            figures.add("listed_dialled_after_upload", listed(DIALLED_AFTER), "calls", Goal.exactly(0));
            figures.add("listed_denied", listed(DENIED), "attempts", Goal.atLeast(1));
        }
        double worked = number(stack, WORK) / (agents * minutes * 60);
        figures.report("time_with_customers", 100 * worked, "%");
        figures.add("numbers_dialled_again", number(stack, AGAIN), "numbers", Goal.exactly(0));
    }

    private int listed(String question) throws SQLException, IOException {
        try (Connection engine = stack.engine();
                PreparedStatement select = engine.prepareStatement(question)) {
            select.setInt(1, CLIENT);
            select.setObject(2, campaign);
            select.setArray(3, engine.createArrayOf("text", stopped.toArray()));
            select.setObject(4, Objects.requireNonNull(stoppedAt).atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void update(Stack stack, String statement) throws SQLException, IOException {
        try (Connection engine = stack.engine()) {
            execute(engine, statement, CLIENT, campaign);
        }
    }

    private static void execute(Connection engine, String statement, Object... values) throws SQLException {
        try (PreparedStatement run = engine.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                run.setObject(i + 1, values[i]);
            }
            run.executeUpdate();
        }
    }
}
