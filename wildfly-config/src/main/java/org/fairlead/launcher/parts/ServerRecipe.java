package org.fairlead.launcher.parts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairlead.launcher.postgres.Folders;
import org.fairlead.launcher.state.OwnFile;
import org.fairlead.launcher.state.Secrets;
import org.fairlead.launcher.state.StartFailure;
import org.fairlead.launcher.state.StateFolder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server's configuration from the pristine distribution and the CLI scripts, and again when they change. What
 * the server remembers (messages, transactions, timers) lies in its data folder and survives that.
 */
final class ServerRecipe {

    private static final List<String> SCRIPTS = List.of(
            "/org/fairlead/launcher/server/server.cli",
            "/org/fairlead/jms/broker.cli",
            "/org/fairlead/launcher/server/broker-admin.cli");

    /** Around the others, for a server that is one of several. */
    private static final String CLUSTER_BEFORE = "/org/fairlead/launcher/server/cluster-before.cli";

    private static final String CLUSTER = "/org/fairlead/launcher/server/cluster.cli";
    private static final String CLUSTER_FIRST = "/org/fairlead/launcher/server/cluster-first.cli";
    private static final String CLUSTER_STANDBY = "/org/fairlead/launcher/server/cluster-standby.cli";

    private final StateFolder state;
    private final Secrets secrets;
    private final Path driver;
    private final @Nullable ClusterNode node;

    /** @param node which of several, or null when it is alone */
    ServerRecipe(StateFolder state, Secrets secrets, Path driver, @Nullable ClusterNode node) {
        this.state = state;
        this.secrets = secrets;
        this.driver = driver;
        this.node = node;
    }

    /** The name of the configuration that is made. */
    String configuration() {
        return node == null ? "standalone-full.xml" : ClusterNode.CONFIGURATION;
    }

    /** @return true if the configuration was made anew */
    boolean make() throws IOException, InterruptedException, StartFailure {
        Path home = state.program("wildfly-");
        writeDriverModule();
        String script = script(scripts());
        String hash = hash(home.getFileName() + script);
        Path mark = state.server().resolve("made-from");
        if (Files.exists(mark) && Files.readString(mark).equals(hash)) {
            writeBrokerUsers();
            return false;
        }
        Files.deleteIfExists(mark);
        Folders.delete(state.server().resolve("configuration"));
        Folders.copy(home.resolve("standalone"), state.server());
        writeBrokerUsers();
        runCli(home, script);
        Folders.delete(state.server().resolve("configuration/standalone_xml_history"));
        Files.writeString(mark, hash);
        return true;
    }

    private void runCli(Path home, String script) throws IOException, InterruptedException, StartFailure {
        Path file = state.server().resolve("make.cli");
        Files.writeString(
                file,
                "embed-server --std-out=echo --server-config=" + configuration() + "\n" + script
                        + "stop-embedded-server\n");
        PartProcess process = PartProcess.start(
                Part.SERVER,
                List.of(
                        Jvm.java(),
                        "-Djboss.server.base.dir=" + state.server(),
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        modulePath(home),
                        "org.jboss.as.cli",
                        "--file=" + file),
                Map.of("JBOSS_HOME", home.toString()),
                state.server(),
                state.log().resolve("server-made.log"));
        process.awaitSuccess(180);
    }

    String modulePath(Path home) {
        return state.server().resolve("modules") + ":" + home.resolve("modules");
    }

    private void writeDriverModule() throws IOException {
        Path module = state.server().resolve("modules/org/postgresql/main");
        Files.createDirectories(module);
        Files.copy(driver, module.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(
                module.resolve("module.xml"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <module xmlns="urn:jboss:module:1.9" name="org.postgresql">
                  <resources><resource-root path="postgresql.jar"/></resources>
                  <dependencies>
                    <module name="java.se"/>
                    <module name="jakarta.transaction.api"/>
                  </dependencies>
                </module>
                """);
    }

    private void writeBrokerUsers() throws IOException {
        Path folder = state.server().resolve("configuration");
        StringBuilder users = new StringBuilder("admin=" + secrets.of("broker-admin") + "\n");
        for (String gateway : Secrets.GATEWAYS) {
            users.append(gateway)
                    .append('=')
                    .append(secrets.of("gateway-" + gateway))
                    .append('\n');
        }
        OwnFile.write(folder.resolve("broker-users.properties"), users.toString());
        OwnFile.write(
                folder.resolve("broker-groups.properties"),
                "admin=admin\n"
                        + Secrets.GATEWAYS.stream()
                                .map(gateway -> gateway + "=" + gateway + "\n")
                                .collect(Collectors.joining()));
    }

    private List<String> scripts() {
        if (node == null) {
            return SCRIPTS;
        }
        List<String> scripts = new ArrayList<>();
        scripts.add(CLUSTER_BEFORE);
        scripts.addAll(SCRIPTS);
        scripts.add(CLUSTER);
        scripts.add(node.standby() ? CLUSTER_STANDBY : CLUSTER_FIRST);
        return scripts;
    }

    /** For a server that is alone. */
    static String script() throws IOException {
        return script(SCRIPTS);
    }

    private static String script(List<String> names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            try (InputStream script = ServerRecipe.class.getResourceAsStream(name)) {
                if (script == null) {
                    throw new IOException("a CLI script is missing: " + name);
                }
                all.append(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return all.toString();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
