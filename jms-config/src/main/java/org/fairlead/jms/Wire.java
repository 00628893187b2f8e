package org.fairlead.jms;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns batches into the text of a message and back. Unknown fields are ignored, so that a newer side may add some;
 * a missing field, an unknown type and another version are refused.
 */
public final class Wire {

    /** Raised when an old side could misunderstand a new one. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private static final BatchReader<GatewayEvent> EVENTS = new BatchReader<>(JSON, "events", GatewayEvent.class);
    private static final BatchReader<GatewayCommand> COMMANDS =
            new BatchReader<>(JSON, "commands", GatewayCommand.class);

    private Wire() {}

    public static String write(EventBatch batch) {
        return text(batch);
    }

    public static String write(CommandBatch batch) {
        return text(batch);
    }

    /** One event alone, as it is kept in the centre's journal. */
    public static String write(GatewayEvent event) {
        return text(event);
    }

    /** One command alone, as it is kept until it is sent. */
    public static String write(GatewayCommand command) {
        return text(command);
    }

    /** @throws MalformedMessage when the text is not a batch of events of this version */
    public static EventBatch readEvents(String text) throws MalformedMessage {
        EventBatch batch = parseBatch(text, EventBatch.class);
        requireVersion(batch.version());
        return batch;
    }

    /** @throws MalformedMessage when the text is not a batch of commands of this version */
    public static CommandBatch readCommands(String text) throws MalformedMessage {
        CommandBatch batch = parseBatch(text, CommandBatch.class);
        requireVersion(batch.version());
        return batch;
    }

    /**
     * Reads what can be read of a batch of events.
     *
     * @throws MalformedMessage when it is not a batch of this version at all
     */
    public static ReadBatch<GatewayEvent> readEachEvent(String text) throws MalformedMessage {
        ReadBatch<GatewayEvent> good = EVENTS.read(text, VERSION);
        if (good != null) {
            return good;
        }
        try {
            EventBatch batch = readEvents(text);
            return new ReadBatch<>(batch.gateway(), batch.events(), words(batch.events()), List.of());
        } catch (MalformedMessage whole) {
            return readEach(text, "events", GatewayEvent.class, whole);
        }
    }

    /**
     * Reads what can be read of a batch of commands.
     *
     * @throws MalformedMessage when it is not a batch of this version at all
     */
    public static ReadBatch<GatewayCommand> readEachCommand(String text) throws MalformedMessage {
        ReadBatch<GatewayCommand> good = COMMANDS.read(text, VERSION);
        if (good != null) {
            return good;
        }
        try {
            CommandBatch batch = readCommands(text);
            return new ReadBatch<>(batch.gateway(), batch.commands(), words(batch.commands()), List.of());
        } catch (MalformedMessage whole) {
            return readEach(text, "commands", GatewayCommand.class, whole);
        }
    }

    /** @throws MalformedMessage when the text is not an event of this version */
    public static GatewayEvent readEvent(String text) throws MalformedMessage {
        return parse(text, GatewayEvent.class);
    }

    /** @throws MalformedMessage when the text is not a command of this version */
    public static GatewayCommand readCommand(String text) throws MalformedMessage {
        return parse(text, GatewayCommand.class);
    }

    private static void requireVersion(int version) throws MalformedMessage {
        if (version != VERSION) {
            throw new MalformedMessage("version " + version + " is not spoken here, only " + VERSION);
        }
    }

    private static List<String> words(List<?> messages) {
        return messages.stream().map(Wire::text).toList();
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of the contract must be writable", e);
        }
    }

    /** What another version says may look like nonsense here, so its version is the first thing to complain about. */
    private static <T> T parseBatch(String text, Class<T> type) throws MalformedMessage {
        try {
            return parse(text, type);
        } catch (MalformedMessage e) {
            requireVersion(versionOf(text));
            throw e;
        }
    }

    private static <T> ReadBatch<T> readEach(String text, String field, Class<T> type, MalformedMessage whole)
            throws MalformedMessage {
        JsonNode tree = tree(text);
        if (!tree.path("version").isInt()
                || tree.path("version").asInt() != VERSION
                || !tree.path("gateway").isTextual()
                || !tree.path(field).isArray()) {
            throw whole;
        }
        List<T> messages = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<ReadBatch.Unreadable> unreadable = new ArrayList<>();
        for (JsonNode each : tree.path(field)) {
            String alone = each.toString();
            try {
                messages.add(parse(alone, type));
                texts.add(alone);
            } catch (MalformedMessage e) {
                String id = each.path("head").path("id").asText();
                unreadable.add(new ReadBatch.Unreadable(alone, id, String.valueOf(e.getMessage())));
            }
        }
        return new ReadBatch<>(tree.path("gateway").asText(), messages, texts, unreadable);
    }

    /** The version that a text claims, or ours when it claims none. */
    private static int versionOf(String text) {
        return tree(text).path("version").asInt(VERSION);
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static <T> T parse(String text, Class<T> type) throws MalformedMessage {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw new MalformedMessage("empty message");
            }
            return value;
        } catch (JsonMappingException e) {
            throw new MalformedMessage(e.getOriginalMessage() + " at " + place(e), e);
        } catch (JsonProcessingException e) {
            throw new MalformedMessage(e.getOriginalMessage(), e);
        }
    }

    /** Where in the message, as {@code events[1].head.call}. */
    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.isEmpty() ? "the beginning" : place.toString();
    }
}
