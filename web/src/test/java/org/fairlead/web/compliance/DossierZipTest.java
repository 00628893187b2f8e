package org.fairlead.web.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.fairlead.compliance.Evidence.Dossier;
import org.fairlead.compliance.Evidence.Export;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ProofFile;
import org.fairlead.compliance.Wishes.ProofView;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DossierZipTest {

    private static final Instant NOON = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID WITH = new UUID(0, 1);
    private static final UUID WITHOUT = new UUID(0, 2);

    @Test
    void holdsTheSignedFileTheLetterAndEachProofAsItWasHandedIn() throws IOException {
        ProofView known = new ProofView("../../form.pdf", 8, "ab".repeat(32), "clara", NOON);
        Dossier dossier = new Dossier(
                new ClientId(2),
                "+905321234567",
                NOON,
                "clara",
                List.of(),
                List.of(),
                List.of(consent(WITH, known), consent(WITHOUT, null)),
                List.of(),
                List.of());
        byte[] letter = "letter".getBytes(UTF_8);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DossierZip(
                        new Export(dossier, "signed"),
                        letter,
                        id -> new ProofFile(
                                known.name(), "application/pdf", known.sha256(), ("proof " + id).getBytes(UTF_8)))
                .write(out);

        assertThat(entries(out.toByteArray()))
                .containsExactly(
                        Map.entry("dossier.json", "signed"),
                        Map.entry("dossier.pdf", "letter"),
                        Map.entry("proofs/" + WITH + ".pdf", "proof " + WITH));
    }

    private static Consent consent(UUID id, @Nullable ProofView file) {
        return new Consent(true, null, null, NOON, null, "form", "page 4", "clara", id, file);
    }

    private static Map<String, String> entries(byte[] zip) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}
