package org.fairlead.launcher.telephony;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fairlead.launcher.state.OwnFile;

/**
 * A certificate that vouches for nobody, with which the demo sites' telephony speaks TLS: whoever trusts the file reaches
 * the very engine that was started here. A site of one's own has one from an authority.
 *
 * @param certificate in the form that engines and clients read
 * @param key with the private key; only its owner may read it
 */
public record OwnCertificate(Path certificate, Path key) {

    private static final String NAME = "fairlead";
    private static final String DAYS = "3650";
    private static final int LINE = 64;
    private static final int MAKE_SECONDS = 60;

    /** That of this folder, made if it is not there. */
    public static OwnCertificate in(Path folder, List<String> addresses) throws IOException, InterruptedException {
        var made = new OwnCertificate(folder.resolve("wss.crt"), folder.resolve("wss.key"));
        if (!Files.exists(made.certificate) || !Files.exists(made.key)) {
            Files.createDirectories(folder);
            make(folder, addresses, made);
        }
        return made;
    }

    private static void make(Path folder, List<String> addresses, OwnCertificate into)
            throws IOException, InterruptedException {
        Path store = Files.createTempFile(folder, "wss", ".p12");
        Files.delete(store);
        String once = "once-" + Long.toString(System.nanoTime(), 36);
        try {
            keytool(folder, store, once, addresses);
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream file = Files.newInputStream(store)) {
                keys.load(file, once.toCharArray());
            }
            Key secret = keys.getKey(NAME, once.toCharArray());
            OwnFile.write(into.key, pem("PRIVATE KEY", secret.getEncoded()));
            OwnFile.write(
                    into.certificate,
                    pem("CERTIFICATE", keys.getCertificate(NAME).getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate for wss", e);
        } finally {
            Files.deleteIfExists(store);
        }
    }

    private static void keytool(Path folder, Path store, String once, List<String> addresses)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                NAME,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-dname",
                "CN=Fairlead telephony of this machine",
                "-ext",
                "san=ip:" + String.join(",ip:", addresses)));
        command.addAll(List.of("-storepass:env", "FAIRLEAD_ONCE"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("FAIRLEAD_ONCE", once);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(MAKE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool makes no certificate");
        }
    }

    private static String pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
