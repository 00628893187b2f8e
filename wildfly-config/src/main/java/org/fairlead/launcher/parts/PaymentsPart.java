package org.fairlead.launcher.parts;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.fairlead.launcher.sandbox.MailSandbox;
import org.fairlead.launcher.sandbox.MessageSandbox;
import org.fairlead.launcher.sandbox.PaymentSandbox;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The sandboxes of a payment provider, of a provider of short messages and of a mail server, in the launcher's own process:
 * to the server they are as far away as real ones.
 */
public final class PaymentsPart implements AutoCloseable {

    private final Ports ports;
    private final Secrets secrets;
    private final URI merchant;
    private final URI writer;
    private final Clock clock;
    private @Nullable PaymentSandbox running;
    private @Nullable MessageSandbox messages;
    private @Nullable MailSandbox mail;

    public PaymentsPart(Ports ports, Reach reach, Secrets secrets, Clock clock) {
        this.ports = ports;
        this.secrets = secrets;
        this.clock = clock;
        this.merchant = URI.create(reach.url(ports.http()) + "/payments-told");
        this.writer = URI.create(reach.url(ports.http()) + "/messages-told");
    }

    /** It outlives a server that is started again, as a provider would. */
    public synchronized void start() throws IOException {
        if (running == null) {
            running = new PaymentSandbox(ports.payments(), secrets.of("payments"), merchant, clock).start();
            MessageSandbox telephones =
                    new MessageSandbox(ports.messages(), secrets.of("messages"), writer, clock).start();
            messages = telephones;
            mail = new MailSandbox(ports.mail(), telephones).start();
        }
    }

    @Override
    public synchronized void close() {
        PaymentSandbox sandbox = running;
        if (sandbox != null) {
            sandbox.close();
            running = null;
        }
        MailSandbox mailboxes = mail;
        if (mailboxes != null) {
            mailboxes.close();
            mail = null;
        }
        MessageSandbox telephones = messages;
        if (telephones != null) {
            telephones.close();
            messages = null;
        }
    }
}
