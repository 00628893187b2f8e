package org.fairlead.itests.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A desk telephone, played by sipp: it registers, and picks up by itself when it is asked to. */
final class SipTelephone implements AutoCloseable {

    private static final String ADDRESS = "127.9.0.5";
    private static final double VOICE_SECONDS = 4;
    private static final long REGISTER_SECONDS = 15;

    private final TelephonyLab lab;
    private final int port;
    private final Path folder;
    private @Nullable Process picksUp;

    SipTelephone(TelephonyLab lab, int port) throws IOException {
        this.lab = lab;
        this.port = port;
        folder = Files.createDirectories(lab.folder().resolve("telephone"));
    }

    /** Whether the engine lets it. */
    boolean registers(String account, String password) throws IOException, InterruptedException {
        Path scenario = written("register.xml", "@ACCOUNT@", account, "@PASSWORD@", password);
        Process process = sipp(scenario, "-m", "1", lab.address() + ":" + lab.sipPort());
        if (!process.waitFor(REGISTER_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }

    /** From now on it picks up, and speaks. */
    void attend() throws IOException {
        Path voice = folder.resolve("voice.alaw");
        Sound.toLine(lab.sounds().resolve("en/demo-agent.wav"), voice, VOICE_SECONDS);
        picksUp = sipp(written("telephone.xml", "@VOICE@", voice.toString()), "-aa");
    }

    private Path written(String name, String... places) throws IOException {
        try (InputStream file = SipTelephone.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no scenario " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            for (int i = 0; i < places.length; i += 2) {
                text = text.replace(places[i], places[i + 1]);
            }
            return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
        }
    }

    private Process sipp(Path scenario, String... more) throws IOException {
        List<String> command = new ArrayList<>(lab.programs()
                .sipp(
                        "-sf",
                        scenario.toString(),
                        "-i",
                        ADDRESS,
                        "-p",
                        Integer.toString(port),
                        "-mi",
                        ADDRESS,
                        "-min_rtp_port",
                        "34100",
                        "-max_rtp_port",
                        "34400",
                        "-nostdin",
                        "-trace_err"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.log").toFile())
                .start();
    }

    @Override
    public void close() {
        Process process = picksUp;
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
