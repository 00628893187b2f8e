package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.fairlead.gateway.asterisk.AsteriskSettings;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real calls: what becomes of them on the wire, and who hears what. */
class SipIT {

    private static final int BASE = 14_080;
    private static final Duration SOON = Duration.ofSeconds(15);
    /** At most fifty set-ups a second. */
    private static final Duration PACE = Duration.ofMillis(20);

    private static final int CALLS = 120;
    private static final int RING_SECONDS = 4;

    private static TelephonyLab lab;

    private final HeardEvents heard = new HeardEvents();
    private LabEngine gateway;
    private TelephonyEngine engine;

    @BeforeAll
    static void startAsterisk() throws Exception {
        lab = new TelephonyLab(BASE);
        // who hears something keeps it in a file of the name that is called
        lab.carrierAlso(
                """
                [from-site]
                exten => _hears-.,1,Answer()
                 same => n,Record(%1$s/${EXTEN}.wav,0,60,kqx)
                exten => _says-.,1,Answer()
                 same => n(on),Playback(%2$s/en/demo-agent)
                 same => n,Goto(on)
                [hears]
                exten => _[a-z].,1,Record(%1$s/${EXTEN}.wav,0,60,kqx)
                exten => presses-later,1,Record(%1$s/presses-later.wav,0,3,kqx)
                 same => n,SendDTMF(7)
                 same => n,Record(%1$s/presses-after.wav,0,60,kqx)
                """
                        .formatted(lab.folder(), lab.sounds()));
    }

    @AfterAll
    static void stopAsterisk() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    private void start(AsteriskSettings settings) {
        gateway = LabEngine.begin(settings, heard);
        engine = gateway.commands();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.everybodyHangsUp();
        gateway.close();
    }

    @Test
    void eachOfManyCallsHasTheOutcomeThatTheCarrierGaveIt() throws Exception {
        try (SipCarrier carrier = new SipCarrier(lab, BASE + 70)) {
            start(lab.settings(false).withTrunk(carrier.trunk()));
            Map<UUID, Integer> lastDigits = new LinkedHashMap<>();

            for (int i = 0; i < CALLS; i++) {
                UUID call = UUID.randomUUID();
                lastDigits.put(call, i % 10);
                String number = String.format(Locale.ROOT, "+3902999%04d", i);
                engine.dial(call, new DialOrder(number, "+390280001009", RING_SECONDS, true));
                talk(PACE);
            }
            Await.until("each has its outcome", Duration.ofSeconds(40), () -> lastDigits.keySet().stream()
                    .allMatch(call -> !outcome(call).equals("none")));

            Map<UUID, String> wrong = new LinkedHashMap<>();
            lastDigits.forEach((call, digit) -> {
                String expected =
                        switch (digit) {
                            case 2 -> "BUSY";
                            case 3 -> "NO_ANSWER";
                            case 4 -> "CONGESTION";
                            case 5 -> "UNALLOCATED";
                            case 6 -> "machine";
                            default -> "person";
                        };
                if (!outcome(call).equals(expected)) {
                    wrong.put(call, digit + " was " + outcome(call));
                }
            });
            assertThat(wrong).isEmpty();
            assertThat(carrier.alive()).isTrue();
        }
    }

    private String outcome(UUID call) {
        for (GatewayEvent event : heard.of(call)) {
            if (event instanceof GatewayEvent.DialFailed failed) {
                return failed.cause().name();
            }
            if (event instanceof GatewayEvent.Answered) {
                return "person";
            }
            if (event instanceof GatewayEvent.MachineAnswered) {
                return "machine";
            }
        }
        return "none";
    }

    @Test
    void aCallerHearsTheQuestionAndTheKeyIsTakenWhileItIsStillBeingAsked() throws Exception {
        start(lab.settings(false));
        UUID call = customer("presses-later");

        engine.collectKeys(call, new KeysOrder("unavailable", "", "en", 1, 20));
        Await.until("the key is taken", SOON, () -> heard.heard(call, GatewayEvent.KeysCollected.class));
        talk(Duration.ofSeconds(2));
        hangUp(call);

        assertThat(heard.of(call))
                .filteredOn(GatewayEvent.KeysCollected.class::isInstance)
                .extracting(each -> ((GatewayEvent.KeysCollected) each).keys())
                .containsExactly("7");
        short[] asked = Sound.samples(lab.folder().resolve("presses-later.wav"));
        short[] after = Sound.samples(lab.folder().resolve("presses-after.wav"));
        assertThat(Sound.heard(asked, 0, Sound.seconds(asked))).isGreaterThan(0.3);
        assertThat(Sound.heard(after, 0.5, Sound.seconds(after)))
                .as("who has pressed is asked no more")
                .isEqualTo(0);
    }

    @Test
    void theAgentHearsTheCallTypeBeforeTheCustomerAndTheCustomerDoesNot() throws Exception {
        start(lab.settings(false));
        UUID call = customer("hears-customer");

        engine.connect(call, "hears-agent", "Billing in Italian, second level");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        hangUp(call);

        short[] agent = Sound.samples(lab.folder().resolve("hears-agent.wav"));
        short[] customer = Sound.samples(lab.folder().resolve("hears-customer.wav"));
        assertThat(Sound.seconds(agent)).isGreaterThan(1);
        assertThat(Sound.heard(agent, 0, Sound.seconds(agent))).isGreaterThan(0.3);
        assertThat(Sound.heard(customer, 0, Sound.seconds(customer))).isEqualTo(0);
    }

