package org.fairlead.collections.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Properties;
import org.fairlead.collections.Postbox;
import org.fairlead.collections.Unposted;

/** E-mails by a mail server. A parcel that is handed over again has the same message id. */
@ApplicationScoped
@Typed(SmtpPostbox.class)
public class SmtpPostbox implements Postbox {

    private static final String PATIENCE = "10000";
    private static final Clock UNUSED = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final boolean tls;
    private final Clock clock;

    /** For the container, which makes a proxy of it. */
    SmtpPostbox() {
        this(UNUSED, "", 0, "", "", true);
    }

    @Inject
    public SmtpPostbox(Clock clock) {
        this(
                clock,
                System.getProperty("fairlead.smtp.host", ""),
                Integer.getInteger("fairlead.smtp.port", 587),
                Objects.requireNonNullElse(System.getenv("FAIRLEAD_SMTP_USER"), ""),
                Objects.requireNonNullElse(System.getenv("FAIRLEAD_SMTP_PASSWORD"), ""),
                Boolean.parseBoolean(System.getProperty("fairlead.smtp.tls", "true")));
    }

    SmtpPostbox(Clock clock, String host, int port, String user, String password, boolean tls) {
        this.clock = clock;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
        this.tls = tls;
    }

    public boolean isThere() {
        return !host.isEmpty();
    }

    @Override
    public void post(Parcel parcel, byte[] content) {
        try {
            MimeMessage message = new Numbered(session(), parcel);
            message.setFrom(sender(parcel));
            message.setRecipient(Message.RecipientType.TO, address(parcel.address(), "ADDRESS"));
            message.setSubject(parcel.subject().replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
            message.setText(new String(content, StandardCharsets.UTF_8), StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Fairlead-Reference", DeliveryWord.reference(parcel));
            message.setHeader(
                    "Date",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
            send(message);
        } catch (SendFailedException refused) {
            if (refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0) {
                throw new Unposted("ADDRESS", String.valueOf(refused.getMessage()));
            }
            throw new UncheckedIOException(new IOException(refused));
        } catch (MessagingException trouble) {
            throw new UncheckedIOException(new IOException(trouble));
        }
    }

    private void send(MimeMessage message) throws MessagingException {
        if (user.isEmpty()) {
            Transport.send(message);
        } else {
            Transport.send(message, user, password);
        }
    }

    private static InternetAddress sender(Parcel parcel) {
        String sender = parcel.sender();
        if (sender == null) {
            throw new Unposted("SENDER", "client " + parcel.client() + " has no sender of e-mails");
        }
        return address(sender, "SENDER");
    }

    private static InternetAddress address(String text, String whose) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            address.validate();
            return address;
        } catch (AddressException none) {
            throw new Unposted(whose, String.valueOf(none.getMessage()));
        }
    }

    private Session session() {
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", "smtp");
        settings.setProperty("mail.smtp.host", host);
        settings.setProperty("mail.smtp.port", Integer.toString(port));
        settings.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
        settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls));
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(tls));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        settings.setProperty("mail.smtp.timeout", PATIENCE);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE);
        return Session.getInstance(settings);
    }

    /** Jakarta Mail makes an id of its own for each sending; ours is the parcel's. */
    private static final class Numbered extends MimeMessage {

        private final String id;

        Numbered(Session session, Parcel parcel) {
            super(session);
            this.id = "<" + parcel.id() + "@fairlead>";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
