package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.itests.stack.Await;
import org.junit.jupiter.api.Test;

/** An agent's telephone registers over an encrypted connection whose certificate is checked, name and all. */
class SecureLineIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String AGENT = "besa";

    @Test
    void aTelephoneRegistersByWss() throws Exception {
        try (TelephonyLab lab = new TelephonyLab(14_080);
                LabEngine gateway = LabEngine.begin(lab.settings(false), new HeardEvents())) {
            String password = UUID.randomUUID().toString();
            gateway.commands()
                    .openLine(AGENT, password, Clock.systemUTC().instant().plusSeconds(60));

            Telephone telephone = new Telephone(lab, trusting(lab.certificate()));
            Await.until("the telephone is let in", SOON, () -> telephone.registers(password));

            assertThat(telephone.registers("wrong")).isFalse();
        }
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream file = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** As much of a SIP telephone as registers. */
    private static final class Telephone implements WebSocket.Listener {

        private static final Pattern FIELD = Pattern.compile("(nonce|realm|opaque)=\"([^\"]*)\"");

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder piece = new StringBuilder();
        private final String host;
        private int sequence;
        private final WebSocket socket;

        Telephone(TelephonyLab lab, SSLContext trusting) {
            host = lab.address();
            socket = HttpClient.newBuilder()
                    .sslContext(trusting)
                    .build()
                    .newWebSocketBuilder()
                    .subprotocols("sip")
                    .buildAsync(URI.create("wss://" + host + ":" + lab.securePort() + "/ws"), this)
                    .join();
        }

        /** Asked who it is, it answers with this password. */
        boolean registers(String password) throws Exception {
            String asked = register("");
            return asked.startsWith("SIP/2.0 401")
                    && register(answer(asked, password)).startsWith("SIP/2.0 200");
        }

        private String register(String authorization) throws InterruptedException {
            sequence++;
            String message = String.join(
                    "\r\n",
                    "REGISTER sip:" + host + " SIP/2.0",
                    "Via: SIP/2.0/WSS probe.invalid;branch=z9hG4bK" + sequence,
                    "Max-Forwards: 70",
                    "From: <sip:" + AGENT + "@" + host + ">;tag=probe",
                    "To: <sip:" + AGENT + "@" + host + ">",
                    "Call-ID: probe-" + host,
                    "CSeq: " + sequence + " REGISTER",
                    "Contact: <sip:" + AGENT + "@probe.invalid;transport=ws>",
                    "Expires: 60",
                    authorization + "Content-Length: 0",
                    "",
                    "");
            socket.sendText(message, true).join();
            String answer = heard.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            return answer == null ? "" : answer;
        }

        private String answer(String asked, String password) throws Exception {
            String realm = "";
            String nonce = "";
            String opaque = "";
            Matcher field = FIELD.matcher(asked);
            while (field.find()) {
                switch (field.group(1)) {
                    case "realm" -> realm = field.group(2);
                    case "nonce" -> nonce = field.group(2);
                    default -> opaque = field.group(2);
                }
            }
            String uri = "sip:" + host;
            String who = md5(AGENT + ":" + realm + ":" + password);
            String what = md5("REGISTER:" + uri);
            String response = md5(who + ":" + nonce + ":00000001:probe:auth:" + what);
            return "Authorization: Digest username=\"" + AGENT + "\", realm=\"" + realm + "\", nonce=\"" + nonce
                    + "\", uri=\"" + uri + "\", response=\"" + response
                    + "\", algorithm=MD5, cnonce=\"probe\", opaque=\""
                    + opaque + "\", qop=auth, nc=00000001\r\n";
        }

        private static String md5(String text) throws Exception {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                String said = piece.toString();
                if (said.startsWith("SIP/2.0")) {
                    heard.add(said);
                }
                piece.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
