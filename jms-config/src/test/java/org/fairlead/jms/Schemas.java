package org.fairlead.jms;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schemas of the contract, made from its records: name of the file, text of the schema. */
final class Schemas {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private Schemas() {}

    static Map<String, String> all() throws JsonProcessingException {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        types.put("EventBatch", EventBatch.class);
        types.put("CommandBatch", CommandBatch.class);
        types.putAll(named(GatewayEvent.class));
        types.putAll(named(GatewayCommand.class));
        SchemaGenerator generator = generator();
        Map<String, String> schemas = new LinkedHashMap<>();
        for (Map.Entry<String, Class<?>> type : types.entrySet()) {
            ObjectNode schema = generator.generateSchema(type.getValue());
            ObjectNode titled = JSON.createObjectNode();
            titled.set("$schema", schema.remove("$schema"));
            titled.put("$id", "urn:fairlead:jms:" + Wire.VERSION + ":" + type.getKey());
            titled.put("title", type.getKey());
            titled.setAll(schema);
            if (titled.at("/properties/version") instanceof ObjectNode version) {
                version.put("const", Wire.VERSION);
            }
            schemas.put(type.getKey() + ".json", JSON.writeValueAsString(titled) + "\n");
        }
        return schemas;
    }

    /** The messages of one direction, by the names that they have on the wire. */
    static Map<String, Class<?>> named(Class<?> direction) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        for (JsonSubTypes.Type type :
                direction.getAnnotation(JsonSubTypes.class).value()) {
            types.put(type.name(), type.value());
        }
        return types;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new JacksonModule());
        // Unknown fields are ignored, so that a newer side may add some; a missing one is refused.
        config.forFields().withRequiredCheck(field -> true);
        return new SchemaGenerator(config.build());
    }
}
