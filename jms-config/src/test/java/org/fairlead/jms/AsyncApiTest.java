package org.fairlead.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document and the broker's script speak of the same queues and messages as the code. */
class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void readIt() throws IOException {
        document = new YAMLMapper().readTree(text("asyncapi.yaml"));
    }

    @Test
    void namesEveryMessageOfTheContractAndNoOther() {
        List<String> kinds = new ArrayList<>(List.of("EventBatch", "CommandBatch", "Parked"));
        kinds.addAll(Schemas.named(GatewayEvent.class).keySet());
        kinds.addAll(Schemas.named(GatewayCommand.class).keySet());

        assertThat(document.at("/components/messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    @Test
    void namesEveryDestination() {
        assertThat(document.path("channels").findValuesAsText("address"))
                .containsExactlyInAnyOrder(
                        Destinations.eventsOf("{gateway}"),
                        Destinations.commandsOf("{gateway}"),
                        Destinations.PARKING,
                        Destinations.DEAD,
                        Destinations.EXPIRED);
    }

    @Test
    void speaksTheVersionOfTheCode() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/info/version").asText()).startsWith(Wire.VERSION + ".");
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        for (String reference : document.findValuesAsText("$ref")) {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(Wire.class.getResource(reference)).as(reference).isNotNull();
            }
        }
    }

    @Test
    void theBrokersScriptMakesEveryQueue() throws IOException {
        String script = text("broker.cli");

        for (String queue : List.of(
                Destinations.eventsOf("manila"),
                Destinations.eventsOf("izmir"),
                Destinations.eventsOf("tirana"),
                Destinations.eventsOf("probe"),
                Destinations.PARKING,
                Destinations.DEAD,
                Destinations.EXPIRED,
                Destinations.commandsOf("manila"),
                Destinations.commandsOf("izmir"),
                Destinations.commandsOf("tirana"),
                Destinations.commandsOf("probe"))) {
            assertThat(script).contains("/jms-queue=" + queue + ":add(");
        }
    }

    @Test
    void theBrokersScriptLetsAGatewayReadItsOwnCommandsAlone() throws IOException {
        List<String> rights = text("broker.cli")
                .lines()
                .filter(line -> line.contains("consume=true"))
                .toList();

        assertThat(rights).hasSize(4).allSatisfy(line -> assertThat(line)
                .matches(".*security-setting=jms\\.queue\\.fairlead\\.commands\\.(\\w+)/role=\\1:add\\(send=false,.*"));
    }

    @Test
    void theBrokersScriptLetsAGatewaySpeakForItselfAlone() throws IOException {
        List<String> rights = text("broker.cli")
                .lines()
                .filter(line -> line.contains("fairlead.events") && line.contains("send=true"))
                .toList();

        assertThat(rights)
                .hasSize(4)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        ".*security-setting=jms\\.queue\\.fairlead\\.events\\.(\\w+)/role=\\1:add\\(send=true,consume=false\\)"));
    }

    private static String text(String name) throws IOException {
        try (InputStream file = Wire.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
