package org.fairlead.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.ReadBatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("broker")
@Timeout(90)
class CentreIsBackTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<String> order = new LinkedBlockingQueue<>();
    private final Semaphore handed = new Semaphore(0);

    private final LinkListener listener = new LinkListener() {
        @Override
        public void connected() {
            order.add(isHandedOver() ? "connected too late" : "connected");
        }

        @Override
        public void lost() {
            order.add("lost");
        }

        @Override
        public void received(ReadBatch<GatewayCommand> batch) {
            order.add("received");
            handed.release();
        }
    };

    /** A dial that the broker kept would else be taken for one of a centre that is away, and refused. */
    @Test
    void isSaidBeforeWhatTheBrokerKeptIsHandedOver() throws Exception {
        TestBroker broker = new TestBroker(folder);
        broker.command(new GatewayCommand.Hold(new GatewayCommand.Head(
                UUID.randomUUID(), "izmir", UUID.randomUUID(), 1, Instant.parse("2026-11-21T10:00:00Z"))));
        CentreLink link = new CentreLink(broker.izmir(), new Outbox("izmir", new ForgetfulStore()), listener);

        link.start();

        assertThat(order.poll(30, TimeUnit.SECONDS)).isEqualTo("connected");
        assertThat(order.poll(30, TimeUnit.SECONDS)).isEqualTo("received");
        link.close();
        broker.close();
    }

    /** Gives what must not come yet the time to come. */
    private boolean isHandedOver() {
        try {
            return handed.tryAcquire(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
