package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fairlead.jms.GatewayCommand;
import org.fairlead.routing.DeskChanged;
import org.fairlead.routing.entity.AcdRouter;
import org.fairlead.routing.entity.Effects;
import org.fairlead.routing.entity.Engine;
import org.fairlead.routing.entity.Input;
import org.fairlead.routing.entity.Input.DeskAction;
import org.fairlead.routing.entity.Known;
import org.fairlead.routing.entity.Reference;
import org.fairlead.routing.entity.Settings;
import org.fairlead.shared.Holidays;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.testing.Beans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line lives and dies with the desk session that it was made for. */
class OpenLinesTest {

    private static final String ADDRESS = "fairlead.voice.izmir";

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");
    private final List<GatewayCommand> said = new ArrayList<>();
    private final List<DeskChanged> changes = new ArrayList<>();
    private final Engine engine = new Engine(new AcdRouter(Holidays.NONE), reference(), 1, Settings.usual(), now);
    private OpenLines lines = begun();

    /** The engine without its thread: what comes in is done at once. */
    private final class AtOnce extends EngineAccess {

        @Override
        @Nullable
        Object submit(Input input) {
            Effects effects = engine.apply(input, Known.nothing(), now);
            RuntimeException refusal = effects.refusal();
            if (refusal != null) {
                throw refusal;
            }
            said.addAll(effects.replies());
            changes.addAll(effects.desks().values());
            return effects.answer();
        }

        @Override
        void tell(Input input) {
            submit(input);
        }

        @Override
        void soon(Consumer<Engine> at) {
            at.accept(engine);
        }
    }

    @BeforeEach
    void izmirHasATelephone() {
        System.setProperty(ADDRESS, "ws://127.0.0.4:8088/ws");
    }

    @AfterEach
    void forget() {
        System.clearProperty(ADDRESS);
    }

    private OpenLines begun() {
        Clock here = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Beans()
                .with(EngineAccess.class, new AtOnce())
                .with(Clock.class, here)
                .get(OpenLines.class);
    }

    private void act(DeskAction action) {
        new AtOnce().submit(new Input.Act("elif", action));
        List<DeskChanged> told = List.copyOf(changes);
        changes.clear();
        told.forEach(lines::deskChanged);
    }

    private List<String> passwords() {
        return said.stream()
                .filter(GatewayCommand.OpenLine.class::isInstance)
                .map(each -> ((GatewayCommand.OpenLine) each).password())
                .toList();
    }

    private long closed() {
        return said.stream().filter(GatewayCommand.CloseLine.class::isInstance).count();
    }

    @Test
    void theSameSessionKeepsItsPasswordAndAnotherGetsANewOne() {
        act(new DeskAction.Open("one"));
        lines.open("elif", "one", "izmir", null);
        now = now.plus(Duration.ofMinutes(10));
        lines.open("elif", "one", "izmir", null);
        act(new DeskAction.Open("two"));
        lines.open("elif", "two", "izmir", null);

        List<String> passwords = passwords();

        assertThat(passwords).hasSize(3);
        assertThat(passwords.get(1)).isEqualTo(passwords.get(0));
        assertThat(passwords.get(2)).isNotEqualTo(passwords.get(0));
    }

    @Test
    void aDeskThatIsLeftTakesItsLineWithIt() {
        act(new DeskAction.Open("one"));
        lines.open("elif", "one", "izmir", null);

        act(new DeskAction.Leave("one"));

        assertThat(closed()).isEqualTo(1);
    }

    @Test
    void takenOverByAnotherBrowserTheLineEndsThoughTheNewOneNeverAsks() {
        act(new DeskAction.Open("one"));
        lines.open("elif", "one", "izmir", null);

        act(new DeskAction.Open("two"));

        assertThat(closed()).isEqualTo(1);
        assertThatThrownBy(() -> lines.open("elif", "one", "izmir", null)).isInstanceOf(Refused.class);
        assertThat(passwords()).hasSize(1);
    }

    @Test
    void aLateWordAboutTheOldDeskLeavesTheNewOnesLineAlone() {
        act(new DeskAction.Open("one"));
        new AtOnce().submit(new Input.Act("elif", new DeskAction.Open("two")));
        DeskChanged late = changes.get(0);
        lines.open("elif", "two", "izmir", null);

        lines.deskChanged(new DeskChanged(late.personId(), "elif", "one", late.state()));

        assertThat(closed()).isZero();
    }

    @Test
    void nobodyWithoutALiveDeskGetsALine() {
        assertThatThrownBy(() -> lines.open("elif", "", "izmir", null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> lines.open("elif", "one", "izmir", null)).isInstanceOf(Refused.class);
        act(new DeskAction.Open("one"));
        act(new DeskAction.Leave("one"));
        assertThatThrownBy(() -> lines.open("elif", "one", "izmir", null)).isInstanceOf(Refused.class);

        assertThat(passwords()).isEmpty();
    }

    @Test
    void aServerThatBeganAnewClosesLinesOfWhichItDoesNotKnow() {
        act(new DeskAction.Open("one"));
        lines.open("elif", "one", "izmir", null);
        lines = begun();

        act(new DeskAction.Leave("one"));

        assertThat(said)
                .filteredOn(GatewayCommand.CloseLine.class::isInstance)
                .singleElement()
                .satisfies(close -> assertThat(close.head().gateway()).isEqualTo("izmir"));
    }

    @Test
    void whoChoseTheDeskTelephoneIsRungThereAndNoBrowserGetsAPassword() {
        act(new DeskAction.Open("one"));
        var desk = new DeskTelephones.Account("x0123456789ab", now, true, true);

        lines.open("elif", "one", "izmir", desk);

        assertThat(passwords()).isEmpty();
        assertThat(said)
                .filteredOn(GatewayCommand.UseTelephone.class::isInstance)
                .singleElement()
                .satisfies(told -> {
                    var use = (GatewayCommand.UseTelephone) told;
                    assertThat(use.account()).isEqualTo("x0123456789ab");
                    assertThat(use.autoAnswer()).isTrue();
                });
        assertThatThrownBy(() -> lines.open("elif", "two", "izmir", desk)).isInstanceOf(Refused.class);
    }

    private static Reference reference() {
        var elif = new Reference.PersonFacts(
                new UUID(0, 1), "elif", "Elif Kaya", 2, true, Set.of(1), Map.of("lang:it", 3), Set.of(), List.of());
        return new Reference(Set.of("izmir"), Map.of(), Map.of(), Map.of(), Map.of(), Map.of("elif", elif));
    }
}
