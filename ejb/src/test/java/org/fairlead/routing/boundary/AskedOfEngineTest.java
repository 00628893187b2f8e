package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskedOfEngineTest {

    private static final Input CANCEL = new Input.CancelCallback(new UUID(0, 1), "sena");

    private final List<String> withTheTransaction = new ArrayList<>();
    private final List<String> byThemselves = new ArrayList<>();

    @Test
    void whatTheEngineDoesIsNotedInTheCallersTransaction() {
        asked().submit(new Answering(null), trail(), CANCEL);

        assertThat(withTheTransaction).containsExactly("callback.cancelled");
        assertThat(byThemselves).isEmpty();
    }

    @Test
    void whatTheEngineRefusesLeavesNoEntry() {
        Answering engine = new Answering("callback.over");

        assertThatThrownBy(() -> asked().submit(engine, trail(), CANCEL)).isInstanceOf(Refused.class);

        assertThat(withTheTransaction).isEmpty();
        assertThat(byThemselves).isEmpty();
    }

    /** It may yet be done: the caller's transaction is given up, the entry must outlive it. */
    @Test
    void whatTheEngineDoesNotAnswerIsNotedWhateverBecomesOfTheTransaction() {
        EngineAccess away = new EngineAccess();

        assertThatThrownBy(() -> asked().submit(away, trail(), CANCEL)).isInstanceOf(Refused.class);

        assertThat(withTheTransaction).isEmpty();
        assertThat(byThemselves).containsExactly("callback.cancelled.unanswered");
    }

    private static AskedOfEngine asked() {
        return new AskedOfEngine(new ClientId(1), "callback.cancelled", "contact 1", Map.of());
    }

    private Audit trail() {
        return new Audit() {
            @Override
            public void record(ClientId client, String action, String subject, Map<String, String> detail) {
                withTheTransaction.add(action);
            }

            @Override
            public void recordRefusal(ClientId client, String action, String subject, Map<String, String> detail) {
                byThemselves.add(action);
            }

            @Override
            public Optional<ClientId> ownerOf(Set<UUID> ids) {
                return Optional.empty();
            }
        };
    }

    /** An engine that answers at once. */
    private static final class Answering extends EngineAccess {
        private final @Nullable String refusal;

        private Answering(@Nullable String refusal) {
            this.refusal = refusal;
        }

        @Override
        @Nullable
        Object submit(Input input) {
            if (refusal != null) {
                throw new Refused(refusal);
            }
            return null;
        }
    }
}
