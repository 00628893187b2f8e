package org.fairlead.itests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fairlead.itests.server.InServer.ask;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.UUID;
import javax.naming.InitialContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A message that nobody can understand stops nothing: it is put aside with the reason, and the next one is taken. */
@ArquillianTest
class ParkedMessageIT {

    private static final long PATIENCE_MILLIS = 20_000;

    @Deployment
    static WebArchive beside() {
        return InServer.beside("parked-message-it", ParkedMessageIT.class);
    }

    @Test
    void aMalformedMessageIsParkedWithTheReason() throws Exception {
        InitialContext server = new InitialContext();
        ConnectionFactory broker = (ConnectionFactory) server.lookup("java:/ConnectionFactory");
        Queue events = (Queue) server.lookup("java:/jms/fairlead/events/probe");
        String mark = UUID.randomUUID().toString();

        try (JMSContext session = broker.createContext()) {
            session.createProducer().send(events, "{\"version\": 1, \"nonsense\": \"" + mark + "\"");
            Queue parking = session.createQueue("fairlead.parking");
            Message parked = session.createConsumer(parking, "fairlead_reason is not null")
                    .receive(PATIENCE_MILLIS);

            assertThat(parked).as("it is in the parking queue").isNotNull();
            assertThat(parked.getStringProperty("fairlead_reason")).isNotBlank();
        }
        assertThat(ask(
                        "java:/jdbc/FairleadEngine",
                        "select reason from parked_message where body like ?",
                        "%" + mark + "%"))
                .as("it is in the books")
                .isNotBlank();
    }
}
