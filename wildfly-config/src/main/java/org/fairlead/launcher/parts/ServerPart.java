package org.fairlead.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.launcher.state.Build;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;
import org.jspecify.annotations.Nullable;

/** WildFly with the deployable, its configuration and data in the state folder. */
public final class ServerPart {

    private static final int START_SECONDS = 240;
    private static final int LOG_IN_SECONDS = 60;
    private static final String EAR = "fairlead.ear";

    private final StateFolder state;
    private final Ports ports;
    private final Ports own;
    private final Reach reach;
    private final Secrets secrets;
    private final Build build;
    private final Deployment deployment;
    private final @Nullable TelephonyPart telephony;
    private final @Nullable ClusterNode node;

    /** @param telephony the real engines, or null for the simulator */
    public ServerPart(
            StateFolder state,
            Ports ports,
            Reach reach,
            Secrets secrets,
            Build build,
            Deployment deployment,
            @Nullable TelephonyPart telephony) {
        this(state, ports, reach, secrets, build, deployment, telephony, null);
    }

    /** @param node which of several it is, or null when it is alone */
    public ServerPart(
            StateFolder state,
            Ports ports,
            Reach reach,
            Secrets secrets,
            Build build,
            Deployment deployment,
            @Nullable TelephonyPart telephony,
            @Nullable ClusterNode node) {
        this.state = state;
        this.ports = ports;
        this.own = node == null ? ports : node.own();
        this.reach = reach;
        this.secrets = secrets;
        this.build = build;
        this.deployment = deployment;
        this.telephony = telephony;
        this.node = node;
    }

    /** Makes the configuration where it is missing or the scripts changed. @return true if it was made now */
    public boolean make() throws IOException, InterruptedException, StartFailure {
        return recipe().make();
    }

    /** Starts the server with the deployable and waits until both are up. */
    public void start(Started started) throws IOException, InterruptedException, StartFailure {
        deployment.place(build.ear(), deployments());
        if (node != null) {
            SingletonTurn.place(deployments());
        }
        startAsIs(deployment.options(), started);
    }

    /** Starts the server with what lies in its deployments folder. */
    public void startAsIs(List<String> more, Started started) throws IOException, InterruptedException, StartFailure {
        clearMarks();
        PartProcess process = PartProcess.start(
                Part.SERVER,
                command(more),
                Map.of(
                        "FAIRLEAD_DB_APP", secrets.of("db-app"),
                        "FAIRLEAD_DB_ENGINE", secrets.of("db-engine"),
                        "FAIRLEAD_OIDC_SECRET", secrets.of("oidc-client"),
                        "FAIRLEAD_PAYMENTS_SECRET", secrets.of("payments"),
                        "FAIRLEAD_PAYMENT_LINKS_SECRET", secrets.of("payment-links"),
                        "FAIRLEAD_SMS_SECRET", secrets.of("messages")),
                state.server(),
                state.log().resolve("server.out"),
                jsonLog());
        started.process(process);
        awaitReady(process);
    }

    /** The folder that the server looks into. */
    public Path deployments() {
        return state.server().resolve("deployments");
    }

