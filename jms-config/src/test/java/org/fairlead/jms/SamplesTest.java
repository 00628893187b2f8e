package org.fairlead.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden samples: there is one of each kind, each follows its schema, and none changes when read and written. */
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Arguments> everySample() throws IOException {
        List<Arguments> samples = new ArrayList<>();
        List<String> kinds = new ArrayList<>(List.of("EventBatch", "CommandBatch"));
        kinds.addAll(Schemas.named(GatewayEvent.class).keySet());
        kinds.addAll(Schemas.named(GatewayCommand.class).keySet());
        for (String kind : kinds) {
            for (Map.Entry<String, JsonNode> sample :
                    JSON.readTree(resource("samples/" + kind + ".json")).properties()) {
                samples.add(Arguments.of(kind, sample.getKey(), sample.getValue()));
            }
        }
        return samples.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everySample")
    void isTheSameAfterReadingAndWriting(String kind, String name, JsonNode sample) throws Exception {
        String again = again(kind, sample.toString());

        assertThat(JSON.readTree(again)).isEqualTo(sample);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everySample")
    void followsItsSchema(String kind, String name, JsonNode sample) throws Exception {
        Schema schema = REGISTRY.getSchema(resource("schema/" + kind + ".json"), InputFormat.JSON);

        assertThat(schema.validate(sample.toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everySample")
    void isRefusedWithoutAnyOneOfItsFields(String kind, String name, JsonNode sample) throws Exception {
        Schema schema = REGISTRY.getSchema(resource("schema/" + kind + ".json"), InputFormat.JSON);
        List<String> fields = new ArrayList<>();
        sample.fieldNames().forEachRemaining(fields::add);

        for (String field : fields) {
            ObjectNode poorer = sample.deepCopy();
            poorer.remove(field);

            assertThat(schema.validate(poorer.toString(), InputFormat.JSON)).isNotEmpty();
            assertThatThrownBy(() -> again(kind, poorer.toString()))
                    .isInstanceOf(MalformedMessage.class)
                    .hasMessageContaining(field);
        }
    }

    private static String again(String kind, String text) throws MalformedMessage {
        if (kind.equals("EventBatch")) {
            return Wire.write(Wire.readEvents(text));
        }
        if (kind.equals("CommandBatch")) {
            return Wire.write(Wire.readCommands(text));
        }
        return Schemas.named(GatewayEvent.class).containsKey(kind)
                ? Wire.write(Wire.readEvent(text))
                : Wire.write(Wire.readCommand(text));
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = Wire.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
