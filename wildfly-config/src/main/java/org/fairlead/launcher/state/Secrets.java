package org.fairlead.launcher.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Passwords between the parts: made at the first run, one file each, readable by their owner only. */
public final class Secrets {

    /** Gateways that may connect; {@code probe} is for benches and tests. */
    public static final List<String> GATEWAYS = List.of("manila", "izmir", "tirana", "probe");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /** Makes what is missing. */
    public Secrets(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        for (String name : List.of(
                "db-superuser",
                "db-owner",
                "db-app",
                "db-engine",
                "oidc-client",
                "integration-client",
                "keycloak-admin",
                "gateway-control",
                "telephony",
                "payments",
                "payment-links",
                "messages",
                "broker-admin")) {
            make(name);
        }
        for (String gateway : GATEWAYS) {
            make("gateway-" + gateway);
        }
    }

    /** The secret of that name. */
    public String of(String name) throws IOException {
        return Files.readString(file(name)).strip();
    }

    private void make(String name) throws IOException {
        Path file = file(name);
        if (Files.exists(file) && Files.size(file) > 0) {
            return;
        }
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        OwnFile.write(file, HexFormat.of().formatHex(bytes));
    }

    private Path file(String name) {
        return folder.resolve(name + ".txt");
    }
}
