package org.fairlead.itests.voice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.fairlead.itests.RunningStack;
import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;
import org.fairlead.itests.stack.Await;

/**
 * {@code bench media}: bridged calls with voice both ways, recorded as in service, held for minutes. What the engine
 * lost of it is the engine's own count by sequence numbers; what this machine dropped on the way is the kernel's.
 */
public final class MediaBench {

    private static final int CALLS = 100;
    private static final int SET_UPS_PER_SECOND = 8;
    private static final Duration HELD = Duration.ofMinutes(5);
    /** Each takes some hundredths of a core, here and at the agents' end. */
    private static final int OPUS_CALLS = 20;

    private static final Duration OPUS_HELD = Duration.ofSeconds(40);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PACKETS_PER_SECOND = 50;
    /** The agents' and the customers' legs. */
    private static final int LEGS = 2;

    private static final float RATE = 8_000;

    private final RunningStack running;
    private final Figures figures;
    private final Clock clock = Clock.systemUTC();

    public MediaBench(RunningStack running, Figures figures) {
        this.running = running;
        this.figures = figures;
    }

    /** @param base of the ports of a stack of its own */
    public void run(Path checkout, int base) throws Exception {
        running.say("bench.voice.stage", Integer.toString(base), CALLS);
        try (VoiceStage stage = new VoiceStage(checkout, base, CALLS, "alaw,opus")) {
            stage.begin();
            Path voice = stage.sounds().resolve("voice.alaw");
            toLine(stage.sounds().resolve("en/demo-agent.wav"), voice);
            double opus = opus(stage, voice);
            stage.everybodyIsFree();
            try (Sipp agents = stage.agents("media", HELD.multipliedBy(2), voice);
                    Sipp callers = stage.callers("media", VoiceStage.OURS, SET_UPS_PER_SECOND, CALLS, voice)) {
                Await.until("all talk", SOON, () -> stage.talking() == CALLS);
                double plain = hold(stage, "media", CALLS, HELD);
                figures.report("media_transcoding_per_call", opus - plain, "%_of_a_core");
                if (!agents.alive() || !callers.alive()) {
                    throw new IOException("sipp has ended");
                }
            }
        }
    }

    /** Agents' telephones speak Opus, and each talk is made over to the customer's G.711; what one costs. */
    private double opus(VoiceStage stage, Path voice) throws Exception {
        running.say("bench.media.opus", OPUS_CALLS);
        try (OpusTelephones telephones = stage.opusTelephones();
                Sipp callers = stage.callers("opus", VoiceStage.OURS, SET_UPS_PER_SECOND, OPUS_CALLS, voice)) {
            Await.until("all talk", SOON, () -> stage.talking() == OPUS_CALLS);
            figures.add("media_opus_agents", stage.engine().legsWith("opus"), "legs", Goal.exactly(OPUS_CALLS));
            double cost = hold(stage, "media_opus", OPUS_CALLS, OPUS_HELD);
            if (!telephones.alive() || !callers.alive()) {
                throw new IOException("a telephone has ended");
            }
            callers.noMoreCalls();
            telephones.hangUp();
            Await.until("all have hung up", SOON, () -> stage.talking() == 0);
            return cost;
        }
    }

    /** What a call costs the engine meanwhile. */
    private double hold(VoiceStage stage, String what, int calls, Duration held) throws Exception {
        running.say("bench.media.hold", calls, held.toSeconds());
        long droppedBefore = Udp.dropped(BenchEngine.ADDRESS);
        Map<String, JsonNode> first = stage.engine().voice();
        Cpu before = Cpu.now(stage.own().stack().runFile(), stage.engine().pid());
        Instant from = clock.instant();
        Await.until(
                "the time is over", held.plusSeconds(10), () -> clock.instant().isAfter(from.plus(held)));
        Duration time = Duration.between(from, clock.instant());
        Map<String, Double> cores =
                Cpu.now(stage.own().stack().runFile(), stage.engine().pid()).since(before, time);
        Map<String, JsonNode> last = stage.engine().voice();
        figures.add(what + "_calls_held", stage.talking(), "calls", Goal.exactly(calls));
        first.keySet().retainAll(last.keySet());
        figures.add(what + "_legs_held", first.size(), "legs", Goal.exactly(calls * LEGS));
        figures.add(what + "_lost_to_engine", gained(first, last, "rxploss"), "packets", Goal.exactly(0));
        figures.add(
                what + "_dropped_by_machine",
                (double) (Udp.dropped(BenchEngine.ADDRESS) - droppedBefore),
                "packets",
                Goal.exactly(0));
        double due = calls * LEGS * PACKETS_PER_SECOND * (time.toMillis() / 1000.0);
        figures.report(what + "_received_of_due", 100 * gained(first, last, "rxcount") / due, "%");
        figures.report(what + "_sent_of_due", 100 * gained(first, last, "txcount") / due, "%");
        cores.forEach((part, busy) -> figures.report(what + "_cpu_" + part, 100 * busy, "%_of_a_core"));
        double cost = 100 * cores.getOrDefault("engine", Double.NaN) / calls;
        figures.report(what + "_cpu_per_call", cost, "%_of_a_core");
        return cost;
    }

    private static double gained(Map<String, JsonNode> first, Map<String, JsonNode> last, String what) {
        double gained = 0;
        for (Map.Entry<String, JsonNode> leg : first.entrySet()) {
            JsonNode now = last.getOrDefault(leg.getKey(), leg.getValue());
            gained += now.path(what).asLong() - leg.getValue().path(what).asLong();
        }
        return gained;
    }

    /** As telephone lines carry it. */
    private static void toLine(Path sound, Path line) throws IOException {
        AudioFormat alaw = new AudioFormat(AudioFormat.Encoding.ALAW, RATE, 8, 1, 1, RATE, false);
        try (AudioInputStream spoken = AudioSystem.getAudioInputStream(sound.toFile());
                AudioInputStream heard = AudioSystem.getAudioInputStream(alaw, spoken)) {
            Files.write(line, heard.readAllBytes());
        } catch (UnsupportedAudioFileException e) {
            throw new IOException("no sound in " + sound, e);
        }
    }

    /** What the kernel says of datagrams. */
    private static final class Udp {

        private static final int LOCAL = 1;
        private static final String BLANK = "\\s+";

        private Udp() {}

        /** Those to this address that its program did not take in time; sipp takes none, so its own count for nothing. */
        static long dropped(String address) throws IOException {
            String[] parts = address.split("\\.", -1);
            StringBuilder hex = new StringBuilder();
            for (int i = parts.length - 1; i >= 0; i--) {
                hex.append(String.format(Locale.ROOT, "%02X", Integer.parseInt(parts[i])));
            }
            long dropped = 0;
            for (String line : Files.readAllLines(Path.of("/proc/net/udp"))) {
                String[] fields = line.strip().split(BLANK, -1);
                if (fields[LOCAL].startsWith(hex + ":")) {
                    dropped += Long.parseLong(fields[fields.length - 1]);
                }
            }
            return dropped;
        }
    }
}
