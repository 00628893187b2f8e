package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.launcher.parts.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lives on when a part of the telephony is gone, and what is said to a caller whom nobody can take. */
class SurvivalIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Duration SHIFT = Duration.ofHours(8);

    private static TelephonyLab lab;

    private final HeardEvents heard = new HeardEvents();
    private final List<LabEngine> begun = new ArrayList<>();

    @BeforeAll
    static void startAsterisk() throws Exception {
        lab = new TelephonyLab(16_080);
        lab.carrierAlso(
                """
                [hears]
                exten => _[a-z].,1,Record(%1$s/${EXTEN}.wav,0,60,kqx)
                """
                        .formatted(lab.folder()));
    }

    @AfterAll
    static void stopAsterisk() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (JsonNode channel : lab.carrier("GET", "channels", Map.of(), "")) {
            try {
                lab.carrier("DELETE", "channels/" + channel.path("id").asText(), Map.of(), "");
            } catch (IOException gone) {
                continue;
            }
        }
        Await.until("no call lives", SOON, () -> channels().isEmpty());
        begun.forEach(LabEngine::close);
    }

    private LabEngine begin(boolean keepLegs) throws IOException {
        LabEngine gateway = LabEngine.begin(lab.settings(keepLegs), heard);
        begun.add(gateway);
        return gateway;
    }

    @Test
    void aTalkLivesOnInTheNextProcess() throws Exception {
        LabEngine first = begin(false);
        UUID call = calls();
        first.commands().connect(call, "elif", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        first.close();
        begun.remove(first);
        LabEngine second = begin(false);

        assertThat(second.commands().liveCalls()).containsExactly(call);
        second.commands().hold(call);
        Await.until("held by the next one", SOON, () -> heard.heard(call, GatewayEvent.Held.class));
        second.commands().resume(call);
        Await.until("back", SOON, () -> heard.heard(call, GatewayEvent.Resumed.class));
        second.commands().hangUp(call);
        Await.until("over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
    }

    @Test
    void callsOfAnEngineThatWasKilledEndWhenItIsBack() throws Exception {
        LabEngine running = begin(false);
        List<UUID> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID call = calls();
            calls.add(call);
            running.commands().connect(call, "elif", "");
            Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        }

        lab.kill(Part.TELEPHONY_TIRANA);
        Await.until("it is missed", SOON, () -> !running.up());
        assertThatThrownBy(() -> running.commands().hold(calls.get(0))).isInstanceOf(EngineUnavailable.class);
        lab.start(Part.TELEPHONY_TIRANA);

        for (UUID call : calls) {
            Await.until("the call is over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
            assertThat(((GatewayEvent.CallEnded) heard.last(call)).by()).isEqualTo(Party.ENGINE);
            assertThat(heard.heard(call, GatewayEvent.AgentLeft.class))
                    .as("the agent has lost the customer too")
                    .isFalse();
        }
        assertThat(running.commands().liveCalls()).isEmpty();
    }

    @Test
    void anEngineThatWasKilledIsGivenTheAgentsLinesAgainAndOnlyThoseThatAreStillOpen() throws Exception {
        LabEngine running = begin(false);
        running.commands().openLine("elif", "of-elif", Instant.now().plus(SHIFT));
        running.commands().openLine("arben", "of-arben", Instant.now().plus(SHIFT));
        Await.until("there are lines", SOON, () -> hasLine("elif") && hasLine("arben"));
        running.commands().closeLine("arben");
        Await.until("one was taken away", SOON, () -> !hasLine("arben"));

        lab.kill(Part.TELEPHONY_TIRANA);
        Await.until("it is missed", SOON, () -> !running.up());
        lab.start(Part.TELEPHONY_TIRANA);

        Await.until("the line is back", SOON, () -> hasLine("elif"));
        assertThat(hasLine("arben")).isFalse();
        running.commands().openLine("elif", "of-elif", Instant.now().plusMillis(300));
        Await.until("its time is over", SOON, () -> !hasLine("elif"));
    }

    @Test
    void noLineTakesThePlaceOfTheTrunk() throws Exception {
        LabEngine running = begin(false);

        assertThatThrownBy(() -> running.commands()
                        .openLine("trunk", "guessed", Instant.now().plus(SHIFT)))
                .isInstanceOf(EngineRefused.class);
        assertThatThrownBy(() -> running.commands()
                        .openLine("../trunk", "guessed", Instant.now().plus(SHIFT)))
                .isInstanceOf(EngineRefused.class);
    }

    private static boolean hasLine(String agent) throws InterruptedException {
        try {
            return lab.engine("GET", "asterisk/config/dynamic/res_pjsip/endpoint/" + agent, Map.of()) != null;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void aSecondGatewayTakesTheFirstOnesPlaceForGood() throws Exception {
        LabEngine first = begin(false);

        LabEngine second = begin(false);

        Await.until("the first is out", SOON, () -> !first.up());
        assertThat(second.up()).isTrue();
        assertThatThrownBy(() -> first.commands().liveCalls()).isInstanceOf(EngineUnavailable.class);
    }

    @Test
    void aCallerWhomNoGatewayTakesHearsSo() throws Exception {
        dial(UUID.randomUUID(), "nobody");

        Await.until("the caller was told and let go", Duration.ofSeconds(60), () -> lab.carrier(
                        "GET", "channels", Map.of(), "")
                .isEmpty());

        short[] said = Sound.samples(lab.folder().resolve("nobody.wav"));
        assertThat(Sound.seconds(said)).isGreaterThan(5);
        assertThat(Sound.heard(said, 1, 5)).isGreaterThan(0.5);
    }

    @Test
    void anAgentsLegThatIsKeptServesTheNextCall() throws Exception {
        LabEngine running = begin(true);
        UUID one = calls();
        running.commands().connect(one, "elif", "");
        Await.until("they talk", SOON, () -> heard.heard(one, GatewayEvent.Connected.class));
        running.commands().hangUp(one);
        Await.until("over", SOON, () -> heard.heard(one, GatewayEvent.CallEnded.class));
        Set<String> kept = channels();
        assertThat(kept).hasSize(1);

        UUID two = calls();
        running.commands().connect(two, "elif", "");
        Await.until("they talk", SOON, () -> heard.heard(two, GatewayEvent.Connected.class));

        assertThat(channels()).hasSize(2).containsAll(kept);
    }

    private UUID calls() throws Exception {
        UUID call = UUID.randomUUID();
        dial(call, "listens-" + call);
        Await.until("the call is offered", SOON, () -> heard.heard(call, GatewayEvent.CallOffered.class));
        return call;
    }

    private static void dial(UUID call, String name) throws IOException, InterruptedException {
        lab.carrier(
                "POST",
                "channels",
                Map.of(
                        "endpoint",
                        "PJSIP/+390280001001@" + TelephonyLab.SITE,
                        "channelId",
                        "customer-" + call,
                        "context",
                        "hears",
                        "extension",
                        name,
                        "callerId",
                        "+393471234567"),
                "{\"variables\":{\"PJSIP_HEADER(add,X-Fairlead-Call)\":\"" + call + "\"}}");
    }

    private static Set<String> channels() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        lab.engine("GET", "channels", Map.of())
                .forEach(channel -> ids.add(channel.path("id").asText()));
        return ids;
    }
}
