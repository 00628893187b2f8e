package org.fairlead.compliance.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * Signs evidence with Ed25519. The key is made at its first use and stays in the server's data folder, readable for the
 * server alone; the public half goes out with each signature.
 */
@ApplicationScoped
public class EvidenceKey {

    private static final String ALGORITHM = "Ed25519";

    private final Path file;

    public EvidenceKey() {
        this(Path.of(
                System.getProperty("jboss.server.data.dir", System.getProperty("java.io.tmpdir", ".")),
                "fairlead-evidence.key"));
    }

    EvidenceKey(Path file) {
        this.file = file;
    }

    /** A signature and the key with which it can be checked, both in Base64. */
    public record Signed(String signature, String publicKey) {}

    public synchronized Signed sign(String text) {
        try {
            List<String> halves = halves();
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves.get(0))));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(Base64.getEncoder().encodeToString(signature.sign()), halves.get(1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("evidence cannot be signed", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the key for evidence", e);
        }
    }

    private List<String> halves() throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(
                    file,
                    List.of(
                            Base64.getEncoder().encodeToString(made.getPrivate().getEncoded()),
                            Base64.getEncoder().encodeToString(made.getPublic().getEncoded())),
                    StandardOpenOption.WRITE);
        }
        return Files.readAllLines(file);
    }
}
