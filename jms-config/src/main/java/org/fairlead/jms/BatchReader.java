package org.fairlead.jms;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a batch of which everything is as it should be in one pass, and keeps of each message the very words that came:
 * the journal stores them, and writing every event anew was a third of the work of the hot path. Anything strange makes
 * it give up; {@link Wire} then finds out what is strange.
 */
final class BatchReader<T> {

    private final ObjectMapper json;
    private final String field;
    private final ObjectReader message;

    BatchReader(ObjectMapper json, String field, Class<T> type) {
        this.json = json;
        this.field = field;
        this.message = json.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** @return null when something is not as it should be */
    @Nullable
    ReadBatch<T> read(String text, int version) {
        try (JsonParser parser = json.createParser(text)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? read(parser, text, version) : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
    }

    private @Nullable ReadBatch<T> read(JsonParser parser, String text, int version) throws IOException {
        String gateway = null;
        boolean versionIsOurs = false;
        List<T> messages = null;
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("version")) {
                versionIsOurs = value == JsonToken.VALUE_NUMBER_INT && parser.getIntValue() == version;
            } else if (name.equals("gateway")) {
                gateway = value == JsonToken.VALUE_STRING ? parser.getText() : null;
            } else if (name.equals(field)) {
                texts.clear();
                messages = value == JsonToken.START_ARRAY ? messages(parser, text, texts) : null;
                if (messages == null) {
                    return null;
                }
            } else {
                parser.skipChildren();
            }
        }
        boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        return whole && versionIsOurs && gateway != null && messages != null
                ? new ReadBatch<>(gateway, messages, List.copyOf(texts), List.of())
                : null;
    }

    private @Nullable List<T> messages(JsonParser parser, String text, List<String> texts) throws IOException {
        List<T> messages = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            int from = (int) parser.currentTokenLocation().getCharOffset();
            T one = message.readValue(parser);
            messages.add(one);
            texts.add(text.substring(from, (int) parser.currentLocation().getCharOffset()));
        }
        return parser.currentToken() == JsonToken.END_ARRAY ? messages : null;
    }
}
