package org.fairlead.launcher.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void everySecretIsItsOwnAndOnlyItsOwnerMayReadIt() throws IOException {
        Secrets secrets = new Secrets(folder.resolve("secrets"));

        assertThat(secrets.of("db-app")).hasSize(48).isNotEqualTo(secrets.of("db-engine"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets/db-app.txt"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aSecondRunKeepsThem() throws IOException {
        String first = new Secrets(folder.resolve("secrets")).of("gateway-manila");

        String second = new Secrets(folder.resolve("secrets")).of("gateway-manila");

        assertThat(second).isEqualTo(first);
    }
}
