package org.fairlead.compliance.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.compliance.Wishes.ProofFile;
import org.fairlead.compliance.Wishes.ProofView;
import org.fairlead.compliance.entity.ProofKind;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Files that prove consents, as rows. */
public final class ProofBook {

    /** A page that was scanned or a call of some minutes; more is a film. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 120;

    private ProofBook() {}

    public static ProofView keep(
            Connection c, ClientId client, UUID consentId, String name, InputStream file, String login, Instant now) {
        int known =
                Sql.number(c, "select count(*) from consent where client_id = ? and consent_id = ?", client, consentId);
        if (known == 0) {
            throw new NotFound("consent " + consentId);
        }
        byte[] content = read(file);
        String type = ProofKind.of(content)
                .orElseThrow(() -> new Refused("proof.kind"))
                .mediaType();
        String sha256 = sha256(content);
        int kept = Sql.update(
                c,
                """
                insert into consent_proof (client_id, consent_id, name, media_type, bytes, sha256, content, kept_by, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                client,
                consentId,
                shortened(name),
                type,
                content.length,
                sha256,
                content,
                login,
                now);
        if (kept == 0) {
            throw new Refused("proof.kept");
        }
        return new ProofView(shortened(name), content.length, sha256, login, now);
    }

    public static ProofFile file(Connection c, ClientId client, UUID consentId) {
        return Sql.one(
                        c,
                        row -> new ProofFile(
                                row.getString("name"),
                                row.getString("media_type"),
                                row.getString("sha256"),
                                row.getBytes("content")),
                        "select name, media_type, sha256, content from consent_proof where client_id = ? and consent_id = ?",
                        client,
                        consentId)
                .orElseThrow(() -> new NotFound("proof of consent " + consentId));
    }

    static @Nullable ProofView view(ResultSet row) throws SQLException {
        String name = row.getString("file_name");
        return name == null
                ? null
                : new ProofView(
                        name,
                        row.getInt("bytes"),
                        row.getString("sha256"),
                        row.getString("kept_by"),
                        Objects.requireNonNull(Sql.instant(row, "kept_at")));
    }

    private static byte[] read(InputStream file) {
        try {
            byte[] content = file.readNBytes(MOST_BYTES + 1);
            if (content.length == 0) {
                throw new Refused("proof.empty");
            }
            if (content.length > MOST_BYTES) {
                throw new Refused("proof.large");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\\"]", " ").strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }
}