    @Test
    void aTransferredCustomerHearsTheTargetAndTheAgentIsGone() throws Exception {
        start(lab.settings(false));
        UUID call = customer("hears-transferred");
        engine.connect(call, "hears-nothing", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        engine.transfer(call, TransferKind.BLIND, "says-target");
        Await.until("the agent is out", SOON, () -> heard.heard(call, GatewayEvent.AgentLeft.class));
        talk(Duration.ofSeconds(3));
        hangUp(call);

        short[] customer = Sound.samples(lab.folder().resolve("hears-transferred.wav"));
        double end = Sound.seconds(customer);
        assertThat(Sound.heard(customer, end - 2.5, end)).isGreaterThan(0.3);
    }

    @Test
    void inAConferenceTheCustomerAndTheAgentHearTheThird() throws Exception {
        start(lab.settings(false));
        UUID call = customer("hears-conference");
        engine.connect(call, "hears-third", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));

        engine.transfer(call, TransferKind.CONSULT, "says-third");
        engine.transfer(call, TransferKind.CONSULT_JOIN, "");
        talk(Duration.ofSeconds(4));
        hangUp(call);

        for (String name : new String[] {"hears-conference", "hears-third"}) {
            short[] ear = Sound.samples(lab.folder().resolve(name + ".wav"));
            double end = Sound.seconds(ear);
            assertThat(Sound.heard(ear, end - 2.5, end)).as(name).isGreaterThan(0.3);
        }
    }

    @Test
    void aHeldCustomerHearsMusicAndTheAgentAgainAfterwards() throws Exception {
        start(lab.settings(false));
        UUID call = customer("hears-held");
        engine.connect(call, "hears-hold", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        talk(Duration.ofSeconds(2));
        engine.hold(call);
        Await.until("held", SOON, () -> heard.heard(call, GatewayEvent.Held.class));
        talk(Duration.ofSeconds(2));
        engine.resume(call);
        Await.until("resumed", SOON, () -> heard.heard(call, GatewayEvent.Resumed.class));
        talk(Duration.ofSeconds(2));
        hangUp(call);

        short[] customer = Sound.samples(lab.folder().resolve("hears-held.wav"));
        double end = Sound.seconds(customer);
        assertThat(Sound.heard(customer, end - 1.5, end))
                .as("nobody speaks after the hold")
                .isEqualTo(0);
        assertThat(Sound.heard(customer, end - 3.8, end - 2.4))
                .as("music in the hold")
                .isGreaterThan(0.5);
    }

    @Test
    void aRecordingHoldsWhatWasSaidAndAPauseIsCutOut() throws Exception {
        start(lab.settings(false));
        UUID call = customer("hears-recorded");
        engine.connect(call, "says-recorded", "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        record(call, RecordingState.ON);
        talk(Duration.ofSeconds(2));
        record(call, RecordingState.PAUSED);
        talk(Duration.ofSeconds(3));
        record(call, RecordingState.ON);
        talk(Duration.ofSeconds(1));
        record(call, RecordingState.OFF);
        hangUp(call);

        Path file = lab.recordings().resolve(call + "-1.wav");
        Await.until("the recording is there", SOON, () -> Files.exists(file));
        short[] recorded = Sound.samples(file);
        assertThat(Sound.seconds(recorded)).isBetween(2.5, 4.5);
        assertThat(Sound.heard(recorded, 0, 2)).isGreaterThan(0.3);
    }

    private void record(UUID call, RecordingState wanted) throws Exception {
        engine.record(call, wanted);
        Await.until(
                "recording " + wanted,
                SOON,
                () -> heard.last(call) instanceof GatewayEvent.RecordingChanged told && told.state() == wanted);
    }

    private void hangUp(UUID call) throws Exception {
        engine.hangUp(call);
        Await.until("over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
        Await.until("nobody is left at the carrier", SOON, () -> lab.carrier("GET", "channels", Map.of(), "")
                .isEmpty());
    }

    private static void talk(Duration length) {
        var end = Clock.systemUTC().instant().plus(length);
        Await.until("they have talked", SOON, () -> Clock.systemUTC().instant().isAfter(end));
    }

    /** A customer who says nothing and keeps what is heard. */
    private UUID customer(String name) throws IOException, InterruptedException {
        UUID call = UUID.randomUUID();
        lab.carrier(
                "POST",
                "channels",
                Map.of(
                        "endpoint",
                        "PJSIP/+390280001001@" + TelephonyLab.SITE,
                        "channelId",
                        name,
                        "context",
                        "hears",
                        "extension",
                        name,
                        "callerId",
                        "+393471234567"),
                "{\"variables\":{\"PJSIP_HEADER(add,X-Fairlead-Call)\":\"" + call + "\"}}");
        Await.until("the call is offered", SOON, () -> heard.heard(call, GatewayEvent.CallOffered.class));
        return call;
    }
}
