package org.fairlead.itests.voice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.telephony.TelephonyPrograms;
import org.jspecify.annotations.Nullable;

/** One run of the SIP test tool, with every message of it on file. */
final class Sipp implements AutoCloseable {

    private static final Duration LAST_CALLS = Duration.ofSeconds(30);
    private static final int MEDIA_PORTS = 4_000;

    private final Path folder;
    private final String name;
    private final Process process;

    /**
     * Who plays.
     *
     * @param name of the scenario
     * @param sound what is said, G.711 A-law; null for silence
     */
    record Role(String name, String address, int port, int firstMediaPort, @Nullable Path sound, Duration talk) {}

    Sipp(TelephonyPrograms programs, Path folder, Role role, List<String> arguments) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.name = role.name();
        Path scenario = folder.resolve(name + ".xml");
        Files.writeString(scenario, scenario(role), StandardCharsets.ISO_8859_1);
        List<String> all = new ArrayList<>(List.of(
                "-sf",
                scenario.toString(),
                "-i",
                role.address(),
                "-p",
                Integer.toString(role.port()),
                "-mi",
                role.address(),
                "-min_rtp_port",
                Integer.toString(role.firstMediaPort()),
                "-max_rtp_port",
                Integer.toString(role.firstMediaPort() + MEDIA_PORTS),
                "-timer_resol",
                "1",
                "-nostdin",
                "-trace_msg",
                "-message_file",
                messages().toString()));
        all.addAll(arguments);
        process = new ProcessBuilder(programs.sipp(all.toArray(String[]::new)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
    }

    private static String scenario(Role role) throws IOException {
        try (InputStream file = Sipp.class.getResourceAsStream(role.name() + ".xml")) {
            if (file == null) {
                throw new IOException("no scenario " + role.name());
            }
            boolean speaks = role.sound() != null;
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .replace("@MEDIA-PORT@", speaks ? "[rtpstream_audio_port]" : "[media_port]")
                    .replace("@TALK@", Long.toString(role.talk().toMillis()))
                    .replace(
                            "@SPEAK@",
                            speaks
                                    ? "<nop><action><exec rtp_stream=\"" + role.sound()
                                            + ",-1,8,PCMA/8000\"/></action></nop>"
                                    : "");
        }
    }

    /** Every message that was sent and received. */
    Path messages() {
        return folder.resolve(name + ".messages");
    }

    boolean alive() {
        return process.isAlive();
    }

    /** No new calls; those that are there go on. */
    void noMoreCalls() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-USR1", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** No new calls; those that are there come to their end. */
    void lastCalls() throws IOException, InterruptedException {
        noMoreCalls();
        if (!process.waitFor(LAST_CALLS.toSeconds(), TimeUnit.SECONDS)) {
            end();
        }
    }

    /** Ends it, with whatever calls there still are; all that it did is on file then. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
