package org.fairlead.gateway.link;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.MalformedMessage;
import org.fairlead.jms.Wire;

/** A broker in this process with the queues and rights of the contract; it keeps its messages over a restart. */
public final class TestBroker implements AutoCloseable {

    public static final String SECRET = "s3cret";
    private static final String CENTRE = "centre";

    private final Path folder;
    private final int port;
    private EmbeddedActiveMQ server;

    public TestBroker(Path folder) throws Exception {
        this.folder = folder;
        this.port = freePort();
        start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    LinkSettings izmir() {
        return new LinkSettings("izmir", SECRET, "127.0.0.1", port, "");
    }

    public void start() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setSecurityEnabled(true)
                .setGracefulShutdownEnabled(false);
        configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port);
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setMaxDeliveryAttempts(-1)
                        .setAutoCreateQueues(false)
                        .setAutoCreateAddresses(false));
        for (String queue : List.of(
                Destinations.eventsOf("izmir"),
                Destinations.PARKING,
                Destinations.commandsOf("izmir"),
                Destinations.commandsOf("manila"))) {
            configuration.addQueueConfiguration(QueueConfiguration.of(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
            configuration.putSecurityRoles(queue, Set.of(role(CENTRE, true, true)));
        }
        Role sender = role("izmir", true, false);
        Role reader = role("izmir", false, true);
        Role centre = role(CENTRE, true, true);
        configuration.putSecurityRoles(Destinations.eventsOf("izmir"), Set.of(sender, centre));
        configuration.putSecurityRoles(Destinations.PARKING, Set.of(sender, centre));
        configuration.putSecurityRoles(Destinations.commandsOf("izmir"), Set.of(reader, centre));
        SecurityConfiguration users = new SecurityConfiguration();
        for (String user : List.of("izmir", CENTRE)) {
            users.addUser(user, SECRET);
            users.addRole(user, user);
        }
        server = new EmbeddedActiveMQ()
                .setConfiguration(configuration)
                .setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        server.start();
    }

    private static Role role(String name, boolean send, boolean consume) {
        return new Role(name, send, consume, false, false, false, false, false, false, false, false);
    }

    public void stop() throws Exception {
        server.stop();
    }

    /** Breaks every connection without a word, as a network does. */
    void cut() {
        server.getActiveMQServer().getRemotingService().getConnections().forEach(connection -> connection
                .getTransportConnection()
                .forceClose());
    }

    /** The next commit of a gateway is carried out, and the line breaks before the answer. */
    void loseTheAnswerToTheNextCommit() {
        AtomicReference<Object> committing = new AtomicReference<>();
        server.getActiveMQServer().getRemotingService().addIncomingInterceptor((Interceptor) (packet, connection) -> {
            if (packet.getType() == PacketImpl.SESS_COMMIT) {
                committing.compareAndSet(null, connection);
            }
            return true;
        });
        server.getActiveMQServer().getRemotingService().addOutgoingInterceptor((Interceptor) (packet, connection) -> {
            if (packet.getType() == PacketImpl.NULL_RESPONSE && committing.compareAndSet(connection, "broken")) {
                connection.getTransportConnection().forceClose();
                return false;
            }
            return true;
        });
    }

    /** The line breaks before the next commit of a gateway reaches the broker. */
    void loseTheNextCommit() {
        AtomicBoolean lost = new AtomicBoolean();
        server.getActiveMQServer().getRemotingService().addIncomingInterceptor((Interceptor) (packet, connection) -> {
            if (packet.getType() == PacketImpl.SESS_COMMIT && lost.compareAndSet(false, true)) {
                connection.getTransportConnection().forceClose();
                return false;
            }
            return true;
        });
    }

    public void command(GatewayCommand... commands) throws JMSException {
        command(Wire.write(new CommandBatch(Wire.VERSION, "izmir", List.of(commands))));
    }

    public void command(String text) throws JMSException {
        try (ActiveMQConnectionFactory factory = factory();
                Connection connection = factory.createConnection(CENTRE, SECRET);
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            session.createProducer(session.createQueue(Destinations.commandsOf("izmir")))
                    .send(session.createTextMessage(text));
        }
    }

    /** Takes messages until so many events have come, or for a while. */
    List<EventBatch> events(int atLeast) throws JMSException, MalformedMessage {
        List<EventBatch> batches = new ArrayList<>();
        int count = 0;
        try (ActiveMQConnectionFactory factory = factory();
                Connection connection = factory.createConnection(CENTRE, SECRET);
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer =
                        session.createConsumer(session.createQueue(Destinations.eventsOf("izmir")))) {
            connection.start();
            while (count < atLeast) {
                Message message = consumer.receive(10_000);
                if (message == null) {
                    return batches;
                }
                if (!"izmir".equals(message.getStringProperty("JMSXGroupID"))) {
                    throw new IllegalStateException("a batch without its group");
                }
                EventBatch batch = Wire.readEvents(((TextMessage) message).getText());
                batches.add(batch);
                count += batch.events().size();
            }
        }
        return batches;
    }

    public List<GatewayEvent> all(int atLeast) throws JMSException, MalformedMessage {
        return events(atLeast).stream()
                .flatMap(batch -> batch.events().stream())
                .toList();
    }

    Message parked() throws JMSException {
        try (ActiveMQConnectionFactory factory = factory();
                Connection connection = factory.createConnection(CENTRE, SECRET);
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                MessageConsumer consumer = session.createConsumer(session.createQueue(Destinations.PARKING))) {
            connection.start();
            return consumer.receive(10_000);
        }
    }

    private ActiveMQConnectionFactory factory() throws JMSException {
        return new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
