package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.Head;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a real broker is told to treat what is said to a gateway. */
class CommandSenderTest {

    private static final Logger BROKERS_WORDS = Logger.getLogger("org.apache.activemq");
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();
    private static ActiveMQConnectionFactory connections;

    /** A message at the broker; no life is as long as it takes. */
    private record Sent(int priority, int mode, long life, String text) {

        static Sent of(Message message) throws JMSException {
            long expires = message.getJMSExpiration();
            return new Sent(
                    message.getJMSPriority(),
                    message.getJMSDeliveryMode(),
                    expires == 0 ? 0 : expires - message.getJMSTimestamp(),
                    message.getBody(String.class));
        }
    }

    @BeforeAll
    static void aBroker() throws Exception {
        BROKERS_WORDS.setLevel(Level.SEVERE);
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("here", "vm://25"));
        BROKER.start();
        connections = new ActiveMQConnectionFactory("vm://25");
    }

    @AfterAll
    static void noBroker() throws Exception {
        connections.close();
        BROKER.stop();
    }

    @Test
    void passwordsAreInTheBrokersMemoryAloneAndNotForLong() throws Exception {
        var open = new GatewayCommand.OpenLine(head(), "elif", "quite-secret", Instant.EPOCH);

        List<Sent> sent = send(open, new GatewayCommand.Hold(head()), new GatewayCommand.CloseLine(head(), "elif"));

        assertThat(sent)
                .filteredOn(each -> each.text().contains("quite-secret"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.mode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
                    assertThat(line.life()).isEqualTo(60_000);
                    // closed after it was opened, as it was said
                    assertThat(line.text())
                            .containsSubsequence("OpenLine", "CloseLine")
                            .doesNotContain("Hold");
                });
    }

    /** Lines in the same breath change nothing for the rest: a call's end that a site cannot hear yet waits for it. */
    @Test
    void whatACallNeedsIsKept() throws Exception {
        var open = new GatewayCommand.OpenLine(head(), "elif", "quite-secret", Instant.EPOCH);

        List<Sent> sent = send(new GatewayCommand.Hold(head()), open, new GatewayCommand.Withdraw(head()));

        assertThat(sent)
                .filteredOn(each -> !each.text().contains("OpenLine"))
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.mode()).isEqualTo(DeliveryMode.PERSISTENT);
                    assertThat(each.life()).isZero();
                });
    }

    @Test
    void aDialThatIsTakenBackOvertakesAllElse() throws Exception {
        List<Sent> sent = send(new GatewayCommand.Hold(head()), new GatewayCommand.Withdraw(head()));

        assertThat(sent).extracting(Sent::priority).containsExactly(9, Message.DEFAULT_PRIORITY);
        assertThat(sent.get(0).text()).contains("Withdraw");
    }

    /** @return what lies in the gateway's queue then, in the order in which it is read */
    private static List<Sent> send(GatewayCommand... commands) throws Exception {
        try (JMSContext session = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            CommandSender sender = new CommandSender(session::createQueue);
            sender.send(1, List.of(commands), sender::stop);
            sender.serve(session, new ArrayList<>());
        }
        List<Sent> sent = new ArrayList<>();
        try (JMSContext session = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                JMSConsumer reader = session.createConsumer(session.createQueue("izmir"))) {
            for (Message next = reader.receive(2_000); next != null; next = reader.receiveNoWait()) {
                sent.add(Sent.of(next));
            }
        }
        return sent;
    }

    private static Head head() {
        return new Head(UUID.randomUUID(), "izmir", UUID.randomUUID(), 1, Instant.parse("2026-11-22T10:00:00Z"));
    }
}
