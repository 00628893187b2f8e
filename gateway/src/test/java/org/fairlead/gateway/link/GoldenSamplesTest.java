package org.fairlead.gateway.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.gateway.simulator.Customers;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.gateway.simulator.SimulatedEngine;
import org.fairlead.gateway.site.Site;
import org.fairlead.gateway.store.ForgetfulStore;
import org.fairlead.gateway.time.TurnedTime;
import org.fairlead.jms.CommandBatch;
import org.fairlead.jms.EventBatch;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.Wire;
import org.junit.jupiter.api.Test;

/** The gateway's side of the contract's golden samples. */
class GoldenSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode samples(String kind) throws Exception {
        try (InputStream file = Wire.class.getResourceAsStream("samples/" + kind + ".json")) {
            return JSON.readTree(file);
        }
    }

    @Test
    void readsEverySampleOfABatchAndWritesTheSame() throws Exception {
        for (JsonNode sample : samples("CommandBatch")) {
            CommandBatch batch = Wire.readCommands(sample.toString());
            assertThat(JSON.readTree(Wire.write(batch))).isEqualTo(sample);
        }
        for (JsonNode sample : samples("EventBatch")) {
            EventBatch batch = Wire.readEvents(sample.toString());
            assertThat(JSON.readTree(Wire.write(batch))).isEqualTo(sample);
        }
    }

    /** A dial takes its time, a withdrawal of what was answered changes nothing, and of lines and trunks nothing is told. */
    private static boolean answeredLaterOrNever(GatewayCommand command) {
        return command instanceof GatewayCommand.Dial
                || command instanceof GatewayCommand.Withdraw
                || command instanceof GatewayCommand.OpenLine
                || command instanceof GatewayCommand.CloseLine
                || command instanceof GatewayCommand.SetTelephone
                || command instanceof GatewayCommand.UseTelephone
                || command instanceof GatewayCommand.SetVoice
                || command instanceof GatewayCommand.SetTrunk;
    }

    @Test
    void hasAnAnswerForEveryKindOfCommand() throws Exception {
        TurnedTime time = new TurnedTime();
        List<GatewayEvent> said = new ArrayList<>();
        SimulatedEngine engine =
                new SimulatedEngine("izmir", time, new Customers(1, OutboundHabits.USUAL), UUID::randomUUID, 1);
        Site site = new Site("izmir", UUID.randomUUID(), time, engine, said::add, new ForgetfulStore());
        site.open();

        CommandBatch batch =
                Wire.readCommands(samples("CommandBatch").path("every kind").toString());
        batch.commands().stream()
                .filter(command -> !(command instanceof GatewayCommand.ProbeReply))
                .forEach(command -> {
                    int before = said.size();
                    site.handle(command);
                    if (!answeredLaterOrNever(command)) {
                        assertThat(said).as(command.toString()).hasSizeGreaterThan(before);
                    }
                });
    }
}
