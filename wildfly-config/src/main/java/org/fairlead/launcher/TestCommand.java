package org.fairlead.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the tests: all tiers, or those that need no server. */
@Command(name = "test", mixinStandardHelpOptions = true, sortOptions = false)
final class TestCommand implements Callable<Integer> {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String WITHOUT_SERVER = "i18n,jms-config,gateway,wildfly-config,ejb,web";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--fast")
    private boolean fast;

    @Override
    public Integer call() throws Exception {
        if (fast) {
            return run(List.of("mvn", "-B", "-ntp", "-q", "-Dfast", "-pl", WITHOUT_SERVER, "test"));
        }
        requireBrowser(spec.commandLine().getOut());
        return run(List.of("mvn", "-B", "-ntp", "verify"));
    }

    private void requireBrowser(PrintWriter out) throws StartFailure, IOException, InterruptedException {
        if (browserThere()) {
            return;
        }
        boolean debian = Files.exists(Path.of("/etc/debian_version")) && Files.isWritable(Path.of("/usr/bin"));
        if (!debian) {
            throw new StartFailure(Words.of("browser.missing"), Words.of("browser.missing.advice"));
        }
        out.println(Words.of("browser.installing"));
        List<String> install =
                List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core");
        if (run(install) != 0) {
            run(List.of("apt-get", "update"));
            if (run(install) != 0 || !browserThere()) {
                throw new StartFailure(Words.of("browser.missing"), Words.of("browser.missing.advice"));
            }
        }
    }

    private static boolean browserThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"))
                .flatMap(folder -> BROWSERS.stream().map(name -> Path.of(folder, name)))
                .anyMatch(Files::isExecutable);
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(Here.checkout().toFile())
                .inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return builder.start().waitFor();
    }
}
