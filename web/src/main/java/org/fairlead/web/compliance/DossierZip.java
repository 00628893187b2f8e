package org.fairlead.web.compliance;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fairlead.compliance.Evidence;
import org.fairlead.compliance.Wishes.Consent;
import org.fairlead.compliance.Wishes.ProofFile;

/**
 * A dossier with everything that belongs to it. A file that proves a consent is called by the consent's id, which nobody
 * chose; the name that it came with stands in what is signed, beside its hash. One file is in memory at a time.
 */
final class DossierZip implements StreamingOutput {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "audio/wav", ".wav",
            "audio/ogg", ".ogg",
            "audio/mpeg", ".mp3",
            "text/plain", ".txt");

    private final Evidence.Export export;
    private final byte[] letter;
    private final Function<UUID, ProofFile> files;

    DossierZip(Evidence.Export export, byte[] letter, Function<UUID, ProofFile> files) {
        this.export = export;
        this.letter = letter.clone();
        this.files = files;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        add(zip, "dossier.json", export.signed().getBytes(StandardCharsets.UTF_8));
        add(zip, "dossier.pdf", letter);
        for (Consent consent : export.dossier().consents()) {
            if (consent.file() != null) {
                ProofFile file = files.apply(consent.consentId());
                String ending = ENDINGS.getOrDefault(file.mediaType(), "");
                add(zip, "proofs/" + consent.consentId() + ending, file.content());
            }
        }
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
