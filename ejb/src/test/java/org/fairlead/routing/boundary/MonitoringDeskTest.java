package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.jms.GatewayEvent.MonitorMode;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who listens in is in the trail, once, whatever becomes of it. */
class MonitoringDeskTest {

    private static final UUID CONTACT = new UUID(0, 7);
    private static final ClientId OURS = new ClientId(1);
    private static final ClientId THEIRS = new ClientId(3);

    private final FakeAudit trail = new FakeAudit();

    /** The container's interceptor notes whatever is not found. */
    @Test
    void aTalkOfAnotherClientIsNotFoundAndNotedByTheInterceptorAlone() {
        MonitoringDesk desk = desk(new OneTalk(THEIRS, null));

        assertThatThrownBy(() -> desk.become(CONTACT, MonitorMode.LISTEN)).isInstanceOf(NotFound.class);

        assertThat(trail.entries()).isEmpty();
    }

    @Test
    void aTalkThatIsListenedToIsNoted() {
        desk(new OneTalk(OURS, null)).become(CONTACT, MonitorMode.WHISPER);

        assertThat(trail.entries())
                .singleElement()
                .asString()
                .contains(" talk.monitored contact " + CONTACT, "WHISPER");
    }

    /** The supervisor may be in the talk all the same. */
    @Test
    void anEngineThatGivesNoAnswerLeavesAnEntryThatOutlivesTheTransaction() {
        MonitoringDesk desk = desk(new OneTalk(OURS, EngineAccess.AWAY));

        assertThatThrownBy(() -> desk.become(CONTACT, MonitorMode.LISTEN)).isInstanceOf(Refused.class);

        assertThat(trail.entries()).singleElement().asString().contains(" talk.monitored.unanswered ");
    }

    private MonitoringDesk desk(EngineAccess engine) {
        Caller sena = new Caller(new UUID(0, 1), "sena", "Sena Demir", 2, "tr", Set.of(OURS));
        return new Beans()
                .with(EngineAccess.class, engine)
                .with(CurrentCaller.class, () -> sena)
                .with(Audit.class, trail)
                .get(MonitoringDesk.class);
    }

    /** An engine that knows one talk. */
    private static final class OneTalk extends EngineAccess {
        private final ClientId client;
        private final @Nullable String refusal;

        private OneTalk(ClientId client, @Nullable String refusal) {
            this.client = client;
            this.refusal = refusal;
        }

        @Override
        @SuppressWarnings("unchecked") // the desk asks for a talk's client only
        <T extends @Nullable Object> T look(Function<Engine, T> at) {
            return (T) Optional.of(client);
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
