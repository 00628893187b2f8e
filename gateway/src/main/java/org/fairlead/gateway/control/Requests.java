package org.fairlead.gateway.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.fairlead.gateway.simulator.CrowdOrder;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.jspecify.annotations.Nullable;

/** What can be asked of the control, read strictly: an unknown field is a mistake of the sender. */
final class Requests {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern KEYS = Pattern.compile("[0-9*#,]{0,80}");
    private static final int LARGEST = 1_000_000;
    private static final double USUAL_PATIENCE = 600;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Requests() {}

    /**
     * {@code POST /calls}.
     *
     * @param hangUpAfterSeconds the customer hangs up so long after the call began
     * @param patienceSeconds how long the customer waits for an agent
     * @param talkSeconds the customer hangs up so long after an agent came
     * @param keys what the customer presses when asked; with commas, one answer after the other
     */
    record Ring(
            @Nullable String dialled,
            @Nullable String from,
            @Nullable Double hangUpAfterSeconds,
            @Nullable Double patienceSeconds,
            @Nullable Double talkSeconds,
            @Nullable String keys,
            @Nullable String gateway) {

        CustomerPlan plan() throws BadRequest {
            if (keys != null && !KEYS.matcher(keys).matches()) {
                throw new BadRequest(400, "keys must be those of a telephone, such as 1 or 1,0612345678,1");
            }
            return new CustomerPlan(
                    CustomerPlan.Answer.HUMAN,
                    Duration.ZERO,
                    Duration.ZERO,
                    patienceSeconds == null ? seconds(USUAL_PATIENCE, "") : seconds(patienceSeconds, "patienceSeconds"),
                    talkSeconds == null ? null : seconds(talkSeconds, "talkSeconds"),
                    hangUpAfterSeconds == null ? null : seconds(hangUpAfterSeconds, "hangUpAfterSeconds"),
                    keys == null ? "1" : keys);
        }

        private static Duration seconds(double seconds, String field) throws BadRequest {
            if (!(seconds > 0 && seconds <= 86_400)) {
                throw new BadRequest(400, field + " must lie above 0 and at 86400 at most");
            }
            return Duration.ofMillis(Math.round(seconds * 1000));
        }
    }

    static Ring ring(InputStream body) throws BadRequest, IOException {
        return read(body, "{}", Ring.class);
    }

    static CrowdOrder crowd(InputStream body) throws BadRequest, IOException {
        String usual = "{\"callsPerMinute\":30,\"minutes\":1,\"seed\":1,\"patienceSeconds\":120,"
                + "\"talkSeconds\":60,\"talkAtLeastSeconds\":3,\"agentEnds\":false}";
        CrowdOrder order = read(body, usual, CrowdOrder.class);
        for (CrowdOrder.CalledNumber number : order.numbers()) {
            number(number.dialled(), "numbers.dialled");
        }
        List<String> from = order.from();
        if (from != null) {
            for (String each : from) {
                number(each, "from");
            }
        }
        return order;
    }

    /** Only what is given changes. */
    static OutboundHabits habits(InputStream body, OutboundHabits now) throws BadRequest, IOException {
        return read(body, text(now), OutboundHabits.class);
    }

    static String number(@Nullable String number, String field) throws BadRequest {
        if (number == null || !E164.matcher(number).matches()) {
            throw new BadRequest(
                    400,
                    field + " must be a number in international form such as +390280001001, not "
                            + (number == null ? "missing" : "\"" + number + "\""));
        }
        return number;
    }

    static String text(Object value) throws IOException {
        return JSON.writeValueAsString(value);
    }

    private static <T> T read(InputStream body, String usual, Class<T> type) throws BadRequest, IOException {
        byte[] bytes = body.readNBytes(LARGEST);
        if (bytes.length == LARGEST) {
            throw new BadRequest(413, "the request is too large");
        }
        try {
            if (!(JSON.readTree(bytes) instanceof ObjectNode given)) {
                throw new BadRequest(400, "the request must be a JSON object");
            }
            ObjectNode whole = (ObjectNode) JSON.readTree(usual);
            whole.setAll(given);
            return JSON.treeToValue(whole, type);
        } catch (JsonMappingException e) {
            throw new BadRequest(400, rootOf(e));
        } catch (JsonProcessingException e) {
            throw new BadRequest(400, "the request is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String rootOf(JsonMappingException e) {
        Throwable cause = e.getCause();
        if (cause instanceof IllegalArgumentException || cause instanceof NullPointerException) {
            return cause instanceof NullPointerException ? "a field is missing" : String.valueOf(cause.getMessage());
        }
        return e.getOriginalMessage();
    }
}
