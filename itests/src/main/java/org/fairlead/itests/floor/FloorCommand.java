package org.fairlead.itests.floor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.Words;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./fairlead floor}: virtual agents and customers at the running stack, and what was measured. */
@Command(name = "floor", resourceBundle = Words.BUNDLE)
public final class FloorCommand implements Callable<Integer> {

    private static final double PATIENCE_SECONDS = 60;
    private static final double TALK_AT_LEAST_SECONDS = 3;
    private static final Duration SETTLING = Duration.ofMinutes(3);

    @Mixin
    private RunningStack running = new RunningStack();

    @Option(names = "--agents", defaultValue = "40", paramLabel = "N")
    private int agents;

    @Option(names = "--calls-per-minute", defaultValue = "60", paramLabel = "N")
    private double callsPerMinute;

    @Option(names = "--minutes", defaultValue = "5", paramLabel = "N")
    private double minutes;

    @Option(names = "--talk-seconds", defaultValue = "15", paramLabel = "S")
    private double talkSeconds;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    @Override
    public Integer call() throws Exception {
        Stack stack = running.stack();
        Figures figures = new Figures(running.out(), "floor", seed);
        DeskTimes times = new DeskTimes();
        Crew crew = new Crew(stack);
        running.say("floor.assemble", agents);
        List<String> logins = crew.assemble(agents);
        ScheduledExecutorService pauses = Executors.newScheduledThreadPool(2);
        List<VirtualAgent> shift = new ArrayList<>();
        try {
            signIn(stack, logins, times, pauses, shift);
            running.say("floor.begin", callsPerMinute, minutes);
            play(stack, shift, times, figures);
        } finally {
            shift.forEach(VirtualAgent::stopTakingContacts);
            shift.forEach(VirtualAgent::end);
            pauses.shutdownNow();
            crew.dismiss();
        }
        if (json != null) {
            figures.write(json);
        }
        return figures.exitStatus();
    }

    private void signIn(
            Stack stack,
            List<String> logins,
            DeskTimes times,
            ScheduledExecutorService pauses,
            List<VirtualAgent> shift)
            throws IOException, InterruptedException, SQLException {
        Dispositions dispositions = new Dispositions(stack);
        SplittableRandom random = new SplittableRandom(seed);
        long begun = System.nanoTime();
        for (String login : logins) {
            VirtualAgent agent = new VirtualAgent(stack, login, dispositions, times, pauses, random.split());
            agent.begin();
            shift.add(agent);
        }
        running.say("floor.signed-in", shift.size(), (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void play(Stack stack, List<VirtualAgent> shift, DeskTimes times, Figures figures)
            throws IOException, InterruptedException, SQLException {
        SimulatorControl control = new SimulatorControl(stack);
        int requestsBefore = shift.stream().mapToInt(VirtualAgent::requests).sum();
        times.actions().reset();
        String crowd = control.post("/crowd", order(stack)).path("crowd").asText();
        Duration length = Duration.ofMillis(Math.round(minutes * 60_000));
        Await.until("the crowd has called", length.plus(Duration.ofMinutes(1)), () -> {
            var progress = control.get("/crowd").path(crowd);
            return progress.path("called").asInt() >= progress.path("planned").asInt();
        });
        running.say("floor.settle");
        Reckoning reckoning = new Reckoning(stack, control);
        boolean settled = settle(reckoning, crowd);
        int requests = shift.stream().mapToInt(VirtualAgent::requests).sum() - requestsBefore;

        figures.report("agents", shift.size(), "agents");
        reckoning.reckon(crowd, figures);
        figures.add("settled", settled ? 1 : 0, "yes", Goal.exactly(1));
        figures.report("contacts_closed_by_agents", times.closed(), "contacts");
        figures.report("offers_missed", times.missed(), "offers");
        Map<String, Integer> refused = times.refused();
        figures.report(
                "actions_refused",
                refused.values().stream().mapToInt(Integer::intValue).sum(),
                "actions");
        refused.forEach((why, count) -> figures.report("actions_refused_" + why, count, "actions"));
        figures.add("actions_broken", times.broken(), "actions", Goal.exactly(0));
        figures.percentile("offer_visible_p50", times.offers(), 50, null);
        figures.percentile("offer_visible_p95", times.offers(), 95, Goal.atMost(300));
        figures.percentile("action_p50", times.actions(), 50, null);
        figures.percentile("action_p95", times.actions(), 95, Goal.atMost(100));
        figures.percentile("panels_p95", times.panels(), 95, null);
        double perContact = times.closed() == 0 ? Double.NaN : (double) requests / times.closed();
        figures.add("requests_per_contact", perContact, "requests", Goal.atMost(7));
    }

    /** What has not settled in time shows in the figures, which name it. */
    private static boolean settle(Reckoning reckoning, String crowd) {
        try {
            Await.until("every call has its outcome", SETTLING, () -> reckoning.settled(crowd));
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private ObjectNode order(Stack stack) throws SQLException, IOException {
        ObjectNode order = new ObjectMapper().createObjectNode();
        order.put("callsPerMinute", callsPerMinute).put("minutes", minutes).put("seed", seed);
        order.put("patienceSeconds", PATIENCE_SECONDS).put("talkSeconds", talkSeconds);
        order.put("talkAtLeastSeconds", TALK_AT_LEAST_SECONDS).put("agentEnds", false);
        numbers(stack, order);
        return order;
    }

    /** The customers call every number that there is. */
    static void numbers(Stack stack, ObjectNode order) throws SQLException, IOException {
        ArrayNode numbers = order.putArray("numbers");
        try (Connection engine = stack.engine();
                PreparedStatement select =
                        engine.prepareStatement("select number from dialled_number order by number");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.addObject().put("dialled", row.getString(1)).put("weight", 1);
            }
        }
    }
}
