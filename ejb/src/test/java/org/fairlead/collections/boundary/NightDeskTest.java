package org.fairlead.collections.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.NightRuns.Progress;
import org.fairlead.collections.NightRuns.State;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.Beans;
import org.junit.jupiter.api.Test;

/** A night that a person asks for. */
class NightDeskTest {

    private static final ClientId OURS = new ClientId(7);
    private static final ClientId OUR_SECOND = new ClientId(9);
    private static final ClientId THEIRS = new ClientId(8);

    private final List<String> written = Collections.synchronizedList(new ArrayList<>());
    private final Set<ClientId> worked = ConcurrentHashMap.newKeySet();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private boolean broken;
    private final NightChunks chunks = new NightChunks() {
        @Override
        public boolean chunk(ClientId client, Kind kind) {
            written.add(kind.name());
            worked.add(client);
            begun.countDown();
            await(goOn);
            if (broken) {
                throw new IllegalStateException("the database is away");
            }
            return false;
        }

        @Override
        public void again(ClientId client) {
            written.add("again");
        }
    };
    private final NightOrders orders = new NightOrders() {
        @Override
        public void requireServed(ClientId client) {
            if (client.equals(THEIRS)) {
                throw new NotFound("client " + client);
            }
        }

        @Override
        public void order(ClientId client) {
            written.add("ordered");
        }

        @Override
        public Progress progress(ClientId client, boolean running) {
            return new Progress(running ? State.RUNNING : State.DONE, 0, null);
        }
    };
    private final NightTurn turn = new NightTurn() {
        @Override
        public boolean take(ClientId client, Runnable work) {
            work.run();
            return true;
        }

        @Override
        public boolean isTaken(ClientId client) {
            return false;
        }
    };
    private final Beans beans = new Beans()
            .with(NightChunks.class, chunks)
            .with(NightOrders.class, orders)
            .with(NightTurn.class, turn);
    private final NightDesk desk = beans.get(NightDesk.class);

    @Test
    void isWorkedOnceAtATimeAndAgainWhenItIsDone() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> desk.now(OURS));
        await(begun);

        assertThat(desk.progress(OURS).state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> desk.now(OURS)).isInstanceOf(Refused.class).hasMessage("night.running");
        goOn.countDown();
        first.get(20, TimeUnit.SECONDS);
        desk.now(OURS);

        assertThat(desk.progress(OURS).state()).isEqualTo(State.DONE);
        assertThat(written.stream().filter("ordered"::equals)).hasSize(2);
        assertThat(written.subList(0, 3)).containsExactly("ordered", "again", "RECALLS");
        assertThat(written).endsWith("LEADS");
    }

    @Test
    void oneIsWorkedAsideAndTheOthersWaitForTheirTurnWithoutAThread() throws Exception {
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> desk.now(OURS));
        await(begun);

        CompletableFuture.runAsync(() -> desk.now(OUR_SECOND)).get(10, TimeUnit.SECONDS);

        assertThat(worked).containsExactly(OURS);
        assertThat(desk.progress(OUR_SECOND).state()).isEqualTo(State.RUNNING);
        assertThatThrownBy(() -> desk.now(OUR_SECOND)).isInstanceOf(Refused.class);
        goOn.countDown();
        first.get(20, TimeUnit.SECONDS);
        assertThat(worked).containsExactlyInAnyOrder(OURS, OUR_SECOND);
        assertThat(desk.progress(OUR_SECOND).state()).isEqualTo(State.DONE);
    }

    @Test
    void whatStopsMayBeBegunAgain() {
        broken = true;
        goOn.countDown();
        desk.now(OURS);

        assertThat(desk.progress(OURS).state()).isEqualTo(State.DONE);
        broken = false;
        desk.now(OURS);
        assertThat(written).endsWith("LEADS");
    }

    @Test
    void whoDoesNotServeTheClientBeginsNothingAndHearsNothing() {
        assertThatThrownBy(() -> desk.now(THEIRS)).isInstanceOf(NotFound.class);

        assertThat(written).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
