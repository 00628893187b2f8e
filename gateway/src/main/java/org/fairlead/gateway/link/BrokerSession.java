package org.fairlead.gateway.link;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;
import org.jspecify.annotations.Nullable;

/** One connection to the broker, with a session for the events and one for the commands. It is never repaired. */
final class BrokerSession implements AutoCloseable {

    /**
     * Also how long a connection is waited for that was accepted by something on the way, behind which nobody is: the
     * link must be back within ten seconds of the broker's return.
     */
    private static final int CALL_TIMEOUT_MILLIS = 5_000;

    private static final int TTL_MILLIS = 15_000;
    private static final int MOST_IN_MESSAGE = 100;

    private final String gateway;
    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session up;
    private final MessageProducer events;
    private final Session down;
    private final MessageConsumer commands;
    private final MessageProducer parking;
    private volatile boolean broken;

    BrokerSession(LinkSettings settings) throws JMSException {
        gateway = settings.gateway();
        factory = new ActiveMQConnectionFactory(settings.address());
        try {
            // Reconnecting is the link's own affair: it knows what to send again.
            factory.setReconnectAttempts(0);
            factory.setInitialConnectAttempts(1);
            factory.setCallTimeout(CALL_TIMEOUT_MILLIS);
            factory.setConnectionTTL(TTL_MILLIS);
            factory.setClientFailureCheckPeriod(TTL_MILLIS / 3);
            // The commit tells whether the batch is on disk; waiting for each send too would double the time.
            factory.setBlockOnDurableSend(false);
            connection = factory.createConnection(gateway, settings.secret());
        } catch (JMSException e) {
            factory.close();
            throw e;
        }
        try {
            connection.setExceptionListener(e -> broken = true);
            up = connection.createSession(true, Session.SESSION_TRANSACTED);
            events = up.createProducer(up.createQueue(settings.prefix() + Destinations.eventsOf(gateway)));
            events.setDeliveryMode(DeliveryMode.PERSISTENT);
            down = connection.createSession(true, Session.SESSION_TRANSACTED);
            commands = down.createConsumer(down.createQueue(settings.prefix() + Destinations.commandsOf(gateway)));
            parking = down.createProducer(down.createQueue(settings.prefix() + Destinations.PARKING));
            connection.start();
        } catch (JMSException e) {
            quietly();
            throw e;
        }
    }

    boolean broken() {
        return broken;
    }

    void markBroken() {
        broken = true;
    }

    /** One transaction, one group for the whole gateway: what it says keeps its order. */
    void send(List<GatewayEvent> batch) throws JMSException {
        for (int from = 0; from < batch.size(); from += MOST_IN_MESSAGE) {
            List<GatewayEvent> part = batch.subList(from, Math.min(batch.size(), from + MOST_IN_MESSAGE));
            TextMessage message = up.createTextMessage(Wire.write(new EventBatch(Wire.VERSION, gateway, part)));
            message.setStringProperty("JMSXGroupID", gateway);
            events.send(message);
        }
        up.commit();
    }

    @Nullable
    Message receive(long millis) throws JMSException {
        return commands.receive(millis);
    }

    /** The broker forgets what was received since the last time, and keeps what was parked. */
    void taken() throws JMSException {
        down.commit();
    }

    /** Puts a message aside with the reason, in the transaction of {@link #taken}. */
    void park(Message message, String reason) throws JMSException {
        if (message instanceof TextMessage text) {
            park(text.getText(), reason);
        } else {
            message.clearProperties();
            send(message, reason);
        }
    }

    void park(@Nullable String text, String reason) throws JMSException {
        send(down.createTextMessage(Secrets.cut(text)), reason);
    }

    private void send(Message parked, String reason) throws JMSException {
        parked.setStringProperty(Destinations.PROPERTY_REASON, reason);
        parked.setStringProperty(Destinations.PROPERTY_GATEWAY, gateway);
        parking.send(parked);
    }

    private void quietly() {
        broken = true;
        try {
            connection.close();
        } catch (JMSException e) {
            // A connection that cannot be closed is broken already; the broker ends it after its time to live.
            broken = true;
        }
        factory.close();
    }

    @Override
    public void close() {
        quietly();
    }
}
