package org.fairlead.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogMessageTest {

    @Test
    void everyMessageHasItsWordsAndEveryWordsTheirMessage() {
        ResourceBundle texts = ResourceBundle.getBundle("org.fairlead.gateway.log.messages", Locale.ROOT);

        assertThat(Stream.of(LogMessage.values()).map(LogMessage::code))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(texts.keySet());
    }

    @Test
    void aLineIsJsonWithCodeFieldsAndTrace() throws Exception {
        Log.Line line = new Log.Line(
                Level.INFO,
                LogMessage.LINK_UP.code(),
                LogMessage.LINK_UP.text(),
                Map.of("gateway", "izmir", "host", "127.0.0.1", "port", 61616));
        line.setThrown(new IllegalStateException("broken \"here\""));

        JsonNode json = new ObjectMapper().readTree(new JsonLines().format(line));

        assertThat(json.path("code").asText()).isEqualTo("FLGW0100");
        assertThat(json.path("message").asText()).isEqualTo("Connected to the broker at 127.0.0.1:61616 as izmir.");
        assertThat(json.path("port").isInt()).isTrue();
        assertThat(json.path("trace").asText()).contains("broken \"here\"");
    }
}
