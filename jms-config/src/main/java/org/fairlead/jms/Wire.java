package org.fairlead.jms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

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
            .build();

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
        EventBatch batch = parse(text, EventBatch.class);
        requireVersion(batch.version());
        return batch;
    }

    /** @throws MalformedMessage when the text is not a batch of commands of this version */
    public static CommandBatch readCommands(String text) throws MalformedMessage {
        CommandBatch batch = parse(text, CommandBatch.class);
        requireVersion(batch.version());
        return batch;
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

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of the contract must be writable", e);
        }
    }

    private static <T> T parse(String text, Class<T> type) throws MalformedMessage {
        try {
            T value = JSON.readValue(text, type);
            if (value == null) {
                throw new MalformedMessage("empty message");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedMessage(e.getOriginalMessage(), e);
        }
    }
}
