package org.fairlead.launcher.parts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.OwnFile;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;

/** The gateway process: in the default run the three sites' gateways in one, with the simulator or Asterisk as their telephony. */
public final class GatewayPart {

    private static final int START_SECONDS = 60;
    private static final List<String> SITES = List.of("manila", "izmir", "tirana");

    private final StateFolder state;
    private final Ports ports;
    private final Secrets secrets;
    private final Build build;
    private final @Nullable TelephonyPart telephony;
    private final List<Integer> otherBrokers;

    /** @param telephony the real engines, or null for the simulator */
    public GatewayPart(
            StateFolder state, Ports ports, Secrets secrets, Build build, @Nullable TelephonyPart telephony) {
        this(state, ports, secrets, build, telephony, List.of());
    }

    /** @param otherBrokers ports at which the broker may be instead */
    public GatewayPart(
            StateFolder state,
            Ports ports,
            Secrets secrets,
            Build build,
            @Nullable TelephonyPart telephony,
            List<Integer> otherBrokers) {
        this.otherBrokers = List.copyOf(otherBrokers);
        this.state = state;
        this.ports = ports;
        this.secrets = secrets;
        this.build = build;
        this.telephony = telephony;
    }

    /** Starts it and waits until its control answers. */
    public void start(Started started) throws IOException, InterruptedException, StartFailure {
        Path configuration = state.gateway().resolve("gateway.properties");
        OwnFile.write(configuration, configuration());
        PartProcess process = PartProcess.start(
                Part.GATEWAY,
                List.of(
                        Jvm.java(),
                        "-Xms16m",
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Duser.timezone=UTC",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        build.gateway().stream().map(Path::toString).collect(Collectors.joining(":")),
                        "org.fairlead.gateway.Gateway",
                        configuration.toString()),
                Map.of(),
                state.gateway(),
                state.log().resolve("gateway.log"));
        started.process(process);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (Answers.status("http://127.0.0.1:" + ports.control() + "/calls") == 0) {
            process.pauseWhileStarting(100);
            if (System.nanoTime() > until) {
                process.kill();
                throw new StartFailure(
                        Words.of("part.slow", Words.of("part.gateway"), START_SECONDS, process.tail()),
                        Words.of("part.died.advice", process.log()));
            }
        }
    }

    private String configuration() throws IOException, StartFailure {
        StringBuilder text = new StringBuilder();
        text.append("broker.host=127.0.0.1\n");
        text.append("broker.port=").append(ports.broker()).append('\n');
        text.append("broker.others=");
        text.append(otherBrokers.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(",")));
        text.append('\n');
        text.append("gateways=").append(String.join(",", SITES)).append('\n');
        for (String site : SITES) {
            text.append("secret.").append(site).append('=');
            text.append(secrets.of("gateway-" + site)).append('\n');
        }
        text.append("control.port=").append(ports.control()).append('\n');
        text.append("control.secret=").append(secrets.of("gateway-control")).append('\n');
        text.append("store=").append(state.gateway().resolve("store")).append('\n');
        if (telephony != null) {
            text.append(telephony.gatewayLines());
        }
        return text.toString();
    }
}