    private void clearMarks() throws IOException {
        try (Stream<Path> files = Files.list(deployments())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (String.valueOf(file.getFileName())
                        .matches(".*\\.(deployed|failed|isdeploying|undeployed|pending)")) {
                    Files.delete(file);
                }
            }
        }
        Files.writeString(deployments().resolve(EAR + ".dodeploy"), EAR);
    }

    /** Waits until the deployable is up, and says why it is not. */
    public void awaitReady(PartProcess process) throws InterruptedException, StartFailure, IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        Path failed = deployments().resolve(EAR + ".failed");
        Path deployed = deployments().resolve(EAR + ".deployed");
        while (!Files.exists(deployed) || Answers.status(health()) != 200) {
            process.pauseWhileStarting(200);
            if (Files.exists(failed)) {
                String why = withoutFrames(Files.readString(failed));
                process.stop(30);
                throw new StartFailure(Words.of("server.refused", why), Words.of("part.died.advice", jsonLog()));
            }
            if (System.nanoTime() > until) {
                process.kill();
                throw new StartFailure(
                        Words.of("part.slow", Words.of("part.server"), START_SECONDS, process.tail()),
                        Words.of("part.died.advice", jsonLog()));
            }
        }
    }

    /** Waits until the console sends a stranger to the log-in. */
    public void awaitLogIn(PartProcess process) throws InterruptedException, StartFailure {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(LOG_IN_SECONDS);
        while (Answers.status(reach.url(own.http()) + "/go") != 302) {
            process.pauseWhileStarting(200);
            if (System.nanoTime() > until) {
                throw new StartFailure(
                        Words.of("server.no-log-in", LOG_IN_SECONDS), Words.of("part.died.advice", jsonLog()));
            }
        }
    }

    /** The causes without the stacks below them, and not more than fits a screen. */
    private static String withoutFrames(String why) {
        return why.replace("\\\"", "\"")
                .lines()
                .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                .limit(30)
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    private String health() {
        return "http://127.0.0.1:" + own.management() + "/health";
    }

    private Path jsonLog() {
        return state.log().resolve("server.json");
    }

    private ServerRecipe recipe() {
        return new ServerRecipe(state, secrets, build.driver(), node);
    }

    private List<String> command(List<String> more) throws IOException, StartFailure {
        Path home = state.program("wildfly-");
        Path base = state.server();
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-D[Standalone]",
                "-Xms96m",
                "-Xmx512m",
                "-XX:MetaspaceSize=96m",
                "-XX:MaxMetaspaceSize=320m",
                "-XX:+UseSerialGC",
                // the distributor goes from one contact to another all over the heap
                "-XX:+UseTransparentHugePages",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman"));
        command.addAll(openings());
        command.addAll(properties(home, base));
        if (node != null) {
            command.addAll(node.properties());
        }
        if (telephony != null) {
            command.addAll(telephony.voiceOptions());
        }
        command.addAll(more);
        command.addAll(OperatorsProperties.in(state.path().resolve("server.properties")));
        command.addAll(List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                recipe().modulePath(home),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "--server-config=" + recipe().configuration()));
        return command;
    }

    /** What libraries of the server reach into, as its own start script has it. */
    private static List<String> openings() {
        List<String> openings = new ArrayList<>();
        for (String exported : List.of(
                "java.desktop/sun.awt",
                "java.naming/com.sun.jndi.ldap",
                "java.naming/com.sun.jndi.url.ldap",
                "java.naming/com.sun.jndi.url.ldaps",
                "jdk.naming.dns/com.sun.jndi.dns")) {
            openings.add("--add-exports=" + exported + "=ALL-UNNAMED");
        }
        for (String opened : List.of(
                "java.base/java.lang",
                "java.base/java.lang.invoke",
                "java.base/java.lang.reflect",
                "java.base/java.io",
                "java.base/java.net",
                "java.base/java.security",
                "java.base/java.util",
                "java.base/java.util.concurrent",
                "java.management/javax.management",
                "java.naming/javax.naming")) {
            openings.add("--add-opens=" + opened + "=ALL-UNNAMED");
        }
        return openings;
    }

    private List<String> properties(Path home, Path base) {
        return List.of(
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + state.log(),
                "-Dorg.jboss.boot.log.file=" + state.log().resolve("server-boot.log"),
                "-Dlogging.configuration=file:" + base.resolve("configuration/logging.properties"),
                "-Dwildfly.statistics-enabled=true",
                "-Djboss.bind.address=" + reach.bind(),
                "-Dfairlead.oidc.tls.for=" + reach.tlsFor().toUpperCase(Locale.ROOT),
                "-Dfairlead.port.http=" + own.http(),
                "-Dfairlead.port.management=" + own.management(),
                "-Dfairlead.port.broker=" + own.broker(),
                "-Dfairlead.port.db=" + ports.database(),
                "-Dfairlead.payments=http://127.0.0.1:" + ports.payments(),
                "-Dfairlead.sms=http://127.0.0.1:" + ports.messages() + "/v1/messages",
                "-Dfairlead.smtp.host=127.0.0.1",
                "-Dfairlead.smtp.port=" + ports.mail(),
                "-Dfairlead.smtp.tls=false",
                "-Dfairlead.console=" + reach.url(ports.http()),
                "-Dfairlead.oidc.provider=" + SignInPart.realm(ports, reach));
    }
}
