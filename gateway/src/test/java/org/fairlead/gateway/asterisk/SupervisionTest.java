package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.gateway.time.TurnedTime;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.junit.jupiter.api.Test;

/** In which order a supervisor's ear comes into being: an engine does things when it can, and says so later. */
class SupervisionTest {

    private static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final RememberedEngine engine = new RememberedEngine();
    private final Switchboard board = new Switchboard(engine, "fairlead-test", 1);
    private final List<GatewayEvent> told = new ArrayList<>();
    private final Supervision supervision = new Supervision(world(), CALL);

    private CallWorld world() {
        AsteriskSettings settings = new AsteriskSettings(
                "127.0.0.4",
                1,
                "",
                "",
                "fairlead-test",
                "PJSIP/{number}@trunk",
                List.of("PJSIP/{agent}"),
                Path.of("sounds"),
                false,
                false,
                List.of(),
                true);
        AgentLegs legs = new Telephones(settings, board, new TurnedTime()).legs();
        return (CallWorld) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {CallWorld.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "board" -> board;
                    case "agents" -> legs;
                    case "tell" -> tell(arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private boolean tell(Object event) {
        return told.add(((Function<GatewayEvent.Head, GatewayEvent>) event)
                .apply(new GatewayEvent.Head("test", CALL, 1, Instant.EPOCH)));
    }

    private void happens(String type, String channel) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.putObject("channel").put("id", channel).put("state", "Up");
        board.event(type, event);
    }

    private String snoop() {
        return engine.asked.stream()
                .filter(each -> each.contains("/snoop/"))
                .map(each -> each.replaceAll(".*/snoop/([^?]*).*", "$1"))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatHearsTheTalkIsAddedToTheSupervisorWhenItIsThereAndNotBefore() {
        Bridge talk = new Bridge(engine, "talk", true);
        Leg agent = board.there("agent", true, (over, cause) -> {});

        supervision.become(talk, agent, "sena", MonitorMode.LISTEN);
        happens("ChannelStateChange", engine.channels.get(0));

        assertThat(snoop()).isNotEmpty();
        assertThat(engine.asked).noneMatch(each -> each.contains("addChannel"));
        assertThat(told).isEmpty();

        happens("StasisStart", snoop());

        assertThat(engine.asked).anyMatch(each -> each.contains("addChannel") && each.contains(snoop()));
        assertThat(told).singleElement().isInstanceOfSatisfying(GatewayEvent.Monitored.class, how -> assertThat(
                        how.mode())
                .isEqualTo(MonitorMode.LISTEN));
    }
}
