package org.fairlead.jms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The committed schemas are those of the records. After a change of the contract, run this test with
 * {@code -Dcontract.write=true}, read the difference, and commit it.
 */
class SchemaTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/fairlead/jms/schema");

    @Test
    void theCommittedSchemasAreThoseOfTheRecords() throws Exception {
        Map<String, String> made = Schemas.all();
        if (Boolean.getBoolean("contract.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, String> schema : made.entrySet()) {
                Files.writeString(FOLDER.resolve(schema.getKey()), schema.getValue(), StandardCharsets.UTF_8);
            }
        }

        assertThat(FOLDER.toFile().list()).containsExactlyInAnyOrderElementsOf(made.keySet());
        for (Map.Entry<String, String> schema : made.entrySet()) {
            assertThat(FOLDER.resolve(schema.getKey())).hasContent(schema.getValue());
        }
    }
}
