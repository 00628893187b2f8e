package org.fairlead.collections.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fairlead.collections.NightRuns.Kind;
import org.fairlead.collections.TestPortfolio;
import org.fairlead.shared.ClientId;
import org.fairlead.testing.Beans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: a client's night is worked by one of them. */
@Tag("database")
class NightOnTwoNodesTest {

    private final TestPortfolio portfolio = new TestPortfolio();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Set<ClientId> elsewhere = ConcurrentHashMap.newKeySet();
    private final NightWork here = node(new NightChunks() {
        @Override
        public boolean chunk(ClientId client, Kind kind) {
            begun.countDown();
            await(goOn);
            return false;
        }
    });
    private final NightWork there = node(new NightChunks() {
        @Override
        public boolean chunk(ClientId client, Kind kind) {
            elsewhere.add(client);
            return false;
        }
    });

    @AfterEach
    void dropDatabase() {
        goOn.countDown();
        portfolio.close();
    }

    @Test
    void whatOneNodeWorksNoOtherBeginsAndItsPageSaysSo() throws Exception {
        assertThat(here.claim(TestPortfolio.CLIENT)).isTrue();
        CompletableFuture<Void> night = CompletableFuture.runAsync(() -> here.work(TestPortfolio.CLIENT));
        await(begun);

        assertThat(there.claim(TestPortfolio.CLIENT)).isFalse();
        assertThat(there.isRunning(TestPortfolio.CLIENT)).isTrue();
        there.work(TestPortfolio.CLIENT);
        assertThat(elsewhere)
                .as("claimed in the same instant, and late by a hair")
                .isEmpty();
        assertThat(there.claim(TestPortfolio.STRANGER)).isTrue();
        there.work(TestPortfolio.STRANGER);
        assertThat(elsewhere).containsExactly(TestPortfolio.STRANGER);
        goOn.countDown();
        night.get(20, TimeUnit.SECONDS);

        assertThat(there.isRunning(TestPortfolio.CLIENT)).isFalse();
        assertThat(there.claim(TestPortfolio.CLIENT)).isTrue();
        there.work(TestPortfolio.CLIENT);
        assertThat(elsewhere).contains(TestPortfolio.CLIENT);
    }

    private NightWork node(NightChunks chunks) {
        return new Beans()
                .with(DataSource.class, portfolio.everyClientSource())
                .with(NightChunks.class, chunks)
                .get(NightWork.class);
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
