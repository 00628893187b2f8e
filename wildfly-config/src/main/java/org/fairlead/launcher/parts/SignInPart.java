package org.fairlead.launcher.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.OwnFile;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.fairlead.launcher.state.Words;

/**
 * Keycloak with the realm {@code fairlead}. Its programs are shared and prepared once; data and configuration lie in the
 * state folder, which looks like a Keycloak home through links.
 */
public final class SignInPart {

    private static final int START_SECONDS = 180;
    private static final List<String> SHARED = List.of("lib", "providers", "themes", "bin");
    private static final String PREPARED = "prepared-by-fairlead";

    private final StateFolder state;
    private final Ports ports;
    private final Reach reach;
    private final Secrets secrets;

    public SignInPart(StateFolder state, Ports ports, Reach reach, Secrets secrets) {
        this.state = state;
        this.ports = ports;
        this.reach = reach;
        this.secrets = secrets;
    }

    /** The address of the realm. */
    public static String realm(Ports ports, Reach reach) {
        return reach.url(ports.signIn()) + "/realms/fairlead";
    }

    /** Settles once what cannot change at run time (database kind, health): later starts skip that work. */
    public void prepare() throws IOException, InterruptedException, StartFailure {
        Path program = state.program("keycloak-");
        Path mark = program.resolve(PREPARED);
        if (Files.exists(mark)) {
            return;
        }
        Path log = state.log().resolve("keycloak-build.log");
        PartProcess build = PartProcess.start(
                Part.SIGN_IN,
                command(program, List.of("build", "--db=dev-file", "--health-enabled=true")),
                Map.of(),
                program,
                log);
        build.awaitSuccess(300);
        Files.createFile(mark);
    }

    /** Starts it and waits until it is ready. */
    public void start(Started started) throws IOException, InterruptedException, StartFailure {
        Path home = state.keycloak();
        layOut(home);
        // Keycloak lets its admin in without TLS from this machine's own addresses only.
        RealmAdmin admin = new RealmAdmin(Reach.LOOPBACK.url(ports.signIn()), secrets.of("keycloak-admin"));
        ConsoleAddress console = new ConsoleAddress(admin, home);
        IntegrationAccount integration = new IntegrationAccount(admin, home);
        List<String> addresses = reach.urls(ports.http());
        boolean moves = console.isElsewhere(addresses);
        if (moves && !reach.hasLoopback()) {
            moveBefore(console, addresses);
            moves = false;
        }
        PartProcess process = launch(reach);
        started.process(process);
        awaitReady(process, reach);
        if (moves) {
            console.move(addresses, reach.tlsFor());
        }
        console.note(addresses);
        if (reach.hasLoopback()) {
            integration.ensure(realmFile());
        } // else at the next start that listens on the loopback address
    }

    /** Tells the realm its new addresses while Keycloak listens on the loopback address, for a moment. */
    private void moveBefore(ConsoleAddress console, List<String> addresses)
            throws IOException, InterruptedException, StartFailure {
        PartProcess process = launch(Reach.LOOPBACK);
        try {
            awaitReady(process, Reach.LOOPBACK);
            console.move(addresses, reach.tlsFor());
            process.stop(30);
        } finally {
            process.process().destroyForcibly();
        }
    }

    private PartProcess launch(Reach at) throws IOException {
        Path home = state.keycloak();
        return PartProcess.start(
                Part.SIGN_IN,
                command(
                        home,
                        List.of(
                                "start",
                                "--optimized",
                                "--import-realm",
                                "--cache=local",
                                "--http-enabled=true",
                                "--http-host=" + at.bind(),
                                "--http-port=" + ports.signIn(),
                                "--http-management-host=127.0.0.1",
                                "--http-management-port=" + ports.signInManagement(),
                                "--hostname=" + at.url(ports.signIn()))),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.of("keycloak-admin")),
                home,
                state.log().resolve("keycloak.log"));
    }

    private void awaitReady(PartProcess process, Reach at) throws InterruptedException, StartFailure {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (Answers.status("http://127.0.0.1:" + ports.signInManagement() + "/health/ready") != 200
                || Answers.status(realm(ports, at)) != 200) {
            process.pauseWhileStarting(200);
            if (System.nanoTime() > until) {
                process.kill();
                throw new StartFailure(
                        Words.of("part.slow", Words.of("part.sign-in"), START_SECONDS, process.tail()),
                        Words.of("part.died.advice", process.log()));
            }
        }
    }

    private void layOut(Path home) throws IOException {
        Path program = state.program("keycloak-");
        Files.createDirectories(home.resolve("data/import"));
        for (String name : SHARED) {
            Path link = home.resolve(name);
            if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(link);
            }
            Files.createSymbolicLink(link, program.resolve(name));
        }
        if (!Files.isDirectory(home.resolve("conf"))) {
            Folders.copy(program.resolve("conf"), home.resolve("conf"));
        }
        OwnFile.write(home.resolve("data/import/fairlead-realm.json"), realmFile());
    }

    /** The realm as it is imported the first time. */
    private String realmFile() throws IOException {
        try (InputStream template =
                SignInPart.class.getResourceAsStream("/org/fairlead/launcher/keycloak/fairlead-realm.json")) {
            if (template == null) {
                throw new IOException("the realm's template is missing");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@console-secret@", secrets.of("oidc-client"))
                    .replace("@console-address@", reach.url(ports.http()))
                    .replace("@tls-for@", reach.tlsFor())
                    .replace("@integration-secret@", secrets.of("integration-client"));
        }
    }

    private static List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
