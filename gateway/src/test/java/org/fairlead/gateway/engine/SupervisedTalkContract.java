package org.fairlead.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayCommand.Transfer;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.junit.jupiter.api.Test;

/** The rest of the contract: who else may come into a talk, and who never has a customer. */
public abstract class SupervisedTalkContract extends TelephonyEngineContract {

    @Test
    void whatAnswersByItselfAtAnAgentsOtherNumberNeverHasTheCustomer() throws Exception {
        UUID call = customerCalls();

        engine().ringNumber(call, new NumberOrder("elif", "+390299990006", "+390280001009", RING_SECONDS, "", "it"));
        pass(() -> heard.heard(call, GatewayEvent.ConnectFailed.class));
        awaits(call, GatewayEvent.ConnectFailed.class);

        assertThat(heard.kindsOf(call)).containsExactly("CallOffered", "ConnectFailed");
        assertThat(engine().liveCalls()).contains(call);
    }

    @Test
    void aNumberThatIsNoPersonsOwnIsAskedNothing() throws Exception {
        UUID call = customerCalls();

        engine().ringNumber(call, new NumberOrder("", "+390299990006", "+390280001009", RING_SECONDS, "", ""));
        awaits(call, GatewayEvent.Connected.class);

        assertThat(heard.kindsOf(call)).containsExactly("CallOffered", "Connected");
    }

    @Test
    void aSupervisorListensWhispersTakesPartAndLeaves() throws Exception {
        UUID call = connected();

        for (MonitorMode mode : new MonitorMode[] {
            MonitorMode.LISTEN, MonitorMode.WHISPER, MonitorMode.BARGE, MonitorMode.LISTEN, MonitorMode.OFF
        }) {
            engine().monitor(call, "sena", mode);
            pass(() -> monitored(call) == mode);

            assertThat(monitored(call)).isEqualTo(mode);
        }
        engine().hold(call);
        awaits(call, GatewayEvent.Held.class);
    }

    @Test
    void aSupervisorIsOutWhenTheTalkIsAndHearsNoWaitingCustomer() throws Exception {
        UUID call = customerCalls();
        illegal(() -> engine().monitor(call, "sena", MonitorMode.LISTEN));
        engine().connect(call, "elif", "");
        awaits(call, GatewayEvent.Connected.class);
        engine().monitor(call, "sena", MonitorMode.BARGE);
        awaits(call, GatewayEvent.Monitored.class);

        engine().transfer(call, TransferKind.BLIND, Transfer.CENTRE);
        awaits(call, GatewayEvent.AgentLeft.class);

        assertThat(heard.kindsOf(call)).endsWith("Monitored", "Monitored", "AgentLeft");
        assertThat(monitored(call)).isEqualTo(MonitorMode.OFF);
        illegal(() -> engine().monitor(call, "sena", MonitorMode.LISTEN));
    }

    @Test
    void aSecondSupervisorTakesTheFirstOnesPlace() throws Exception {
        UUID call = connected();
        engine().monitor(call, "sena", MonitorMode.LISTEN);
        awaits(call, GatewayEvent.Monitored.class);

        engine().monitor(call, "bora", MonitorMode.LISTEN);
        pass(() -> monitored(call) == MonitorMode.LISTEN && heard.kindsOf(call).size() == 5);
        engine().monitor(call, "sena", MonitorMode.OFF);
        settle();

        assertThat(heard.of(call))
                .filteredOn(GatewayEvent.Monitored.class::isInstance)
                .extracting(each ->
                        ((GatewayEvent.Monitored) each).supervisor() + " " + ((GatewayEvent.Monitored) each).mode())
                .containsExactly("sena LISTEN", "sena OFF", "bora LISTEN");
    }

    private MonitorMode monitored(UUID call) {
        return heard.of(call).stream()
                .filter(GatewayEvent.Monitored.class::isInstance)
                .map(each -> ((GatewayEvent.Monitored) each).mode())
                .reduce(MonitorMode.OFF, (before, now) -> now);
    }
}
