package org.fairlead.launcher.parts;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.fairlead.launcher.sandbox.PaymentSandbox;
import org.fairlead.launcher.state.Ports;
import org.fairlead.launcher.state.Reach;
import org.fairlead.launcher.state.Secrets;
import org.jspecify.annotations.Nullable;

/** The payment sandbox, in the launcher's own process: to the server it is as far away as a real provider. */
public final class PaymentsPart implements AutoCloseable {

    private final Ports ports;
    private final Secrets secrets;
    private final URI merchant;
    private final Clock clock;
    private @Nullable PaymentSandbox running;

    public PaymentsPart(Ports ports, Reach reach, Secrets secrets, Clock clock) {
        this.ports = ports;
        this.secrets = secrets;
        this.clock = clock;
        this.merchant = URI.create(reach.url(ports.http()) + "/payments-told");
    }

    /** It outlives a server that is started again, as a provider would. */
    public synchronized void start() throws IOException {
        if (running == null) {
            running = new PaymentSandbox(ports.payments(), secrets.of("payments"), merchant, clock).start();
        }
    }

    @Override
    public synchronized void close() {
        PaymentSandbox sandbox = running;
        if (sandbox != null) {
            sandbox.close();
            running = null;
        }
    }
}
