package org.fairlead.routing.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** {@link Handling} as it is kept with the contact's row. */
final class HandlingText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final ObjectReader READER = JSON.readerFor(Handling.class);
    private static final String TERMS = "terms";

    private HandlingText() {}

    static String write(Handling handling) {
        try {
            return JSON.writeValueAsString(handling);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("handling must be writable", e);
        }
    }

    static Handling read(String text) {
        try {
            Handling handling = READER.readValue(text);
            return handling.terms() == null ? ofOldText(text) : handling;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("handling as stored cannot be read: " + text, e);
        }
    }

    /** Written by 0.1 before the terms had a room of their own: contacts that live through the change. */
    private static Handling ofOldText(String text) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(text);
        if (tree instanceof ObjectNode flat) {
            flat.set(TERMS, flat.deepCopy());
        }
        return JSON.treeToValue(tree, Handling.class);
    }
}
