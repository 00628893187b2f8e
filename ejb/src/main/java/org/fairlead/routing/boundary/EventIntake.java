package org.fairlead.routing.boundary;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.naming.NamingException;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.ReadBatch;
import org.fairlead.jms.Wire;
import org.fairlead.routing.control.EngineLoop;
import org.fairlead.routing.control.RoutingLog;
import org.fairlead.routing.entity.Input;
import org.fairlead.telephony.GatewayLinks;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one gateway says, from the queue to which it alone may send: one thread and one transacted session, so that
 * its order is kept; whoever speaks in another's name is not heard. A group of messages is handed to the engine and taken
 * off the queue only when the engine has stored it and its answers are sent: whatever crashes, they come again. A message
 * that is not of the contract is parked with the reason.
 */
final class EventIntake implements Runnable {

    private static final int MOST_MESSAGES = 100;
    private static final long WAIT_MILLIS = 500;

    /**
     * While the engine stores what was handed over, the next messages are handed over already: an event does not wait
     * for the acknowledgement of those before it. After so long without one, or when the group is full, the group is
     * taken off the queue.
     */
    private static final long LINGER_MILLIS = 5;

    private static final long RETRY_MILLIS = 500;

    private final String gateway;
    private final EngineLoop loop;
    private final GatewayLinks links;
    private final Consumer<String> again;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param again who has something to say to a gateway that reports its live calls, because it may have begun anew */
    EventIntake(String gateway, EngineLoop loop, GatewayLinks links, Consumer<String> again) {
        this.gateway = gateway;
        this.loop = loop;
        this.links = links;
        this.again = again;
    }

    void stop() {
        stop.countDown();
    }

    @Override
    public void run() {
        try {
            while (stop.getCount() > 0) {
                try {
                    read();
                } catch (JMSRuntimeException | JMSException | NamingException | SQLException e) {
                    RoutingLog.brokerAway(events(), e);
                    stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    RoutingLog.observerFailed(events(), e);
                    stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closing the session without a commit gives everything back to the queue. */
    private void read() throws NamingException, JMSException, SQLException, InterruptedException, ExecutionException {
        try (JMSContext session = Broker.connections().createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = session.createConsumer(Broker.eventsOf(gateway))) {
            List<CompletableFuture<@Nullable Object>> stored = new ArrayList<>();
            while (stop.getCount() > 0) {
                Message message = consumer.receive(WAIT_MILLIS);
                for (int n = 1; message != null; n++) {
                    take(session, message, stored);
                    message = n < MOST_MESSAGES ? consumer.receive(LINGER_MILLIS) : null;
                }
                for (CompletableFuture<@Nullable Object> done : stored) {
                    done.get();
                }
                stored.clear();
                session.commit();
            }
        }
    }

    private void take(JMSContext session, Message message, List<CompletableFuture<@Nullable Object>> stored)
            throws JMSException, SQLException, NamingException {
        String text = message instanceof TextMessage words ? words.getText() : null;
        try {
            stored.add(loop.submit(heard(session, text)));
        } catch (MalformedMessage e) {
            park(session, String.valueOf(text), String.valueOf(e.getMessage()));
        }
    }

    /** What can be read of a message; what cannot is parked alone and takes no good event with it. */
    private Input.Heard heard(JMSContext session, @Nullable String text)
            throws MalformedMessage, SQLException, NamingException {
        if (text == null) {
            throw new MalformedMessage("not a text message");
        }
        ReadBatch<GatewayEvent> batch = Wire.readEachEvent(text);
        if (!gateway.equals(batch.gateway())) {
            throw new MalformedMessage("gateway " + gateway + " speaks in the name of " + batch.gateway());
        }
        List<Input.HeardEvent> events = new ArrayList<>(batch.messages().size());
        long roundTrip = -1;
        for (int i = 0; i < batch.messages().size(); i++) {
            GatewayEvent event = batch.messages().get(i);
            if (!gateway.equals(event.head().gateway())) {
                throw new MalformedMessage(
                        "an event of gateway " + event.head().gateway() + " in a batch of " + gateway);
            }
            if (event instanceof GatewayEvent.Probe probe) {
                roundTrip = probe.lastRoundTripMillis();
            } else if (event instanceof GatewayEvent.LiveCalls) {
                again.accept(gateway);
            } else if (event instanceof GatewayEvent.SiteReport report) {
                links.reported(report);
            }
            events.add(new Input.HeardEvent(event, batch.texts().get(i)));
        }
        for (ReadBatch.Unreadable strange : batch.unreadable()) {
            park(session, strange.text(), strange.reason());
        }
        links.heard(gateway, roundTrip);
        return new Input.Heard(events);
    }

    private String events() {
        return Destinations.eventsOf(gateway);
    }

    private void park(JMSContext session, String body, String reason) throws SQLException, NamingException {
        RoutingLog.parked(events(), reason);
        loop.cycle().park(events(), reason, body);
        session.createProducer()
                .setProperty(Destinations.PROPERTY_REASON, reason)
                .send(Broker.parking(), session.createTextMessage(body));
    }
}
