package org.fairlead.gateway.control;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.simulator.CallRecord;
import org.fairlead.gateway.simulator.CustomerPlan;
import org.fairlead.gateway.simulator.CustomerSide;
import org.fairlead.gateway.simulator.InboundCall;
import org.fairlead.gateway.simulator.SimulatorFigures;
import org.fairlead.gateway.time.Timeline;

/** One gateway's customers, reached from the control's threads: each question is asked on the site's timeline. */
public final class Floor {

    private static final long ANSWER_SECONDS = 10;

    private final String gateway;
    private final Timeline timeline;
    private final CustomerSide customers;
    private final BooleanSupplier linkUp;
    private final IntSupplier eventsWaiting;
    private final LongSupplier roundTripMillis;

    public Floor(
            String gateway,
            Timeline timeline,
            CustomerSide customers,
            BooleanSupplier linkUp,
            IntSupplier eventsWaiting,
            LongSupplier roundTripMillis) {
        this.gateway = gateway;
        this.timeline = timeline;
        this.customers = customers;
        this.linkUp = linkUp;
        this.eventsWaiting = eventsWaiting;
        this.roundTripMillis = roundTripMillis;
    }

    String gateway() {
        return gateway;
    }

    Timeline timeline() {
        return timeline;
    }

    /** On the timeline already. */
    void ringNow(InboundCall call) {
        customers.ring(call);
    }

    UUID ring(String dialled, String from, CustomerPlan plan) throws InterruptedException {
        return ask(() -> customers.ring(new InboundCall(dialled, from, plan, null)));
    }

    /** Whether there was such a call. */
    boolean customerHangsUp(UUID call) throws InterruptedException {
        return ask(() -> {
            try {
                customers.customerHangsUp(call);
                return true;
            } catch (EngineRefused e) {
                return false;
            }
        });
    }

    List<CallRecord> liveCalls() throws InterruptedException {
        return ask(customers::callsLiveNow);
    }

    List<CallRecord> allCalls() throws InterruptedException {
        return ask(customers::calls);
    }

    SimulatorFigures figures() throws InterruptedException {
        return ask(customers::figures);
    }

    Map<String, Object> health() {
        return Map.of(
                "linkUp",
                linkUp.getAsBoolean(),
                "eventsWaiting",
                eventsWaiting.getAsInt(),
                "roundTripMillis",
                roundTripMillis.getAsLong());
    }

    private <T> T ask(Callable<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        timeline.execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("gateway " + gateway + " does not answer", e);
        }
    }
}
