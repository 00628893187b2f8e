package org.fairlead.itests.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.OwnFile;
import org.jspecify.annotations.Nullable;

/** The gateway as the launcher starts it, but at the end of a line to the broker that can be cut. */
final class SiteGateway implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Stack stack;
    private final List<Path> program;
    private final BrokerLine line;
    private @Nullable Process process;

    SiteGateway(Stack stack, Path checkout) throws IOException {
        this.stack = stack;
        program = Build.ofCheckout(checkout).gateway();
        line = new BrokerLine(stack.brokerPort());
    }

    BrokerLine line() {
        return line;
    }

    /** Starts it and waits until its control answers. */
    void start() throws IOException {
        Path folder = stack.state().resolve("gateway");
        Path settings = folder.resolve("behind-line.properties");
        OwnFile.write(
                settings,
                Files.readString(folder.resolve("gateway.properties"))
                        .replace("broker.port=" + stack.brokerPort(), "broker.port=" + line.port()));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-Duser.timezone=UTC",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        program.stream().map(Path::toString).collect(Collectors.joining(":")),
                        "org.fairlead.gateway.Gateway",
                        settings.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        stack.state().resolve("log/gateway.log").toFile()))
                .start();
        Await.until("the gateway's control answers", START, () -> {
            new SimulatorControl(stack).get("/calls");
            return true;
        });
    }

    /** Ends it at once, as kill -9 does. */
    void kill() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.close();
    }
}
