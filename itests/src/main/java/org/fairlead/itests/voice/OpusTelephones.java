package org.fairlead.itests.voice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.telephony.AsteriskHome;
import org.fairlead.launcher.telephony.TelephonyPrograms;

/**
 * Agents' telephones that speak Opus alone, as browsers can: an Asterisk of their own picks up and speaks, for sipp knows
 * no such codec. What it takes to encode there is not the site's.
 */
final class OpusTelephones implements AutoCloseable {

    private static final long CONSOLE_SECONDS = 10;

    private final TelephonyPrograms programs;
    private final AsteriskHome home;
    private final Process process;

    /** @param place of the engine that calls them */
    OpusTelephones(TelephonyPrograms programs, Path folder, BenchEngine.Place place) throws IOException {
        this.programs = programs;
        home = new AsteriskHome(folder);
        configure(home, programs, place);
        process = new ProcessBuilder(programs.asterisk(home.configuration()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log/console.log").toFile())
                .start();
    }

    /** Writes what it reads when it begins. */
    static void configure(AsteriskHome home, TelephonyPrograms programs, BenchEngine.Place place) throws IOException {
        home.write("carrier", values(programs, place));
    }

    private static Map<String, String> values(TelephonyPrograms programs, BenchEngine.Place place) {
        Map<String, String> values = new HashMap<>();
        values.put("root", programs.root().toString());
        values.put("name", "agents");
        values.put("address", BenchEngine.AGENTS);
        values.put("sip-port", Integer.toString(place.agentsPort()));
        values.put("ari-port", Integer.toString(place.ari()));
        values.put("ari-password", place.password());
        values.put("sounds", place.sounds().toString());
        values.put("music", place.sounds().resolve("music").toString());
        values.put("ice-candidates", "");
        values.put("tls", "");
        values.put("sites", ENGINE);
        return values;
    }

    private static final String ENGINE =
            """

            [engine](site)
            disallow = all
            allow = opus

            [engine]
            type = identify
            endpoint = engine
            match = %s
            """
                    .formatted(BenchEngine.ADDRESS);

    boolean alive() {
        return process.isAlive();
    }

    /** All hang up. */
    void hangUp() throws IOException, InterruptedException {
        Process console = new ProcessBuilder(programs.console(home.configuration(), "channel request hangup all"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!console.waitFor(CONSOLE_SECONDS, TimeUnit.SECONDS) || console.exitValue() != 0) {
            throw new IOException("the agents' telephones do not hang up");
        }
    }

    /** Their address is free then for whoever comes next. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
