package org.fairlead.itests.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.fairlead.gateway.engine.HeardEvents;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.TrunkOrder;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account with a carrier that asks for a password, and reckons after what is answered. */
class CarrierAccountIT {

    private static final int BASE = 19_080;
    private static final Duration SOON = Duration.ofSeconds(15);
    /** It is asked every half minute whether it answers. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(40);

    private static final String ADDRESS = "127.9.0.4";
    private static final int PORT = BASE + 74;
    private static final String ACCOUNT = "harbour-tirana";
    private static final String PASSWORD = "the-carriers-secret";
    private static final DialOrder ORDER = new DialOrder("+390299900011", "+390280001009", 10, false);

    private final HeardEvents heard = new HeardEvents();
    private final TelephonyLab lab;
    private final LabEngine gateway;
    private final TelephonyEngine engine;
    private final Path log;
    private final Process carrier;

    CarrierAccountIT() throws Exception {
        lab = new TelephonyLab(BASE);
        log = lab.folder().resolve("registrar.log");
        carrier = sipp();
        gateway = LabEngine.begin(lab.settings(false), heard);
        engine = gateway.commands();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        carrier.destroy();
        if (!carrier.waitFor(2, TimeUnit.SECONDS)) {
            carrier.destroyForcibly();
        }
        lab.close();
    }

    private Process sipp() throws IOException {
        Path scenario = lab.folder().resolve("registrar.xml");
        try (InputStream file = CarrierAccountIT.class.getResourceAsStream("registrar.xml")) {
            if (file == null) {
                throw new IOException("no scenario");
            }
            Files.writeString(
                    scenario,
                    new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                            .replace("@ACCOUNT@", ACCOUNT)
                            .replace("@PASSWORD@", PASSWORD),
                    StandardCharsets.ISO_8859_1);
        }
        List<String> command = lab.programs()
                .sipp(
                        "-sf",
                        scenario.toString(),
                        "-i",
                        ADDRESS,
                        "-p",
                        Integer.toString(PORT),
                        "-mi",
                        ADDRESS,
                        "-nostdin",
                        "-trace_logs",
                        "-log_file",
                        log.toString(),
                        "-trace_err");
        return new ProcessBuilder(command)
                .directory(lab.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(lab.folder().resolve("registrar.out").toFile())
                .start();
    }

    private boolean registered() throws IOException {
        return Files.exists(log) && Files.readString(log).contains("registered");
    }

    private GatewayEvent outcome() throws Exception {
        UUID call = UUID.randomUUID();
        engine.dial(call, ORDER);
        Await.until(
                "the dial has its outcome",
                SOON,
                () -> heard.heard(call, GatewayEvent.Answered.class)
                        || heard.heard(call, GatewayEvent.DialFailed.class));
        GatewayEvent last = heard.last(call);
        if (last instanceof GatewayEvent.Answered) {
            engine.hangUp(call);
            Await.until("over", SOON, () -> heard.heard(call, GatewayEvent.CallEnded.class));
        }
        return last;
    }

    @Test
    void anAccountRegistersAndItsCallsAreTakenAndAWrongPasswordIsFoundOut() throws Exception {
        // when
        engine.trunk(new TrunkOrder(ADDRESS + ":" + PORT, ACCOUNT, "guessed"));
        GatewayEvent refused = outcome();

        // then
        assertThat(refused).isInstanceOfSatisfying(GatewayEvent.DialFailed.class, failed -> assertThat(failed.cause())
                .isEqualTo(FailureCause.REJECTED));
        assertThat(registered()).isFalse();

        // when
        engine.trunk(new TrunkOrder(ADDRESS + ":" + PORT, ACCOUNT, PASSWORD));

        // then
        Await.until("the account is registered", SOON, this::registered);
        Await.until("the carrier is seen to answer", ASKED_AGAIN, () -> engine.facts()
                .trunkState()
                .equals("ONLINE"));
        assertThat(outcome()).isInstanceOf(GatewayEvent.Answered.class);

        // when
        engine.trunk(new TrunkOrder("", "", ""));

        // then
        assertThat(engine.facts().trunk()).isEqualTo("stand-in");
        assertThat(carrier.isAlive()).isTrue();
    }
}
