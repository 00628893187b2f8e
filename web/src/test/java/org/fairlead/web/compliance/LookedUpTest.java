package org.fairlead.web.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.Wishes;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookedUpTest {

    private static final ClientId CLIENT = new ClientId(2);
    private static final String NUMBER = "+905321110023";
    private static final Instant NOON = Instant.parse("2026-11-22T09:00:00Z");

    private final KeptWishes wishes = new KeptWishes();

    @Test
    void theHoldThatWasShownIsLiftedThoughAnotherCameInAboveIt() {
        UUID shown = wishes.add("dispute");
        LookedUp looked = LookedUp.of(wishes, CLIENT, NUMBER);
        UUID newer = wishes.add("cease");

        LookedUp after = looked.lift(wishes, looked.holds().get(0).holdId().toString(), "settled");

        assertThat(looked.holds()).extracting(Wishes.Hold::holdId).containsExactly(shown);
        assertThat(wishes.lifted).containsExactly(CLIENT + " " + shown);
        assertThat(after.holds()).extracting(Wishes.Hold::holdId).containsExactly(newer);
    }

    @Test
    void whatIsNoHoldAtAllLiftsNothing() {
        LookedUp looked = LookedUp.of(wishes, CLIENT, NUMBER);

        assertThatThrownBy(() -> looked.lift(wishes, null, "settled")).isInstanceOf(NotFound.class);
        assertThat(wishes.lifted).isEmpty();
    }

    /** The page lives as long as its view, and that may be kept outside the server. */
    @Test
    void itIsKeptWithTheView() throws Exception {
        wishes.add("dispute");
        LookedUp looked = LookedUp.of(wishes, CLIENT, NUMBER);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(kept)) {
            out.writeObject(looked);
        }

        Object again = read(kept.toByteArray());

        assertThat(((LookedUp) again).holds()).isEqualTo(looked.holds());
    }

    private static Object read(byte[] kept) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(kept))) {
            return in.readObject();
        }
    }

    /** Holds of one number, the newest first. */
    private static final class KeptWishes implements Wishes {

        private final List<Hold> holds = new ArrayList<>();
        private final List<String> lifted = new ArrayList<>();

        UUID add(String kind) {
            UUID id = UUID.randomUUID();
            holds.add(0, new Hold(id, kind, null, NOON, null, "letter", true));
            return id;
        }

        @Override
        public Said said(ClientId client, String number) {
            return new Said(number, List.of(), holds);
        }

        @Override
        public void lift(ClientId client, UUID holdId, String reason) {
            lifted.add(client + " " + holdId);
            holds.removeIf(hold -> hold.holdId().equals(holdId));
        }

        @Override
        public UUID consent(ClientId client, ConsentWord word) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProofView keepProof(ClientId client, UUID consentId, String name, InputStream file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProofFile proof(ClientId client, UUID consentId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<UUID> hold(
                ClientId client,
                String number,
                String kind,
                @Nullable String debt,
                @Nullable LocalDate lastDay,
                String source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int takeIn(ClientId client, String name, InputStream csv) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int takeIn(ClientId client, String source, List<Elsewhere> calls) {
            throw new UnsupportedOperationException();
        }
    }
}
