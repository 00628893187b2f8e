package org.fairlead.itests.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A carrier played by sipp: each number answers by its last digit. */
final class SipCarrier implements AutoCloseable {

    static final String ADDRESS = "127.9.0.4";
    private static final double HELLO_SECONDS = 0.7;
    private static final double SPEECH_SECONDS = 8;

    private final Process process;
    private final int port;

    SipCarrier(TelephonyLab lab, int port) throws IOException {
        this.port = port;
        Path folder = Files.createDirectories(lab.folder().resolve("sipp"));
        Path person = folder.resolve("person.alaw");
        Path machine = folder.resolve("machine.alaw");
        Sound.toLine(lab.sounds().resolve("en/demo-hello.wav"), person, HELLO_SECONDS);
        Sound.toLine(lab.sounds().resolve("en/demo-machine.wav"), machine, SPEECH_SECONDS);
        Path scenario = folder.resolve("carrier.xml");
        try (InputStream file = SipCarrier.class.getResourceAsStream("carrier.xml")) {
            if (file == null) {
                throw new IOException("no scenario");
            }
            String text = new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
            Files.writeString(
                    scenario,
                    text.replace("@PERSON@", person.toString()).replace("@MACHINE@", machine.toString()),
                    StandardCharsets.ISO_8859_1);
        }
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
                        "30000",
                        "-max_rtp_port",
                        "34000",
                        "-nostdin",
                        "-trace_err"));
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.log").toFile())
                .start();
    }

    /** The pattern of the endpoint for a number that is to reach this carrier. */
    String trunk() {
        return "PJSIP/trunk/sip:{number}@" + ADDRESS + ":" + port;
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
