package org.fairlead.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fairlead.gateway.engine.TelephonyEngine.DialOrder;
import org.fairlead.gateway.engine.TelephonyEngine.KeysOrder;
import org.fairlead.gateway.engine.TelephonyEngine.MessageOrder;
import org.fairlead.gateway.engine.TelephonyEngine.NumberOrder;
import org.fairlead.jms.GatewayCommand.Transfer;
import org.fairlead.jms.GatewayCommand.TransferKind;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.FailureCause;
import org.fairlead.jms.GatewayEvent.Party;
import org.fairlead.jms.GatewayEvent.RecordingState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What every telephony engine must do. The far end answers by the dialled number's last digit: 2 busy, 3 no answer,
 * 4 congestion, 5 unallocated, 6 machine, 88 a fax, else a person who presses 1 when asked and stays on the line.
 */
public abstract class TelephonyEngineContract {

    static final int RING_SECONDS = 5;
    private static final String PERSON = "+390299990001";

    protected final HeardEvents heard = new HeardEvents();

    /** The engine, told to {@link #heard}. */
    protected abstract TelephonyEngine engine();

    /** A customer calls, is announced, and waits. */
    protected abstract UUID customerCalls() throws Exception;

    protected abstract void customerHangsUp(UUID call) throws Exception;

    /** Lets time pass until it holds, for a while. */
    protected abstract void pass(BooleanSupplier until);

    /** Lets time pass in which what must not come about would have come about. */
    protected void settle() {
        pass(() -> false);
    }

    /** A customer who calls and does not press keys but speaks. */
    protected UUID speakingCustomerCalls() throws Exception {
        return customerCalls();
    }

    /** Lets the words before a message pass, and some of the message. */
    protected abstract void letSpeak();

    final UUID connected() throws Exception {
        UUID call = customerCalls();
        engine().connect(call, "elif", "Billing");
        awaits(call, GatewayEvent.Connected.class);
        return call;
    }

    private UUID dials(String number, boolean detect) throws Exception {
        UUID call = UUID.randomUUID();
        engine().dial(call, new DialOrder(number, "+390280001009", RING_SECONDS, detect));
        return call;
    }

    final void awaits(UUID call, Class<? extends GatewayEvent> kind) {
        pass(() -> heard.heard(call, kind));
        assertThat(heard.kindsOf(call)).contains(kind.getSimpleName());
    }

