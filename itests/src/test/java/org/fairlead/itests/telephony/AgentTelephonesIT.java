package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.telephony.entity.TelephoneSecret;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SIP telephone on an agent's desk, at a real Asterisk; and legs that stay up over the shift. */
class AgentTelephonesIT {

    private static final int BASE = 15_080;
    private static final Duration SOON = Duration.ofSeconds(15);
    /** The engine asks a telephone every half minute whether it is there. */
    private static final Duration BEFORE_IT_IS_ASKED_AGAIN = Duration.ofSeconds(10);

    private static final String AGENT = "besa";
    private static final String ACCOUNT = "x0123456789ab";
    private static final String OTHER = "x0123456789cd";
    private static final String PASSWORD = "quite-a-long-secret";

    private static TelephonyLab lab;

    private final HeardEvents heard = new HeardEvents();
    private LabEngine gateway;
    private TelephonyEngine engine;
    private SipTelephone telephone;

    @BeforeAll
    static void startAsterisk() throws Exception {
        lab = new TelephonyLab(BASE);
    }

    @AfterAll
    static void stopAsterisk() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        gatewayBegins();
        telephone = new SipTelephone(lab, BASE + 72);
    }

    @AfterEach
    void stop() throws Exception {
        gateway.everybodyHangsUp();
        engine.closeLine(AGENT);
        engine.telephone(AGENT, ACCOUNT, "");
        engine.voice(false, false);
        Await.until("nobody is connected", SOON, () -> legs().isEmpty());
        telephone.close();
        gateway.close();
    }

    @Test
    void aDeskTelephoneIsLetInByItsPasswordAloneIsRungAndPicksUpUntilItIsTakenAway() throws Exception {
        // given
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(ACCOUNT, PASSWORD));
        assertThat(telephone.registers(ACCOUNT, "guessed")).isFalse();
        assertThat(telephone.registers(AGENT, PASSWORD)).isFalse();
        attends();
        engine.useTelephone(AGENT, ACCOUNT, true, Clock.systemUTC().instant().plusSeconds(600));

        // when
        UUID call = customerCalls();
        engine.connect(call, AGENT, "");

        // then
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        assertThat(legs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.path("name").asText()).startsWith("PJSIP/" + ACCOUNT));
        engine.hangUp(call);
        Await.until("nobody is connected", SOON, () -> legs().isEmpty());

        // when
        telephone.close();
        engine.telephone(AGENT, ACCOUNT, "");

        // then
        Await.until("it is let in no more", SOON, () -> !telephone.registers(ACCOUNT, PASSWORD));
    }

    @Test
    void anotherPasswordShutsOutTheTelephoneThatIsRegisteredAndTheSameOneToldAgainDoesNot() throws Exception {
        // given
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(ACCOUNT, PASSWORD));
        assertThat(registered()).isTrue();

        // when
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        gatewayBeginsAnew();
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));

        // then
        assertThat(registered()).as("it is still registered").isTrue();

        // when
        gatewayBeginsAnew();
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, "another-long-secret"));

        // then
        Await.until("it is not rung any more", SOON, () -> !registered());
        assertThat(telephone.registers(ACCOUNT, PASSWORD)).isFalse();
        Await.until(
                "whoever knows the new one is let in", SOON, () -> telephone.registers(ACCOUNT, "another-long-secret"));
        engine.telephone(AGENT, ACCOUNT, "");
    }

    @Test
    void aKeptLegIsThereSoonAfterTheGatewayBeganAnewAndSetTheTelephoneUpAgain() throws Exception {
        // given
        engine.telephone(AGENT, OTHER, TelephoneSecret.digest(OTHER, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(OTHER, PASSWORD));
        attends(OTHER);

        // when
        gatewayBeginsAnew();
        engine.telephone(AGENT, OTHER, TelephoneSecret.digest(OTHER, PASSWORD));
        engine.voice(false, true);
        engine.useTelephone(AGENT, OTHER, true, Clock.systemUTC().instant().plusSeconds(600));

        // then
        Await.until("the leg is up", BEFORE_IT_IS_ASKED_AGAIN, () -> up().size() == 1);
        engine.closeLine(AGENT);
        Await.until("the leg goes with the agent", SOON, () -> legs().isEmpty());
        engine.telephone(AGENT, OTHER, "");
    }

    @Test
    void aSupervisorHearsATalkAtTheirOwnDeskTelephone() throws Exception {
        // given
        engine.telephone("sena", ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(ACCOUNT, PASSWORD));
        attends();
        UUID call = customerCalls();
        engine.connect(call, AGENT, "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        // when
        engine.monitor(call, "sena", MonitorMode.LISTEN);

        // then
        Await.until("the supervisor hears them", SOON, () -> heard.heard(call, GatewayEvent.Monitored.class));
        assertThat(channels("monitor:sena"))
                .singleElement()
                .satisfies(leg -> assertThat(leg.path("name").asText()).startsWith("PJSIP/" + ACCOUNT));
        engine.hangUp(call);
        Await.until("nobody hears anything", SOON, () -> channels("monitor:").isEmpty());
        engine.telephone("sena", ACCOUNT, "");
    }

    @Test
    void aKeptLegEndsWithItsTelephoneAndTheNextCustomerComesToTheOtherOne() throws Exception {
        // given
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(ACCOUNT, PASSWORD));
        attends();
        engine.voice(false, true);
        engine.useTelephone(AGENT, ACCOUNT, true, Clock.systemUTC().instant().plusSeconds(600));
        Await.until("the leg is up", SOON, () -> up().size() == 1);

        // when
        engine.telephone(AGENT, ACCOUNT, "");

        // then
        Await.until("it is gone", SOON, () -> legs().isEmpty());
        UUID call = customerCalls();
        engine.connect(call, AGENT, "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        assertThat(legs())
                .singleElement()
                .satisfies(leg -> assertThat(leg.path("name").asText()).startsWith("PJSIP/trunk"));
        engine.hangUp(call);
        Await.until("the call is over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
    }

    private void gatewayBeginsAnew() throws IOException {
        gateway.close();
        gatewayBegins();
    }

    private void gatewayBegins() throws IOException {
        gateway = LabEngine.begin(lab.settings(false), heard);
        engine = gateway.commands();
    }

    /** The telephone is there, and the engine takes it for online: it was asked before there was anybody to answer. */
    private void attends() throws IOException {
        attends(ACCOUNT);
    }

    private void attends(String account) throws IOException {
        telephone.attend();
        Await.until("the telephone answers the engine", SOON, () -> {
            lab.siteSays("pjsip qualify " + account);
            return lab.engine("GET", "endpoints/PJSIP/" + account, Map.of())
                    .path("state")
                    .asText()
                    .equals("online");
        });
    }

    /** Whether the engine would ring a telephone at this account. */
    private static boolean registered() throws IOException, InterruptedException {
        return lab.siteSays("pjsip show contacts").contains(ACCOUNT + "/");
    }

    @Test
    void whereLegsAreKeptTheLegIsThereBeforeTheCallStaysAfterItAndComesBackWhenItIsLost() throws Exception {
        // given
        engine.telephone(AGENT, ACCOUNT, TelephoneSecret.digest(ACCOUNT, PASSWORD));
        Await.until("it is let in", SOON, () -> telephone.registers(ACCOUNT, PASSWORD));
        attends();
        engine.voice(false, true);
        engine.useTelephone(AGENT, ACCOUNT, true, Clock.systemUTC().instant().plusSeconds(600));

        // when
        Await.until("the leg is up", SOON, () -> up().size() == 1);
        String leg = up().get(0);
        UUID call = customerCalls();
        engine.connect(call, AGENT, "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        // then
        assertThat(up()).as("no leg was dialled anew").containsExactly(leg);
        engine.hangUp(call);
        Await.until("the call is over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
        assertThat(up()).as("it stays for the next call").containsExactly(leg);

        // when
        lab.engine("DELETE", "channels/" + leg, Map.of());

        // then
        Await.until("another leg is up", SOON, () -> up().size() == 1 && !up().contains(leg));
        UUID second = customerCalls();
        engine.connect(second, AGENT, "");
        Await.until("they talk again", SOON, () -> heard.heard(second, GatewayEvent.Connected.class));
        engine.hangUp(second);
        Await.until("the call is over", SOON, () -> heard.heard(second, GatewayEvent.CallEnded.class));

        // when
        engine.closeLine(AGENT);

        // then
        Await.until("the leg goes with the agent", SOON, () -> legs().isEmpty());
    }

    /** Channels of agents at the site's engine. */
    private static List<JsonNode> legs() throws IOException, InterruptedException {
        return channels("agent:");
    }

    private static List<JsonNode> channels(String role) throws IOException, InterruptedException {
        List<JsonNode> legs = new ArrayList<>();
        lab.engine("GET", "channels", Map.of()).forEach(channel -> {
            if (channel.path("channelvars").path("FAIRLEAD_ROLE").asText().startsWith(role)) {
                legs.add(channel);
            }
        });
        return legs;
    }

    private static List<String> up() throws IOException, InterruptedException {
        return legs().stream()
                .filter(leg -> leg.path("state").asText().equals("Up"))
                .map(leg -> leg.path("id").asText())
                .toList();
    }

    private UUID customerCalls() throws IOException, InterruptedException {
        UUID call = UUID.randomUUID();
        lab.carrier(
                "POST",
                "channels",
                Map.of(
                        "endpoint",
                        "PJSIP/+390280001001@" + TelephonyLab.SITE,
                        "channelId",
                        "customer-" + call,
                        "context",
                        "calls-us",
                        "extension",
                        "s",
                        "callerId",
                        "+393471234567"),
                "{\"variables\":{\"PJSIP_HEADER(add,X-Fairlead-Call)\":\"" + call + "\"}}");
        Await.until("the call is offered", SOON, () -> heard.heard(call, GatewayEvent.CallOffered.class));
        return call;
    }
}
