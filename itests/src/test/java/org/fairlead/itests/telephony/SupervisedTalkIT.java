package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who hears whom while a supervisor is in a talk, at a real Asterisk: each of the three says a tone of their own pitch
 * all the time and keeps what comes to their ear.
 */
class SupervisedTalkIT {

    private static final int BASE = 19_080;
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Duration WHILE = Duration.ofSeconds(3);
    /** Of what came last: the change before it and the end are left out. */
    private static final double FROM = 2.2;

    private static final double TO = 0.4;

    private static final String CUSTOMER = "customer";
    private static final String AGENT = "agent";
    private static final String SUPERVISOR = "supervisor";
    private static final Map<String, Integer> PITCHES = Map.of(CUSTOMER, 1000, AGENT, 1400, SUPERVISOR, 1800);

    private static TelephonyLab lab;
    private static int talks;

    private final HeardEvents heard = new HeardEvents();
    private final int talk = ++talks;
    private LabEngine gateway;
    private TelephonyEngine engine;

    @BeforeAll
    static void startAsterisk() throws Exception {
        lab = new TelephonyLab(BASE);
        lab.carrierIsTold("module load app_mixmonitor.so");
        // the name ends with the pitch; what is received is kept apart from what is said
        lab.carrierAlso(
                """
                [from-site]
                exten => _voice-.,1,Goto(tones,${EXTEN},1)
                [tones]
                exten => _voice-.,1,Answer()
                 same => n,MixMonitor(%1$s/${EXTEN}-both.wav,r(%1$s/${EXTEN}.wav))
                 same => n,PlayTones(${EXTEN:-4})
                 same => n,Wait(60)
                """
                        .formatted(lab.folder()));
    }

    @AfterAll
    static void stopAsterisk() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        gateway = LabEngine.begin(lab.settings(false), heard);
        engine = gateway.commands();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.everybodyHangsUp();
        gateway.close();
    }

    @Test
    void whoListensHearsBothAndIsHeardByNobody() throws Exception {
        UUID call = talk();

        supervise(call, MonitorMode.LISTEN);

        assertThat(whoHearsWhom(call))
                .isEqualTo(
                        Map.of(CUSTOMER, Set.of(AGENT), AGENT, Set.of(CUSTOMER), SUPERVISOR, Set.of(AGENT, CUSTOMER)));
    }

    @Test
    void whoWhispersIsHeardByTheAgentAlone() throws Exception {
        UUID call = talk();

        supervise(call, MonitorMode.WHISPER);

        assertThat(whoHearsWhom(call))
                .isEqualTo(Map.of(
                        CUSTOMER,
                        Set.of(AGENT),
                        AGENT,
                        Set.of(CUSTOMER, SUPERVISOR),
                        SUPERVISOR,
                        Set.of(AGENT, CUSTOMER)));
    }

    @Test
    void whoTakesPartIsHeardByBoth() throws Exception {
        UUID call = talk();

        supervise(call, MonitorMode.BARGE);

        assertThat(whoHearsWhom(call))
                .isEqualTo(Map.of(
                        CUSTOMER,
                        Set.of(AGENT, SUPERVISOR),
                        AGENT,
                        Set.of(CUSTOMER, SUPERVISOR),
                        SUPERVISOR,
                        Set.of(AGENT, CUSTOMER)));
    }

    @Test
    void whoTookPartAndOnlyListensNowIsHeardByNobody() throws Exception {
        UUID call = talk();
        supervise(call, MonitorMode.BARGE);

        supervise(call, MonitorMode.LISTEN);

        assertThat(whoHearsWhom(call))
                .isEqualTo(
                        Map.of(CUSTOMER, Set.of(AGENT), AGENT, Set.of(CUSTOMER), SUPERVISOR, Set.of(AGENT, CUSTOMER)));
    }

    @Test
    void whoHasLeftIsHeardByNobodyAndTheTalkGoesOn() throws Exception {
        UUID call = talk();
        supervise(call, MonitorMode.BARGE);

        supervise(call, MonitorMode.OFF);

        Map<String, Set<String>> hears = whoHearsWhom(call);
        hears.remove(SUPERVISOR);
        assertThat(hears).isEqualTo(Map.of(CUSTOMER, Set.of(AGENT), AGENT, Set.of(CUSTOMER)));
    }

    private String name(String who) {
        return "voice-" + who + "-" + talk + "-" + PITCHES.get(who);
    }

    /** A customer and an agent talk. */
    private UUID talk() throws Exception {
        UUID call = UUID.randomUUID();
        lab.carrier(
                "POST",
                "channels",
                Map.of(
                        "endpoint",
                        "PJSIP/+390280001001@" + TelephonyLab.SITE,
                        "channelId",
                        name(CUSTOMER),
                        "context",
                        "tones",
                        "extension",
                        name(CUSTOMER),
                        "callerId",
                        "+393471234567"),
                "{\"variables\":{\"PJSIP_HEADER(add,X-Fairlead-Call)\":\"" + call + "\"}}");
        Await.until("the call is offered", SOON, () -> heard.heard(call, GatewayEvent.CallOffered.class));
        engine.connect(call, name(AGENT), "");
        Await.until("they talk", SOON, () -> heard.heard(call, GatewayEvent.Connected.class));
        return call;
    }

    private void supervise(UUID call, MonitorMode mode) throws Exception {
        engine.monitor(call, name(SUPERVISOR), mode);
        Await.until(
                "the supervisor is so in the talk: " + mode,
                SOON,
                () -> heard.last(call) instanceof GatewayEvent.Monitored told && told.mode() == mode);
        var end = Clock.systemUTC().instant().plus(WHILE);
        Await.until("they have talked", SOON, () -> Clock.systemUTC().instant().isAfter(end));
    }

    /** In the last seconds of the talk, which ends. */
    private Map<String, Set<String>> whoHearsWhom(UUID call) throws Exception {
        engine.hangUp(call);
        Await.until("over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
        Await.until("nobody is left at the carrier", SOON, () -> lab.carrier("GET", "channels", Map.of(), "")
                .isEmpty());
        Map<String, Set<String>> hears = new TreeMap<>();
        for (String ear : PITCHES.keySet()) {
            hears.put(ear, heardBy(ear));
        }
        return hears;
    }

    private Set<String> heardBy(String ear) throws IOException {
        short[] samples = Sound.samples(lab.folder().resolve(name(ear) + ".wav"));
        double end = Sound.seconds(samples);
        Set<String> voices = new TreeSet<>();
        for (Map.Entry<String, Integer> voice : PITCHES.entrySet()) {
            double share = Sound.tone(samples, voice.getValue(), end - FROM, end - TO);
            assertThat(share)
                    .as("%s hears %s all the time or never", ear, voice.getKey())
                    .satisfiesAnyOf(all -> assertThat(all).isGreaterThan(0.9), none -> assertThat(none)
                            .isZero());
            if (share > 0) {
                voices.add(voice.getKey());
            }
        }
        return voices;
    }
}
