package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayCommand.Head;
import org.junit.jupiter.api.Test;

/** How the broker is told to treat what is said to a gateway. */
class CommandSenderTest {

    private final List<Sent> sent = new ArrayList<>();

    /** A message at the broker. */
    private record Sent(int mode, long life, String text) {}

    @Test
    void passwordsAreInTheBrokersMemoryAloneAndNotForLong() throws Exception {
        var open = new GatewayCommand.OpenLine(head(), "elif", "quite-secret", Instant.EPOCH);

        send(open, new GatewayCommand.Hold(head()), new GatewayCommand.CloseLine(head(), "elif"));

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

    @Test
    void whatACallNeedsIsKept() throws Exception {
        send(new GatewayCommand.Hold(head()), new GatewayCommand.Withdraw(head()));

        assertThat(sent).hasSize(2).allSatisfy(each -> {
            assertThat(each.mode()).isEqualTo(DeliveryMode.PERSISTENT);
            assertThat(each.life()).isZero();
        });
    }

    private void send(GatewayCommand... commands) throws Exception {
        CommandSender sender = new CommandSender(gateway -> as(Queue.class, (self, method, given) -> gateway));
        sender.send(1, List.of(commands), sender::stop);
        sender.serve(session(), new ArrayList<>());
    }

    private JMSContext session() {
        return as(JMSContext.class, (self, method, given) -> switch (method.getName()) {
            case "createProducer" -> producer();
            case "createTextMessage" -> as(TextMessage.class, (message, what, none) -> given[0]);
            default -> null;
        });
    }

    private JMSProducer producer() {
        int[] mode = {Message.DEFAULT_DELIVERY_MODE};
        long[] life = {Message.DEFAULT_TIME_TO_LIVE};
        return as(JMSProducer.class, (self, method, given) -> {
            switch (method.getName()) {
                case "setDeliveryMode" -> mode[0] = (int) given[0];
                case "setTimeToLive" -> life[0] = (long) given[0];
                case "send" -> sent.add(new Sent(mode[0], life[0], ((TextMessage) given[1]).getText()));
                default -> {}
            }
            return self;
        });
    }

    private static <T> T as(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static Head head() {
        return new Head(UUID.randomUUID(), "izmir", UUID.randomUUID(), 1, Instant.parse("2026-11-22T10:00:00Z"));
    }
}
