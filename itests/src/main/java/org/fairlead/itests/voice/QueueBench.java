package org.fairlead.itests.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.voice.SipTrace.Message;
import org.jspecify.annotations.Nullable;

/**
 * {@code bench queue}: our queue, through gateway, broker, engine and database, beside Asterisk's own, in the same
 * Asterisk, with the same callers and agents of sipp. All times are those of the messages on the wire.
 */
public final class QueueBench {

    private static final int AGENTS = 50;
    private static final int MOST_CALLERS = 80;
    private static final int SET_UPS_PER_SECOND = 50;
    private static final int CALM_PER_SECOND = 4;
    private static final Duration TALK = Duration.ofMillis(1_200);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofSeconds(15);
    private static final double TIMES = 1.3;
    private static final double P50_MILLIS = 25;
    private static final double P95_MILLIS = 80;
    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toMillis() * 1_000;

    private final RunningStack running;
    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    public QueueBench(RunningStack running, Figures figures) {
        this.running = running;
        this.figures = figures;
    }

    /** @param base of the ports of a stack of its own */
    public void run(Path checkout, int base) throws Exception {
        running.say("bench.voice.stage", Integer.toString(base), AGENTS);
        try (VoiceStage stage = new VoiceStage(checkout, base, AGENTS, "alaw")) {
            stage.begin();
            running.say("bench.queue.saturated", AGENTS, TALK.toMillis());
            double peer = saturated(stage, "peer", BenchEngine.PEER, null, null);
            double ours = saturated(stage, "ours", VoiceStage.OURS, Goal.atMost(P50_MILLIS), Goal.atMost(P95_MILLIS));
            figures.report("queue_ideal_calls", AGENTS / (TALK.toMillis() / 1000.0), "1/s");
            figures.add("queue_ours_to_peer", ours / peer, "times", Goal.atLeast(TIMES));
            running.say("bench.queue.calm", CALM_PER_SECOND);
            calm(stage, "peer", BenchEngine.PEER, null);
            calm(stage, "ours", VoiceStage.OURS, Goal.atMost(P50_MILLIS));
        }
    }

    /** More callers than agents, all the time. */
    private double saturated(VoiceStage stage, String who, String number, @Nullable Goal p50, @Nullable Goal p95)
            throws Exception {
        stage.everybodyIsFree();
        Instant from;
        Instant until;
        List<Message> atAgents;
        List<Message> atCallers;
        try (Sipp agents = stage.agents("saturated-" + who, TALK, null);
                Sipp callers = stage.callers("saturated-" + who, number, SET_UPS_PER_SECOND, MOST_CALLERS, null)) {
            pause(WARM_UP);
            from = clock.instant();
            Cpu before = Cpu.now(stage.own().stack().runFile(), stage.engine().pid());
            pause(MEASURED);
            until = clock.instant();
            Cpu.now(stage.own().stack().runFile(), stage.engine().pid())
                    .since(before, Duration.between(from, until))
                    .forEach((part, cores) -> figures.report("queue_" + who + "_cpu_" + part, cores, "cores"));
            callers.lastCalls();
            pause(TALK);
            agents.end();
            callers.end();
            atAgents = SipTrace.read(agents.messages());
            atCallers = SipTrace.read(callers.messages());
        }
        long calls = atAgents.stream()
                .filter(each -> each.sent() && each.what().equals("BYE") && within(each.at(), from, until))
                .map(Message::call)
                .distinct()
                .count();
        double perSecond = calls / (Duration.between(from, until).toMillis() / 1000.0);
        figures.report("queue_" + who + "_calls", perSecond, "1/s");
        figures.add("queue_" + who + "_refused_callers", refused(atCallers), "calls", Goal.exactly(0));
        Histogram gaps = releaseToInvite(atAgents, from, until);
        figures.percentile("queue_" + who + "_release_to_invite_p50", gaps, 50, p50);
        figures.percentile("queue_" + who + "_release_to_invite_p95", gaps, 95, p95);
        return perSecond;
    }

    /** Hardly any callers: an agent is always free. */
    private void calm(VoiceStage stage, String who, String number, @Nullable Goal p50) throws Exception {
        stage.everybodyIsFree();
        try (Sipp agents = stage.agents("calm-" + who, TALK, null);
                Sipp callers = stage.callers("calm-" + who, number, CALM_PER_SECOND, MOST_CALLERS, null)) {
            pause(CALM);
            callers.lastCalls();
            pause(TALK);
            agents.end();
            callers.end();
            List<Instant> called = invites(SipTrace.read(callers.messages()), true);
            List<Instant> rung = invites(SipTrace.read(agents.messages()), false);
            if (called.size() != rung.size()) {
                throw new IOException(called.size() + " customers called and " + rung.size() + " agents were called");
            }
            Histogram wait = new Histogram(LONGEST_MICROS, 3);
            for (int i = 0; i < called.size(); i++) {
                wait.recordValue(micros(called.get(i), rung.get(i)));
            }
            figures.percentile("queue_" + who + "_caller_to_agent_p50", wait, 50, p50);
            figures.percentile("queue_" + who + "_caller_to_agent_p95", wait, 95, null);
        }
    }

    /** From the agent's own hanging up to the next call at the same telephone. */
    private static Histogram releaseToInvite(List<Message> messages, Instant from, Instant until) {
        Map<String, String> agentOf = new HashMap<>();
        Map<String, Instant> freeSince = new HashMap<>();
        Set<String> over = new HashSet<>();
        Histogram gaps = new Histogram(LONGEST_MICROS, 3);
        for (Message each : messages) {
            if (!each.sent() && each.what().equals("INVITE") && agentOf.putIfAbsent(each.call(), each.user()) == null) {
                Instant free = freeSince.remove(each.user());
                if (free != null && within(free, from, until)) {
                    gaps.recordValue(micros(free, each.at()));
                }
            } else if (each.sent() && each.what().equals("BYE") && over.add(each.call())) {
                freeSince.put(agentOf.getOrDefault(each.call(), ""), each.at());
            }
        }
        return gaps;
    }

    /** The first of each call, in order. */
    private static List<Instant> invites(List<Message> messages, boolean sent) {
        Map<String, Instant> first = new HashMap<>();
        for (Message each : messages) {
            if (each.sent() == sent && each.what().equals("INVITE")) {
                first.putIfAbsent(each.call(), each.at());
            }
        }
        return new ArrayList<>(first.values().stream().sorted().toList());
    }

    private static double refused(List<Message> messages) {
        Map<String, String> answers = new TreeMap<>();
        for (Message each : messages) {
            if (!each.sent() && each.what().matches("[456]\\d\\d")) {
                answers.put(each.call(), each.what());
            }
        }
        return answers.size();
    }

    private static long micros(Instant from, Instant to) {
        return Math.max(0, Math.min(LONGEST_MICROS, Duration.between(from, to).toNanos() / 1_000));
    }

    private static boolean within(Instant at, Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    private void pause(Duration length) {
        Instant end = clock.instant().plus(length);
        Await.until("time passes", length.plusSeconds(5), () -> clock.instant().isAfter(end));
    }
}
