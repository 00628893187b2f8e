package org.fairlead.itests.bench;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fairlead.itests.stack.Stack;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.Wire;

/** The gateway named {@code probe}: one connection to the broker, as outside gateways have it. */
final class ProbeLink implements AutoCloseable {

    static final String GATEWAY = "probe";

    private static final String PREFIX = "jms.queue.";

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final Session up;
    private final MessageProducer events;

    ProbeLink(Stack stack, ProbeReplies replies) throws JMSException, IOException {
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + stack.brokerPort());
        factory.setReconnectAttempts(0);
        factory.setInitialConnectAttempts(1);
        factory.setBlockOnDurableSend(false);
        try {
            connection = factory.createConnection(GATEWAY, stack.secret("gateway-" + GATEWAY));
        } catch (JMSException e) {
            factory.close();
            throw e;
        }
        up = connection.createSession(true, Session.SESSION_TRANSACTED);
        events = up.createProducer(up.createQueue(PREFIX + Destinations.eventsOf(GATEWAY)));
        events.setDeliveryMode(DeliveryMode.PERSISTENT);
        Session down = connection.createSession(false, Session.DUPS_OK_ACKNOWLEDGE);
        down.createConsumer(down.createQueue(PREFIX + Destinations.commandsOf(GATEWAY)))
                .setMessageListener(message -> hear(message, replies));
        connection.start();
    }

    /** Puts the events into one message; they are sent when {@link #commit} returns. */
    void put(List<GatewayEvent> batch) throws JMSException {
        TextMessage message = up.createTextMessage(Wire.write(new EventBatch(Wire.VERSION, GATEWAY, batch)));
        message.setStringProperty("JMSXGroupID", GATEWAY);
        events.send(message);
    }

    void commit() throws JMSException {
        up.commit();
    }

    private static void hear(Message message, ProbeReplies replies) {
        try {
            replies.take(Wire.readCommands(((TextMessage) message).getText()));
        } catch (JMSException | MalformedMessage e) {
            throw new IllegalStateException("an unreadable command", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (JMSException e) {
            // The broker is gone, as in a test that kills it: there is nothing left to close.
            factory.close();
            return;
        }
        factory.close();
    }
}
