package org.fairlead.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MalformedTest {

    private static final String HEAD = "{\"gateway\":\"izmir\",\"call\":\"019f2a10-6c00-7abc-8def-0123456789ab\","
            + "\"sequence\":1,\"at\":\"2026-11-21T09:15:30Z\"}";

    private static void refused(String text, String reason) {
        assertThatThrownBy(() -> Wire.readEvents(text))
                .isInstanceOf(MalformedMessage.class)
                .hasMessageContaining(reason);
    }

    private static String batch(String event) {
        return "{\"version\":1,\"gateway\":\"izmir\",\"events\":[" + event + "]}";
    }

    @Test
    void namesAVersionThatIsNotSpokenHere() {
        refused("{\"version\":2,\"gateway\":\"izmir\",\"events\":[]}", "version 2 is not spoken here, only 1");
    }

    @Test
    void namesAVersionBeforeWhatItCannotUnderstandOfIt() {
        refused("{\"version\":2,\"gateway\":\"izmir\",\"events\":[{\"type\":\"Teleported\"}]}", "version 2");
    }

    @Test
    void namesAFieldThatIsMissing() {
        refused(batch("{\"type\":\"Connected\",\"head\":" + HEAD + "}"), "agent");
    }

    @Test
    void namesWhereInTheBatchTheFaultIs() {
        refused(
                batch("{\"type\":\"Ringing\",\"head\":" + HEAD + "},{\"type\":\"Connected\",\"head\":" + HEAD + "}"),
                "events[1]");
    }

    @Test
    void namesAFieldThatIsNull() {
        refused(batch("{\"type\":\"Connected\",\"agent\":null,\"head\":" + HEAD + "}"), "agent");
    }

    @Test
    void refusesAnEventThatIsNull() {
        refused(batch("null"), "events[0]");
    }

    @Test
    void namesATypeThatIsUnknown() {
        refused(batch("{\"type\":\"Teleported\",\"head\":" + HEAD + "}"), "Teleported");
    }

    @Test
    void namesAValueThatIsNotOfItsKind() {
        refused(batch("{\"type\":\"CallEnded\",\"by\":\"GHOST\",\"head\":" + HEAD + "}"), "GHOST");
        refused(batch("{\"type\":\"Ringing\",\"head\":" + HEAD.replace("019f2a10", "zz") + "}"), "UUID");
    }

    @Test
    void refusesTextThatBreaksOff() {
        refused("{\"version\":1,\"gateway\":\"izm", "nexpected end");
    }

    @Test
    void refusesWhatIsNoObject() {
        refused("null", "empty");
        refused("", "");
        refused("[]", "");
        refused("42", "");
        refused("<xml/>", "");
    }

    @Test
    void refusesMoreAfterTheEnd() {
        refused("{\"version\":1,\"gateway\":\"izmir\",\"events\":[]} {}", "railing");
    }

    @Test
    void survivesNestingWithoutEnd() {
        refused("{\"version\":1,\"x\":" + "[".repeat(100_000), "");
        refused("{\"version\":1,\"gateway\":\"izmir\",\"events\":" + "[".repeat(100_000), "");
    }

    @Test
    void readsTheGoodMessagesBesideAStrangeOne() throws MalformedMessage {
        String good = "{\"type\":\"Ringing\",\"head\":" + HEAD + "}";
        String strange = "{\"type\":\"Teleported\",\"head\":{\"id\":\"7\"}}";

        ReadBatch<GatewayEvent> read = Wire.readEachEvent(batch(good + "," + strange + ",null," + good));

        assertThat(read.gateway()).isEqualTo("izmir");
        assertThat(read.messages()).hasSize(2);
        assertThat(read.unreadable()).hasSize(2);
        assertThat(read.unreadable().get(0).text()).isEqualTo(strange);
        assertThat(read.unreadable().get(0).id()).isEqualTo("7");
        assertThat(read.unreadable().get(0).reason()).contains("Teleported");
    }

    @Test
    void keepsTheWordsInWhichEachMessageCame() throws MalformedMessage {
        String first = "{ \"type\" : \"Ringing\", \"mood\":{\"good\":[\"}\",2]},\n\"head\":" + HEAD + " }";
        String second = "{\"head\":" + HEAD + ",\"type\":\"Connected\",\"agent\":\"\u00e7a\\u011f\"}";

        ReadBatch<GatewayEvent> read = Wire.readEachEvent(batch("\n " + first + " ,\t" + second + " "));

        assertThat(read.texts()).containsExactly(first, second);
        assertThat(read.messages())
                .containsExactly(Wire.readEvent(first), Wire.readEvent(second))
                .hasSameSizeAs(read.texts());
    }

    @Test
    void keepsTheWordsOfLongBatchesToo() throws MalformedMessage {
        String event = "{\"type\":\"Connected\",\"agent\":\"\u00e7\ud83d\ude00\",\"head\":" + HEAD + "}";
        String many = (event + ",").repeat(2_000);

        ReadBatch<GatewayEvent> read = Wire.readEachEvent(batch(many + event));

        assertThat(read.texts()).hasSize(2_001).containsOnly(event);
    }

    @Test
    void readsNothingOfABatchThatIsNone() {
        for (String text : new String[] {
            "{\"version\":2,\"gateway\":\"izmir\",\"events\":[]}",
            "{\"version\":1,\"events\":[]}",
            "{\"version\":1,\"gateway\":\"izmir\",\"events\":{}}",
            "{\"version\":1,\"gateway\":\"izmir\",\"events\":[]} {}",
            "{\"version\":1,\"gateway\":\"izmir\",\"events\":[]",
            "{\"version\":\"one\",\"gateway\":\"izmir\",\"events\":[]}",
            "{",
            ""
        }) {
            assertThatThrownBy(() -> Wire.readEachEvent(text)).isInstanceOf(MalformedMessage.class);
        }
    }

    @Test
    void ignoresAFieldOfANewerSide() throws MalformedMessage {
        EventBatch batch = Wire.readEvents(batch("{\"type\":\"Ringing\",\"mood\":\"good\",\"head\":" + HEAD + "}"));

        assertThat(batch.events()).hasSize(1);
    }

    @Property
    void anyTextIsEitherReadOrRefused(@ForAll String text) {
        try {
            Wire.readEvents(text);
        } catch (MalformedMessage e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