    private static void refused(EngineRefused.Reason reason, ThrowingCallable command) {
        assertThatThrownBy(command).isInstanceOfSatisfying(EngineRefused.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    static void illegal(ThrowingCallable command) {
        refused(EngineRefused.Reason.ILLEGAL_NOW, command);
    }

    @Test
    void anInboundCallIsOfferedOnceAndLives() throws Exception {
        UUID call = customerCalls();

        assertThat(heard.kindsOf(call)).containsExactly("CallOffered");
        assertThat(engine().liveCalls()).contains(call);
    }

    @Test
    void aWaitingCustomerIsConnectedToAnAgent() throws Exception {
        UUID call = connected();

        assertThat(((GatewayEvent.Connected) heard.last(call)).agent()).isEqualTo("elif");
    }

    @Test
    void aCustomerWhoHangsUpEndsTheCall() throws Exception {
        UUID call = connected();

        customerHangsUp(call);

        awaits(call, GatewayEvent.CallEnded.class);
        assertThat(((GatewayEvent.CallEnded) heard.last(call)).by()).isEqualTo(Party.CUSTOMER);
        assertThat(engine().liveCalls()).doesNotContain(call);
    }

    @Test
    void aCustomerWhoHangsUpWhileConnectingIsNotConnectedAnyMore() throws Exception {
        UUID call = customerCalls();
        engine().connect(call, "elif", "");

        customerHangsUp(call);
        awaits(call, GatewayEvent.CallEnded.class);
        settle();

        assertThat(heard.kindsOf(call).get(heard.kindsOf(call).size() - 1)).isEqualTo("CallEnded");
    }

    @Test
    void theCentreEndsACallInAnyState() throws Exception {
        UUID waiting = customerCalls();
        UUID talking = connected();
        UUID dialling = dials(PERSON, false);

        for (UUID call : new UUID[] {waiting, talking, dialling}) {
            engine().hangUp(call);
            awaits(call, GatewayEvent.CallEnded.class);

            assertThat(((GatewayEvent.CallEnded) heard.last(call)).by()).isEqualTo(Party.CENTRE);
        }
    }

    @Test
    void aPersonWhoIsDialledRingsAndAnswers() throws Exception {
        UUID call = dials(PERSON, false);

        awaits(call, GatewayEvent.Answered.class);

        assertThat(heard.kindsOf(call)).containsExactly("Ringing", "Answered");
    }

    @Test
    void aPersonIsToldFromAMachine() throws Exception {
        UUID person = dials(PERSON, true);
        UUID machine = dials("+390299990006", true);

        awaits(person, GatewayEvent.Answered.class);
        awaits(machine, GatewayEvent.MachineAnswered.class);

        assertThat(heard.kindsOf(machine)).doesNotContain("Answered");
    }

    @Test
    void aFaxIsToldFromPeopleAndFromMachines() throws Exception {
        UUID fax = dials("+390299990088", true);

        awaits(fax, GatewayEvent.DialFailed.class);

        assertThat(heard.of(fax)).last().extracting("cause").isEqualTo(FailureCause.FAX);
        assertThat(heard.kindsOf(fax)).doesNotContain("Answered", "MachineAnswered");
    }

    @ParameterizedTest
    @CsvSource({"+390299990002,BUSY", "+390299990003,NO_ANSWER", "+390299990004,CONGESTION", "+390299990005,UNALLOCATED"
    })
    void aDialThatFailsSaysWhyAndIsOver(String number, FailureCause cause) throws Exception {
        UUID call = dials(number, true);

        awaits(call, GatewayEvent.DialFailed.class);
        settle();

        assertThat(((GatewayEvent.DialFailed) heard.last(call)).cause()).isEqualTo(cause);
        assertThat(heard.kindsOf(call)).doesNotContain("CallEnded");
        assertThat(engine().liveCalls()).doesNotContain(call);
    }

    @Test
    void aCallIsNotDialledTwice() throws Exception {
        UUID live = dials(PERSON, false);
        UUID over = dials("+390299990005", false);
        awaits(over, GatewayEvent.DialFailed.class);

        for (UUID call : new UUID[] {live, over}) {
            illegal(() -> engine().dial(call, new DialOrder(PERSON, "+390280001009", RING_SECONDS, false)));
        }
    }

    @Test
    void anUnknownCallIsRefusedWhateverIsAsked() {
        UUID nobody = UUID.randomUUID();

        for (ThrowingCallable command : new ThrowingCallable[] {
            () -> engine().connect(nobody, "elif", ""),
            () -> engine().hold(nobody),
            () -> engine().resume(nobody),
            () -> engine().mute(nobody, true),
            () -> engine().transfer(nobody, TransferKind.BLIND, PERSON),
            () -> engine().play(nobody, "greeting", "it", false),
            () -> engine().collectKeys(nobody, new KeysOrder("menu", "", "it", 1, 5)),
            () -> engine().sendKeys(nobody, "1"),
            () -> engine().record(nobody, RecordingState.ON),
            () -> engine().hangUp(nobody)
        }) {
            refused(EngineRefused.Reason.UNKNOWN_CALL, command);
        }
        assertThat(heard.of(nobody)).isEmpty();
    }

    @Test
    void whatNeedsAnAgentIsRefusedWhileTheCustomerWaits() throws Exception {
        UUID call = customerCalls();

        illegal(() -> engine().hold(call));
        illegal(() -> engine().resume(call));
        illegal(() -> engine().mute(call, true));
        illegal(() -> engine().sendKeys(call, "1"));
        illegal(() -> engine().transfer(call, TransferKind.BLIND, PERSON));
        assertThat(heard.kindsOf(call)).containsExactly("CallOffered");
    }

    @Test
    void aConnectedCustomerIsNotConnectedAgain() throws Exception {
        UUID call = connected();

        illegal(() -> engine().connect(call, "besa", ""));
    }

    @Test
    void aHeldCustomerIsResumedAndOnlyOnce() throws Exception {
        UUID call = connected();
        illegal(() -> engine().resume(call));

        engine().hold(call);
        awaits(call, GatewayEvent.Held.class);
        illegal(() -> engine().hold(call));
        engine().resume(call);
        awaits(call, GatewayEvent.Resumed.class);

        illegal(() -> engine().resume(call));
    }

    @Test
    void aPromptThatPlayedToItsEndIsToldAndOneThatRepeatsIsNot() throws Exception {
        UUID call = customerCalls();

        engine().play(call, "greeting", "it", false);
        awaits(call, GatewayEvent.PromptEnded.class);
        engine().play(call, "music", "it", true);
        settle();

        assertThat(heard.kindsOf(call)).containsOnlyOnce("PromptEnded");
    }

    @Test
    void keysAreCollected() throws Exception {
        UUID call = customerCalls();

        engine().collectKeys(call, new KeysOrder("menu", "", "it", 1, 5));
        awaits(call, GatewayEvent.KeysCollected.class);

        assertThat(((GatewayEvent.KeysCollected) heard.last(call)).keys()).isEqualTo("1");
    }

    @Test
    void anAgentIsRungAtAnotherNumber() throws Exception {
        UUID call = customerCalls();

        engine().ringNumber(call, new NumberOrder("elif", PERSON, "+390280001009", RING_SECONDS, "", "it"));
        awaits(call, GatewayEvent.Connected.class);
        engine().transfer(call, TransferKind.BLIND, Transfer.CENTRE);
        awaits(call, GatewayEvent.AgentLeft.class);

        assertThat(((GatewayEvent.AgentLeft) heard.last(call)).agent()).isEqualTo("elif");
        assertThat(engine().liveCalls()).contains(call);
    }

    @Test
    void anAgentWhoDoesNotAnswerElsewhereEitherLeavesACustomerWhoWaits() throws Exception {
        UUID call = customerCalls();

        engine().ringNumber(call, new NumberOrder("elif", "+390299990003", "+390280001009", 2, "", "it"));
        illegal(() -> engine().takeMessage(call, new MessageOrder("demo-hello", "it", 5)));
        awaits(call, GatewayEvent.ConnectFailed.class);
        engine().connect(call, "besa", "");
        awaits(call, GatewayEvent.Connected.class);

        assertThat(heard.kindsOf(call)).containsExactly("CallOffered", "ConnectFailed", "Connected");
    }

    @Test
    void aCustomerLeavesAMessageAndIsStillThere() throws Exception {
        UUID call = speakingCustomerCalls();

        engine().takeMessage(call, new MessageOrder("demo-hello", "it", 3));
        awaits(call, GatewayEvent.MessageTaken.class);
        pass(() -> heard.said(call).length > 0);

        assertThat(heard.said(call).length).as("bytes, 8,000 a second").isBetween(8_000, 48_000);
        assertThat(engine().liveCalls()).contains(call);
    }

    @Test
    void whatACustomerSaidBeforeHangingUpIsKept() throws Exception {
        UUID call = speakingCustomerCalls();

        engine().takeMessage(call, new MessageOrder("demo-hello", "it", 60));
        letSpeak();
        customerHangsUp(call);
        awaits(call, GatewayEvent.CallEnded.class);
        pass(() -> heard.said(call).length > 0);

        // an engine may tell that the message is taken in the moment in which the customer goes
        assertThat(heard.kindsOf(call)).startsWith("CallOffered").endsWith("CallEnded");
        assertThat(heard.said(call)).isNotEmpty();
    }

    @Test
    void aRecordingRunsPausesAndEnds() throws Exception {
        UUID call = connected();
        illegal(() -> engine().record(call, RecordingState.PAUSED));

        for (RecordingState state :
                new RecordingState[] {RecordingState.ON, RecordingState.PAUSED, RecordingState.ON, RecordingState.OFF
                }) {
            engine().record(call, state);
            pass(() -> heard.last(call) instanceof GatewayEvent.RecordingChanged told && told.state() == state);

            assertThat(((GatewayEvent.RecordingChanged) heard.last(call)).state())
                    .isEqualTo(state);
        }
    }

    @Test
    void aBlindTransferTakesTheAgentOut() throws Exception {
        UUID call = connected();

        engine().transfer(call, TransferKind.BLIND, PERSON);
        awaits(call, GatewayEvent.AgentLeft.class);

        assertThat(heard.kindsOf(call)).endsWith("Transferred", "AgentLeft");
        assertThat(engine().liveCalls()).contains(call);
    }

    @Test
    void aTransferToABusyTargetLeavesTheAgentWithTheCustomer() throws Exception {
        UUID call = connected();

        engine().transfer(call, TransferKind.BLIND, "+390299990002");
        awaits(call, GatewayEvent.Transferred.class);
        engine().hold(call);

        assertThat(heard.kindsOf(call)).doesNotContain("AgentLeft");
    }

    @Test
    void aConsultationIsCancelledOrCompleted() throws Exception {
        UUID call = connected();
        illegal(() -> engine().transfer(call, TransferKind.CONSULT_COMPLETE, ""));

        engine().transfer(call, TransferKind.CONSULT, PERSON);
        illegal(() -> engine().hold(call));
        engine().transfer(call, TransferKind.CONSULT_CANCEL, "");
        awaits(call, GatewayEvent.Transferred.class);
        engine().transfer(call, TransferKind.CONSULT, PERSON);
        engine().transfer(call, TransferKind.CONSULT_COMPLETE, "");
        awaits(call, GatewayEvent.AgentLeft.class);

        assertThat(heard.kindsOf(call)).endsWith("Connected", "Transferred", "Transferred", "AgentLeft");
    }

    @Test
    void allThreeTalkUntilTheAgentLeaves() throws Exception {
        UUID call = connected();
        illegal(() -> engine().transfer(call, TransferKind.CONSULT_JOIN, ""));

        engine().transfer(call, TransferKind.CONSULT, PERSON);
        engine().transfer(call, TransferKind.CONSULT_JOIN, "");
        engine().transfer(call, TransferKind.CONSULT_COMPLETE, "");
        awaits(call, GatewayEvent.AgentLeft.class);

        assertThat(heard.kindsOf(call)).endsWith("Connected", "Transferred", "AgentLeft");
    }

    @Test
    void aCustomerGivenBackToTheCentreWaitsForAnotherAgent() throws Exception {
        UUID call = connected();

        engine().transfer(call, TransferKind.BLIND, Transfer.CENTRE);
        awaits(call, GatewayEvent.AgentLeft.class);
        engine().connect(call, "besa", "");
        pass(() -> heard.last(call) instanceof GatewayEvent.Connected);

        assertThat(heard.kindsOf(call)).endsWith("Connected", "AgentLeft", "Connected");
    }
}
