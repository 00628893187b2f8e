package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.Head;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a real broker is told to treat what is said to a gateway. */
class CommandSenderTest {

    private static final Logger BROKERS_WORDS = Logger.getLogger("org.apache.activemq");
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
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

        List<Sent> lines = sent.stream().filter(each -> each.life() == 60_000).toList();
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.mode()).isEqualTo(DeliveryMode.NON_PERSISTENT))
                .allSatisfy(line -> assertThat(line.text()).doesNotContain("Hold"));
        assertThat(lines.get(0).text()).contains("OpenLine", "quite-secret");
        assertThat(lines.get(1).text())
                .as("closed after it was opened, as it was said")
                .contains("CloseLine");
    }

    /** Lines in the same breath change nothing for the rest: a call's end that a site cannot hear yet waits for it. */
    @Test
    void whatLeavesOnceAndWhatMustEndIsOnTheBrokersDisk() throws Exception {
        var open = new GatewayCommand.OpenLine(head(), "elif", "quite-secret", Instant.EPOCH);

        List<Sent> sent = send(dial(), open, new GatewayCommand.HangUp(head()), new GatewayCommand.Withdraw(head()));

        assertThat(sent)
                .filteredOn(each -> !each.text().contains("OpenLine"))
                .hasSize(3)
                .allSatisfy(each -> {
                    assertThat(each.mode()).isEqualTo(DeliveryMode.PERSISTENT);
                    assertThat(each.life()).isZero();
                });
    }

    @Test
    void whatACallNeedsAtOnceWaitsForItsSiteInTheBrokersMemoryAsLongAsItTakes() throws Exception {
        List<Sent> sent = send(new GatewayCommand.Connect(head(), "elif", ""), new GatewayCommand.Hold(head()));

        assertThat(sent).singleElement().satisfies(each -> {
            assertThat(each.mode()).isEqualTo(DeliveryMode.NON_PERSISTENT);
            assertThat(each.life()).isZero();
        });
    }

    @Test
    void whatIsSaidToOneSiteKeepsItsOrderHoweverItIsTreated() throws Exception {
        List<Sent> sent = send(
                new GatewayCommand.Hold(head()), new GatewayCommand.HangUp(head()), new GatewayCommand.Resume(head()));

        assertThat(sent)
                .extracting(each -> each.text().replaceAll("(?s).*\"(Hold|HangUp|Resume)\".*", "$1"))
                .containsExactly("Hold", "HangUp", "Resume");
    }

    /** A site that is away for hours tells its calls by itself when it is back. */
    @Test
    void questionsThatASiteAnswersByItselfDoNotPileUpWhileItIsAway() throws Exception {
        List<Sent> sent = send(new GatewayCommand.ReportLiveCalls(head()));

        assertThat(sent).singleElement().satisfies(each -> assertThat(each.life())
                .isPositive());
    }

    @Test
    void whatTheBrokerMayHaveLostIsSentAgainInTheNextSessionUnlessItIsTooLate() throws Exception {
        // given
        GatewayCommand dial = dial();
        GatewayCommand connect = new GatewayCommand.Connect(head(), "elif", "");
        GatewayCommand late = new GatewayCommand.Hold(head(NOW.minusSeconds(1)));
        CommandSender sender = new CommandSender(CommandSenderTest::queue, CLOCK);

        // when
        serve(sender, dial, connect, late);
        read();
        try (JMSContext next = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            sender.serve(next, new ArrayList<>());
        }

        // then
        assertThat(read()).singleElement().satisfies(each -> assertThat(each.text())
                .contains(connect.head().id().toString())
                .doesNotContain(dial.head().id().toString())
                .doesNotContain(late.head().id().toString()));
    }

    private static ActiveMQQueue queue(String gateway) {
        return new ActiveMQQueue(gateway);
    }

    @Test
    void aDialThatIsTakenBackOvertakesAllElse() throws Exception {
        List<Sent> sent = send(new GatewayCommand.Hold(head()), new GatewayCommand.Withdraw(head()));

        assertThat(sent).extracting(Sent::priority).containsExactly(9, Message.DEFAULT_PRIORITY);
        assertThat(sent.get(0).text()).contains("Withdraw");
    }

    /** @return what lies in the gateway's queue then, in the order in which it is read */
    private static List<Sent> send(GatewayCommand... commands) throws Exception {
        serve(new CommandSender(CommandSenderTest::queue, CLOCK), commands);
        return read();
    }

    private static void serve(CommandSender sender, GatewayCommand... commands) throws Exception {
        sender.send(1, List.of(commands), sender::stop);
        try (JMSContext session = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
            sender.serve(session, new ArrayList<>());
        }
    }

    private static List<Sent> read() throws Exception {
        List<Sent> sent = new ArrayList<>();
        try (JMSContext session = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                JMSConsumer reader = session.createConsumer(session.createQueue("izmir"))) {
            for (Message next = reader.receive(2_000); next != null; next = reader.receiveNoWait()) {
                sent.add(Sent.of(next));
            }
        }
        return sent;
    }

    private static GatewayCommand dial() {
        return new GatewayCommand.Dial(head(), "+905321234561", "+908502001009", 20, false);
    }

    private static Head head() {
        return head(NOW.plusSeconds(60));
    }

    private static Head head(Instant expires) {
        return new Head(UUID.randomUUID(), "izmir", UUID.randomUUID(), 1, expires);
    }
}
