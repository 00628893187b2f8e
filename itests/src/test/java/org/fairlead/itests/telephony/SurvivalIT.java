package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.gateway.asterisk.AsteriskEngine;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.engine.EngineUnavailable;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.time.SiteThread;
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
    private final List<Running> begun = new ArrayList<>();

    /** One process's engine and thread. */
    private record Running(AsteriskEngine asterisk, TelephonyEngine engine, SiteThread thread) {}

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
        begun.forEach(each -> {
            each.asterisk().close();
            each.thread().close();
        });
    }

    private Running begin(boolean keepLegs) throws IOException {
        SiteThread thread = new SiteThread("site", Clock.systemUTC());
        AsteriskEngine asterisk = new AsteriskEngine(lab.settings(keepLegs), thread, UUID::randomUUID);
        Running running = new Running(asterisk, OnThread.of(asterisk, thread), thread);
        begun.add(running);
        running.engine().start(heard);
        Await.until("the engine is reached", SOON, asterisk::up);
        return running;
    }

    @Test
    void aTalkLivesOnInTheNextProcess() throws Exception {
        Running first = begin(false);
        UUID call = calls();
        first.engine().connect(call, "elif", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        first.asterisk().close();
        first.thread().close();
        begun.remove(first);
        Running second = begin(false);

        assertThat(second.engine().liveCalls()).containsExactly(call);
        second.engine().hold(call);
        Await.until("held by the next one", SOON, () -> heard.heard(call, GatewayEvent.Held.class));
        second.engine().resume(call);
        Await.until("back", SOON, () -> heard.heard(call, GatewayEvent.Resumed.class));
        second.engine().hangUp(call);
        Await.until("over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
    }

    @Test
    void callsOfAnEngineThatWasKilledEndWhenItIsBack() throws Exception {
        Running running = begin(false);
        List<UUID> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            UUID call = calls();
            calls.add(call);
            running.engine().connect(call, "elif", "");
            Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        }

        lab.kill(Part.TELEPHONY_TIRANA);
        Await.until("it is missed", SOON, () -> !running.asterisk().up());
        assertThatThrownBy(() -> running.engine().hold(calls.get(0))).isInstanceOf(EngineUnavailable.class);
        lab.start(Part.TELEPHONY_TIRANA);

        for (UUID call : calls) {
            Await.until("the call is over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
            assertThat(((GatewayEvent.CallEnded) heard.last(call)).by()).isEqualTo(Party.ENGINE);
            assertThat(heard.heard(call, GatewayEvent.AgentLeft.class))
                    .as("the agent has lost the customer too")
                    .isFalse();
        }
        assertThat(running.engine().liveCalls()).isEmpty();
    }

    @Test
    void anEngineThatWasKilledIsGivenTheAgentsLinesAgainAndOnlyThoseThatAreStillOpen() throws Exception {
        Running running = begin(false);
        running.engine().openLine("elif", "of-elif", Instant.now().plus(SHIFT));
        running.engine().openLine("arben", "of-arben", Instant.now().plus(SHIFT));
        Await.until("there are lines", SOON, () -> hasLine("elif") && hasLine("arben"));
        running.engine().closeLine("arben");
        Await.until("one was taken away", SOON, () -> !hasLine("arben"));

        lab.kill(Part.TELEPHONY_TIRANA);
        Await.until("it is missed", SOON, () -> !running.asterisk().up());
        lab.start(Part.TELEPHONY_TIRANA);

        Await.until("the line is back", SOON, () -> hasLine("elif"));
        assertThat(hasLine("arben")).isFalse();
        running.engine().openLine("elif", "of-elif", Instant.now().plusMillis(300));
        Await.until("its time is over", SOON, () -> !hasLine("elif"));
    }

    @Test
    void noLineTakesThePlaceOfTheTrunk() throws Exception {
        Running running = begin(false);

        assertThatThrownBy(() -> running.engine()
                        .openLine("trunk", "guessed", Instant.now().plus(SHIFT)))
                .isInstanceOf(EngineRefused.class);
        assertThatThrownBy(() -> running.engine()
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
        Running first = begin(false);

        Running second = begin(false);

        Await.until("the first is out", SOON, () -> !first.asterisk().up());
        assertThat(second.asterisk().up()).isTrue();
        assertThatThrownBy(() -> first.engine().liveCalls()).isInstanceOf(EngineUnavailable.class);
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
        Running running = begin(true);
        UUID one = calls();
        running.engine().connect(one, "elif", "");
        Await.until("they talk", SOON, () -> heard.heard(one, GatewayEvent.Connected.class));
        running.engine().hangUp(one);
        Await.until("over", SOON, () -> heard.heard(one, GatewayEvent.CallEnded.class));
        Set<String> kept = channels();
        assertThat(kept).hasSize(1);

        UUID two = calls();
        running.engine().connect(two, "elif", "");
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
