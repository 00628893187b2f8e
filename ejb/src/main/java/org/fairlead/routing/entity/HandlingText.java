package org.fairlead.routing.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** {@link Handling} as it is kept with the contact's row. */
final class HandlingText {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
            return JSON.readValue(text, Handling.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("handling as stored cannot be read: " + text, e);
        }
    }
}
