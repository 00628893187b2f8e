package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.Stack;
import org.fairlead.itests.whole.WholeStack;
import org.fairlead.jms.Destinations;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway's broker user may not do: izmir, with its own password, tries what is manila's. */
@ExtendWith(WholeStack.class)
class GatewayWallsIT {

    private static final String PREFIX = "jms.queue.";
    private static final String NOBODYS_NUMBER = "+908509990000";
    private static final Duration SOON = Duration.ofSeconds(30);

    private ActiveMQConnectionFactory factory;
    private Connection connection;
    private Session session;
    private Books books;

    @BeforeEach
    void connect(Stack stack) throws Exception {
        books = new Books(stack);
        factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + stack.brokerPort());
        connection = factory.createConnection("izmir", stack.secret("gateway-izmir"));
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        connection.start();
    }

    @AfterEach
    void leave() throws JMSException {
        connection.close();
        factory.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fairlead.events.izmir",
                "fairlead.events.manila",
                "fairlead.commands.manila",
                "fairlead.commands.tirana",
                "fairlead.parking",
                "fairlead.dead",
                "fairlead.expired"
            })
    void aGatewayReadsNoQueueButItsOwnCommands(String queue) {
        assertThatThrownBy(() -> session.createConsumer(session.createQueue(PREFIX + queue)))
                .isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fairlead.events.manila", "fairlead.commands.izmir", "fairlead.commands.manila", "fairlead.dead"
            })
    void aGatewaySendsNowhereButToItsOwnEventsAndTheParking(String queue) {
        assertThatThrownBy(() -> send(queue, "manila", UUID.randomUUID())).isInstanceOf(JMSSecurityException.class);
    }

    @Test
    void aBatchInTheNameOfAnotherGatewayIsParkedAndChangesNothing() throws Exception {
        // given
        UUID forged = UUID.randomUUID();
        UUID honest = UUID.randomUUID();

        // when
        send(Destinations.eventsOf("izmir"), "manila", forged);
        send(Destinations.eventsOf("izmir"), "izmir", honest);

        // then
        Await.until(
                "the honest batch, which came later, is in the books",
                SOON,
                () -> books.count("select count(*) from contact where call_id = ?", honest) == 1);
        assertThat(books.count("select count(*) from contact where call_id = ?", forged))
                .isZero();
        assertThat(books.count("select count(*) from call_event where call_id = ?", forged))
                .isZero();
        assertThat(books.column("select reason from parked_message where body like ?", "%" + forged + "%"))
                .containsExactly("gateway izmir speaks in the name of manila");
    }

    private void send(String queue, String gateway, UUID call) throws JMSException {
        var head = new GatewayEvent.Head(gateway, call, 1, Clock.systemUTC().instant());
        var batch = new EventBatch(
                Wire.VERSION, gateway, List.of(new GatewayEvent.CallOffered(head, NOBODYS_NUMBER, "+905321110044")));
        session.createProducer(session.createQueue(PREFIX + queue)).send(session.createTextMessage(Wire.write(batch)));
    }
}
