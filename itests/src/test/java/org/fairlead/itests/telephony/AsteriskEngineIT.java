package org.fairlead.itests.telephony;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.fairlead.gateway.engine.SupervisedTalkContract;
import org.fairlead.gateway.engine.TelephonyEngine;
import org.fairlead.itests.stack.Await;
import org.fairlead.jms.GatewayEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Asterisk does what every telephony engine must do. */
class AsteriskEngineIT extends SupervisedTalkContract {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(9);
    private static final String OURS = "+390280001001";

    private static TelephonyLab lab;

    private LabEngine gateway;
    private TelephonyEngine engine;

    @BeforeAll
    static void startAsterisk() throws Exception {
        lab = new TelephonyLab(13_080);
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

    @Override
    protected TelephonyEngine engine() {
        return engine;
    }

    @Override
    protected UUID customerCalls() throws Exception {
        return customer("presses");
    }

    @Override
    protected UUID speakingCustomerCalls() throws Exception {
        return customer("s");
    }

    private UUID customer(String does) throws Exception {
        UUID call = UUID.randomUUID();
        lab.carrier(
                "POST",
                "channels",
                Map.of(
                        "endpoint",
                        "PJSIP/" + OURS + "@" + TelephonyLab.SITE,
                        "channelId",
                        "customer-" + call,
                        "context",
                        "calls-us",
                        "extension",
                        does,
                        "callerId",
                        "+393471234567"),
                "{\"variables\":{\"PJSIP_HEADER(add,X-Fairlead-Call)\":\"" + call + "\"}}");
        Await.until("the call is offered", SOON, () -> heard.heard(call, GatewayEvent.CallOffered.class));
        return call;
    }

    @Override
    protected void customerHangsUp(UUID call) throws Exception {
        lab.carrier("DELETE", "channels/customer-" + call, Map.of(), "");
    }

    @Override
    protected void pass(BooleanSupplier until) {
        try {
            Await.until("it comes about", LONGEST, until::getAsBoolean);
        } catch (AssertionError e) {
            // The test itself looks whether that is a fault.
            return;
        }
    }

    @Override
    protected void letSpeak() {
        Instant until = Clock.systemUTC().instant().plusSeconds(4);
        pass(() -> Clock.systemUTC().instant().isAfter(until));
    }

    @Override
    protected void settle() {
        Instant until = Clock.systemUTC().instant().plusMillis(1500);
        pass(() -> Clock.systemUTC().instant().isAfter(until));
    }
}
