package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;

/**
 * Asterisk, a speech synthesiser and a SIP test tool in a folder of their own, run with their own loader and libraries:
 * the machine's release does not matter, and nothing is installed on it but the tool that unpacks packages.
 *
 * @param root the folder, as a system's root would look
 */
public record TelephonyPrograms(Path root) {

    /** Which of the distribution's suites have an Asterisk that speaks the control protocol of version 22; they move. */
    private static final List<String> SUITES = List.of("forky", "sid");

    private static final String UNPACKER = "mmdebstrap";
    private static final String PACKAGES = "asterisk,espeak-ng,sip-tester";
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu";
    private static final long INSTALL_MINUTES = 10;

    /** Those in this folder of unpacked programs, fetched and unpacked if they are not there. */
    public static TelephonyPrograms in(Path dist, Path log) throws IOException, InterruptedException, StartFailure {
        Path root = dist.resolve("telephony");
        TelephonyPrograms programs = new TelephonyPrograms(root);
        if (!Files.isExecutable(programs.program("usr/sbin/asterisk"))) {
            install(root, log);
        }
        return programs;
    }

    /** Whether they are there already. */
    public static boolean areIn(Path dist) {
        return Files.isExecutable(dist.resolve("telephony/usr/sbin/asterisk"));
    }

    /** The command that runs Asterisk in the foreground. */
    public List<String> asterisk(Path configuration) {
        return command("usr/sbin/asterisk", "-C", configuration.toString(), "-f", "-n");
    }

    /** The command that says something to a running Asterisk. */
    public List<String> console(Path configuration, String words) {
        return command("usr/sbin/asterisk", "-C", configuration.toString(), "-rx", words);
    }

    /** The command that speaks the text of its standard input into a file. */
    public List<String> speak(String voice, Path file) {
        return command(
                "usr/bin/espeak-ng", "--path=" + program(LIBRARIES), "-v", voice, "-s", "150", "-w", file.toString());
    }

    /** The SIP test tool. */
    public List<String> sipp(String... arguments) {
        return command("usr/bin/sipp", arguments);
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program("usr/lib64/ld-linux-x86-64.so.2").toString());
        command.add("--library-path");
        command.add(program(LIBRARIES) + ":" + program(LIBRARIES + "/pulseaudio"));
        command.add("--argv0");
        command.add(String.valueOf(Path.of(program).getFileName()));
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private Path program(String name) {
        return root.resolve(name);
    }

    private static void install(Path root, Path log) throws IOException, InterruptedException, StartFailure {
        String mirror = AptSources.mirror(Path.of("/etc/apt"))
                .orElseThrow(() -> new StartFailure(Words.of("telephony.no-mirror"), Words.of("telephony.elsewhere")));
        requireUnpacker(log);
        for (String suite : SUITES) {
            Path half = root.resolveSibling("telephony-half");
            Folders.delete(half);
            Files.createDirectories(half);
            if (run(log, unpack(suite, half, mirror)) && Files.isExecutable(half.resolve("usr/sbin/asterisk"))) {
                Folders.delete(root);
                Files.move(half, root);
                return;
            }
            Folders.delete(half);
        }
        throw new StartFailure(Words.of("telephony.not-fetched", log), Words.of("telephony.elsewhere"));
    }

    private static List<String> unpack(String suite, Path folder, String mirror) {
        return List.of(
                UNPACKER,
                "--quiet",
                "--mode=root",
                "--variant=extract",
                "--skip=check/qemu",
                "--include=" + PACKAGES,
                "--aptopt=APT::Install-Recommends \"false\"",
                "--aptopt=Acquire::Check-Valid-Until \"false\"",
                "--aptopt=Acquire::Retries \"3\"",
                suite,
                folder.toString(),
                mirror);
    }

    private static void requireUnpacker(Path log) throws IOException, InterruptedException, StartFailure {
        if (there(UNPACKER)) {
            return;
        }
        List<String> install = List.of("apt-get", "install", "-y", "--no-install-recommends", UNPACKER);
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root
                || !there("apt-get")
                || !(run(log, install) || (run(log, List.of("apt-get", "update")) && run(log, install)))) {
            throw new StartFailure(Words.of("telephony.no-unpacker"), Words.of("telephony.elsewhere"));
        }
    }

    private static boolean there(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean run(Path log, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
