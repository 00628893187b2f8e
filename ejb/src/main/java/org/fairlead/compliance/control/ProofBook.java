package org.fairlead.compliance.control;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.compliance.HandedFile;
import org.fairlead.compliance.Wishes.ProofFile;
import org.fairlead.compliance.Wishes.ProofView;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Files that prove consents, as rows. */
public final class ProofBook {

    private ProofBook() {}

    public static ProofView keep(
            Connection c, ClientId client, UUID consentId, String name, InputStream file, String login, Instant now) {
        int known =
                Sql.number(c, "select count(*) from consent where client_id = ? and consent_id = ?", client, consentId);
        if (known == 0) {
            throw new NotFound("consent " + consentId);
        }
        HandedFile handed = HandedFile.read(name, file);
        int kept = Sql.update(
                c,
                """
                insert into consent_proof (client_id, consent_id, name, media_type, bytes, sha256, content, kept_by, kept_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                client,
                consentId,
                handed.name(),
                handed.mediaType(),
                handed.content().length,
                handed.sha256(),
                handed.content(),
                login,
                now);
        if (kept == 0) {
            throw new Refused("proof.kept");
        }
        return new ProofView(handed.name(), handed.content().length, handed.sha256(), login, now);
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
}
