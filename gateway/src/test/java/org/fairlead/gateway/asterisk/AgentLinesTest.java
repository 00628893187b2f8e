package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.TurnedTime;
import org.junit.jupiter.api.Test;

/** Whose telephones the engine lets register, whatever becomes of the gateway, the centre or the engine. */
class AgentLinesTest {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final TurnedTime time = new TurnedTime();
    private final RememberedEngine engine = new RememberedEngine();
    private final List<String> over = new ArrayList<>();
    private DeskTelephones telephones;
    private AgentLines lines = begun();

    private AgentLines begun() {
        Registrar registrar = new Registrar(engine, "127.0.0.4");
        telephones = new DeskTelephones(registrar, time, over::add);
        return new AgentLines(engine, registrar, telephones, time, over::add);
    }

    private void open(String agent, String password) throws EngineRefused {
        lines.open(agent, password, until());
    }

    private Instant until() {
        return time.now().plus(LIFE);
    }

    /** The engine and its calls stay. */
    private void gatewayRestarts() {
        lines = begun();
        lines.again();
    }

    @Test
    void aLineOpensCloses() throws EngineRefused {
        open("elif", "one");
        assertThat(engine.passwords).containsEntry("elif", "one");
        assertThat(engine.endpoints.get("elif")).containsEntry("context", "agents");

        lines.close("elif");

        assertThat(engine.passwords).isEmpty();
        assertThat(engine.endpoints).isEmpty();
    }

    @Test
    void aLineThatIsNotOpenedAgainEndsWhenItsTimeIsOver() throws EngineRefused {
        open("elif", "one");
        time.turn(Duration.ofMinutes(20));
        open("elif", "one");

        time.turn(Duration.ofMinutes(29));
        assertThat(engine.passwords).containsKey("elif");
        time.turn(Duration.ofMinutes(1));

        assertThat(engine.passwords).isEmpty();
        assertThat(over).containsExactly("elif");
    }

    @Test
    void takenOverByAnotherBrowserTheOldPasswordIsWorthNothing() throws EngineRefused {
        open("elif", "one");

        engine.registered.add("elif");

        open("elif", "two");

        assertThat(engine.passwords).containsEntry("elif", "two");
        assertThat(engine.registered).as("nor is the old browser rung").isEmpty();
        assertThat(over).containsExactly("elif");
    }

    @Test
    void theSameLineIsNotGivenToTheEngineTwice() throws EngineRefused {
        open("elif", "one");
        int before = engine.puts;

        open("elif", "one");

        assertThat(engine.puts).isEqualTo(before);
    }

    @Test
    void aLineThatTheEngineRefusedIsGivenToItAgain() throws EngineRefused {
        engine.refuses.add("elif");
        open("elif", "one");
        engine.refuses.clear();

        open("elif", "one");

        assertThat(engine.passwords).containsEntry("elif", "one");
        assertThat(engine.endpoints).containsKey("elif");
    }

    @Test
    void anEngineThatBeganAnewIsGivenAllLines() throws EngineRefused {
        open("elif", "one");
        engine.away = true;
        open("arben", "two");
        lines.close("elif");
        engine.away = false;

        lines.again();

        assertThat(engine.passwords).containsExactly(Map.entry("arben", "two"));
    }

    @Test
    void aLineThatTheProcessBeforeOpenedIsClosedAllTheSame() throws EngineRefused {
        open("elif", "one");
        gatewayRestarts();

        lines.close("elif");

        assertThat(engine.passwords).isEmpty();
    }

    @Test
    void ofTheLinesOfTheProcessBeforeThoseEndThatNobodyTellsAgain() throws EngineRefused {
        open("elif", "one");
        open("arben", "two");
        gatewayRestarts();
        time.turn(Duration.ofSeconds(30));
        open("arben", "two");

        time.turn(Duration.ofSeconds(31));

        assertThat(engine.passwords).containsExactly(Map.entry("arben", "two"));
        time.turn(LIFE);
        assertThat(engine.passwords).isEmpty();
    }

    @Test
    void anEngineThatIsAwayWhenTheProcessBeganIsLookedThroughLater() throws EngineRefused {
        open("elif", "one");
        gatewayRestarts();
        engine.away = true;
        time.turn(Duration.ofMinutes(2));
        engine.away = false;

        lines.again();
        time.turn(Duration.ofMinutes(2));

        assertThat(engine.passwords).isEmpty();
    }

    @Test
    void anEngineThatForgetsPasswordsIsReminded() throws EngineRefused {
        open("elif", "one");
        telephones.set("elif", "x0123456789ab", "digest");
        engine.passwords.clear();

        lines.remind();
        telephones.remind();

        assertThat(engine.passwords).containsOnly(Map.entry("elif", "one"), Map.entry("x0123456789ab", "digest"));
    }

