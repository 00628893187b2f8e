package org.fairlead.collections.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.collections.control.TakeCardPayment.Silent;
import org.fairlead.routing.EngineView;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.shared.ClientId;
import org.fairlead.testing.Beans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clocks of the collections beside each other. */
@Tag("database")
class NightClockTest {

    private final TestPortfolio portfolio = new TestPortfolio();

    @AfterEach
    void dropDatabase() {
        portfolio.close();
    }

    @Test
    void moneyPaidByCardIsAskedForWhileLettersGoOut() throws Exception {
        CountDownLatch letter = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        NightChunks chunks = new NightChunks() {
            @Override
            public boolean post(ClientId client) {
                letter.countDown();
                await(done);
                return false;
            }

            @Override
            public Optional<Silent> silentCard(ClientId client) {
                asked.incrementAndGet();
                return Optional.empty();
            }
        };
        NightClock clock = new Beans()
                .with(DataSource.class, portfolio.everyClientSource())
                .with(NightChunks.class, chunks)
                .with(EngineView.class, new RunningEngine())
                .get(NightClock.class);

        CompletableFuture<Void> letters = CompletableFuture.runAsync(clock::post);
        await(letter);
        clock.askForCards();
        int whileLettersWent = asked.get();
        done.countDown();
        letters.get(20, TimeUnit.SECONDS);

        assertThat(whileLettersWent).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class RunningEngine implements EngineView {

        @Override
        public FloorSnapshot snapshot() {
            throw new UnsupportedOperationException("no clock asks for it");
        }

        @Override
        public boolean here() {
            return true;
        }

        @Override
        public Map<String, Integer> waitingFor() {
            return Map.of();
        }
    }
}
