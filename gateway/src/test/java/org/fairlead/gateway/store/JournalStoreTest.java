package org.fairlead.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.gateway.store.SiteStore.KeptCall;
import org.fairlead.gateway.store.SiteStore.KeptEvent;
import org.fairlead.gateway.store.SiteStore.SeenCommand;
import org.fairlead.jms.GatewayEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    Path folder;

    private static GatewayEvent event(int sequence) {
        return new GatewayEvent.Ringing(new GatewayEvent.Head("izmir", new UUID(7, 7), sequence, NOON));
    }

    /** What the next process would find if this one were killed now: the files as they are, without a farewell. */
    private Path asAfterAKill(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(folder.resolve("site"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(String.valueOf(file.getFileName())));
            }
        }
        return copy;
    }

    @Test
    void unsentEventsOutliveTheProcessInTheirOrder() throws Exception {
        List<KeptEvent> kept = new ArrayList<>();
        Path found;
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            for (int i = 1; i <= 500; i++) {
                kept.add(store.keep(event(i)));
            }
            store.sent(kept.subList(0, 200));
            store.fence(1);
            found = asAfterAKill("found");
        }

        try (JournalStore store = new JournalStore(found)) {
            assertThat(store.left().events())
                    .extracting(each -> each.event().head().sequence())
                    .containsExactlyElementsOf(
                            Stream.iterate(201, n -> n + 1).limit(300).toList());
            assertThat(store.left().events().get(0).event()).isEqualTo(event(201));
        }
    }

    @Test
    void whatIsKeptLaterComesAfterWhatWasLeft() throws Exception {
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.keep(event(1));
        }
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.keep(event(2));
        }

        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            assertThat(store.left().events()).extracting(KeptEvent::event).containsExactly(event(1), event(2));
        }
    }

    @Test
    void aCommandThatIsCarriedOutIsKnownAfterwards() throws Exception {
        SeenCommand dial = new SeenCommand(UUID.randomUUID(), NOON);
        SeenCommand old = new SeenCommand(UUID.randomUUID(), NOON);
        Path found;
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.carriesOut(old, false);
            store.carriesOut(dial, true);
            store.forget(old.id());
            store.fence(3);
            store.fence(9);
            found = asAfterAKill("found");
        }

        try (JournalStore store = new JournalStore(found)) {
            assertThat(store.left().commands()).containsExactly(dial);
            assertThat(store.left().fence()).isEqualTo(9);
        }
    }

    @Test
    void liveCallsAreKnownWithTheirCeilingAndEndedOnesAreNot() throws Exception {
        UUID lives = UUID.randomUUID();
        UUID over = UUID.randomUUID();
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.lives(new KeptCall(lives, 64, false));
            store.lives(new KeptCall(over, 64, false));
            store.lives(new KeptCall(lives, 128, true));
            store.ended(over);
        }

        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            assertThat(store.left().calls()).containsExactly(new KeptCall(lives, 128, true));
        }
    }

    @Test
    void whatOneProcessDeletedTakesNothingAwayOfTheNextOnes() throws Exception {
        UUID lives = UUID.randomUUID();
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.lives(new KeptCall(lives, 64, true));
            store.sent(List.of(store.keep(event(1)), store.keep(event(2))));
        }
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            store.lives(new KeptCall(lives, 128, true));
            store.keep(event(3));
        }

        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            assertThat(store.left().calls()).containsExactly(new KeptCall(lives, 128, true));
            assertThat(store.left().events()).extracting(KeptEvent::event).containsExactly(event(3));
        }
    }

    @Test
    void twoGatewaysDoNotShareAStore() throws Exception {
        try (JournalStore store = new JournalStore(folder.resolve("site"))) {
            assertThat(store.left().events()).isEmpty();

            assertThatThrownBy(() -> new JournalStore(folder.resolve("site")).close())
                    .isInstanceOf(IOException.class);
        }
    }
}