    @Test
    void aDeskTelephoneRegistersByItsDigestUntilItIsTakenAway() throws EngineRefused {
        telephones.set("elif", "x0123456789ab", "digest");
        assertThat(engine.passwords).containsExactly(Map.entry("x0123456789ab", "digest"));
        assertThat(engine.endpoints.get("x0123456789ab")).containsEntry("context", "agents");
        telephones.use("elif", "x0123456789ab", true, until());
        assertThat(telephones.of("elif")).isPresent();

        telephones.set("elif", "x0123456789ab", "");

        assertThat(engine.passwords).isEmpty();
        assertThat(engine.endpoints).isEmpty();
        assertThat(telephones.of("elif")).isEmpty();
        assertThatThrownBy(() -> telephones.set("elif", "trunk", "digest")).isInstanceOf(EngineRefused.class);
    }

    @Test
    void anotherPasswordShutsOutTheTelephoneThatRegisteredWithTheOneBefore() throws EngineRefused {
        telephones.set("elif", "x0123456789ab", "one");
        engine.registered.add("x0123456789ab");
        telephones.use("elif", "x0123456789ab", true, until());

        telephones.set("elif", "x0123456789ab", "one");
        assertThat(engine.registered).as("told again").contains("x0123456789ab");
        assertThat(over).isEmpty();
        telephones.set("elif", "x0123456789ab", "two");

        assertThat(engine.registered).isEmpty();
        assertThat(over).containsExactly("elif");
        assertThat(engine.passwords).containsExactly(Map.entry("x0123456789ab", "two"));
        assertThat(telephones.of("elif"))
                .as("it is rung there when it has the new one")
                .isPresent();
    }

    @Test
    void aPasswordThatWasChangedWhileTheGatewayWasAwayShutsOutTheOldTelephoneToo() throws EngineRefused {
        telephones.set("elif", "x0123456789ab", "one");
        telephones.set("arben", "x0123456789cd", "same");
        engine.registered.addAll(List.of("x0123456789ab", "x0123456789cd"));
        gatewayRestarts();

        telephones.set("elif", "x0123456789ab", "two");
        telephones.set("arben", "x0123456789cd", "same");

        assertThat(engine.registered).containsExactly("x0123456789cd");
        assertThat(engine.passwords).containsEntry("x0123456789ab", "two");
    }

    @Test
    void aPasswordThatWasChangedWhileTheEngineCouldNotBeReachedIsChangedThereAfterwards() throws EngineRefused {
        telephones.set("elif", "x0123456789ab", "one");
        engine.registered.add("x0123456789ab");
        engine.away = true;
        telephones.set("elif", "x0123456789ab", "two");
        engine.away = false;

        lines.again();

        assertThat(engine.registered).isEmpty();
        assertThat(engine.passwords).containsExactly(Map.entry("x0123456789ab", "two"));
        assertThat(engine.endpoints).containsOnlyKeys("x0123456789ab");
    }

    @Test
    void deskTelephonesAreGivenToAnEngineThatBeganAnewAndThoseThatNobodyTellsAgainEnd() throws EngineRefused {
        telephones.set("elif", "x0123456789ab", "one");
        telephones.set("elif", "x0123456789cd", "two");
        engine.passwords.clear();
        engine.endpoints.clear();
        lines.again();
        assertThat(engine.passwords).containsOnlyKeys("x0123456789ab", "x0123456789cd");
        gatewayRestarts();
        telephones.set("elif", "x0123456789cd", "two");

        time.turn(Duration.ofMinutes(2));

        assertThat(engine.passwords).containsExactly(Map.entry("x0123456789cd", "two"));
    }

    @Test
    void whoIsRungAtTheDeskTelephoneIsSoUntilItsTimeIsOver() {
        telephones.use("elif", "x0123456789ab", false, until());
        time.turn(Duration.ofMinutes(29));
        assertThat(telephones.of("elif")).isPresent();

        time.turn(Duration.ofMinutes(1));

        assertThat(telephones.of("elif")).isEmpty();
        assertThat(telephones.users()).isEmpty();
        assertThat(over).containsExactly("elif");
    }

    @Test
    void browsersAreOfferedTheCodecThatTheSiteWantsFirst() throws EngineRefused {
        open("elif", "one");
        assertThat(engine.endpoints.get("elif")).containsEntry("allow", "ulaw,alaw,opus");

        lines.opusFirst(true);

        assertThat(engine.endpoints.get("elif")).containsEntry("allow", "opus,ulaw,alaw");
    }

    @Test
    void whatElseRegistersAtTheEngineIsLeftAlone() throws EngineRefused {
        engine.has("trunk", Map.of("context", "agents", "webrtc", "yes", "aors", "trunk"));
        engine.has("deskphone", Map.of("context", "agents", "webrtc", "no", "aors", "deskphone"));
        gatewayRestarts();

        time.turn(Duration.ofMinutes(2));
        lines.close("trunk");

        assertThat(engine.endpoints).containsOnlyKeys("trunk", "deskphone");
        assertThatThrownBy(() -> open("trunk", "mine")).isInstanceOf(EngineRefused.class);
    }
}
