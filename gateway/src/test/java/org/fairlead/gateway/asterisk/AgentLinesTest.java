package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.TurnedTime;
import org.junit.jupiter.api.Test;

/** Whose telephones the engine lets register, whatever becomes of the gateway, the centre or the engine. */
class AgentLinesTest {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final TurnedTime time = new TurnedTime();
    private final Engine engine = new Engine();
    private DeskTelephones telephones;
    private AgentLines lines = begun();

    /** What an engine keeps of telephones, with its manners: updates in place, 404 for what is not there. */
    private static final class Engine implements Ari {

        private final ObjectMapper json = new ObjectMapper();
        private final Map<String, Map<String, String>> endpoints = new TreeMap<>();
        private final Map<String, String> passwords = new TreeMap<>();
        private final Set<String> refuses = new HashSet<>();
        private boolean away;
        private int puts;

        @Override
        public void send(AriRequest request, Consumer<AriAnswer> then) {
            then.accept(away ? AriAnswer.LOST : answer(request));
        }

        private AriAnswer answer(AriRequest request) {
            List<String> path = List.of(request.uri().split("/"));
            String name = path.get(path.size() - 1);
            String kind = path.get(path.size() - 2);
            if (request.uri().equals("endpoints/PJSIP")) {
                ArrayNode all = json.createArrayNode();
                endpoints.keySet().forEach(each -> all.addObject().put("resource", each));
                return new AriAnswer(200, "OK", all);
            }
            switch (request.method()) {
                case "PUT" -> {
                    return put(kind, name, json.valueToTree(request.body()));
                }
                case "DELETE" -> {
                    Object before =
                            switch (kind) {
                                case "endpoint" -> endpoints.remove(name);
                                case "auth" -> passwords.remove(name);
                                default -> "";
                            };
                    return before == null ? gone() : new AriAnswer(204, "", MissingNode.getInstance());
                }
                default -> {
                    ArrayNode fields = json.createArrayNode();
                    endpoints.getOrDefault(name, Map.of()).forEach((field, value) -> fields.addObject()
                            .put("attribute", field)
                            .put("value", value));
                    return new AriAnswer(200, "OK", fields);
                }
            }
        }

        private AriAnswer put(String kind, String name, JsonNode body) {
            puts++;
            if (refuses.contains(name)) {
                return new AriAnswer(500, "no room", MissingNode.getInstance());
            }
            Map<String, String> fields = new TreeMap<>();
            body.path("fields")
                    .forEach(each -> fields.put(
                            each.path("attribute").asText(), each.path("value").asText()));
            if (kind.equals("endpoint")) {
                endpoints.put(name, fields);
            } else if (kind.equals("auth")) {
                passwords.put(name, fields.getOrDefault("password", fields.get("md5_cred")));
            }
            return new AriAnswer(200, "OK", MissingNode.getInstance());
        }

        private static AriAnswer gone() {
            return new AriAnswer(404, "Not Found", MissingNode.getInstance());
        }

        /** Configured by somebody else. */
        void has(String name, Map<String, String> fields) {
            endpoints.put(name, fields);
        }
    }

    private AgentLines begun() {
        Registrar registrar = new Registrar(engine);
        telephones = new DeskTelephones(registrar, time, "127.0.0.4");
        return new AgentLines(engine, registrar, telephones, time, "127.0.0.4");
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
    }

    @Test
    void takenOverByAnotherBrowserTheOldPasswordIsWorthNothing() throws EngineRefused {
        open("elif", "one");

        open("elif", "two");

        assertThat(engine.passwords).containsEntry("elif", "two");
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
        telephones.set("x0123456789ab", "digest");
        engine.passwords.clear();

        lines.remind();
        telephones.remind();

        assertThat(engine.passwords).containsOnly(Map.entry("elif", "one"), Map.entry("x0123456789ab", "digest"));
    }

    @Test
    void aDeskTelephoneRegistersByItsDigestUntilItIsTakenAway() throws EngineRefused {
        telephones.set("x0123456789ab", "digest");
        assertThat(engine.passwords).containsExactly(Map.entry("x0123456789ab", "digest"));
        assertThat(engine.endpoints.get("x0123456789ab")).containsEntry("context", "agents");
        telephones.use("elif", "x0123456789ab", true, until());
        assertThat(telephones.of("elif")).isPresent();

        telephones.set("x0123456789ab", "");

        assertThat(engine.passwords).isEmpty();
        assertThat(engine.endpoints).isEmpty();
        assertThat(telephones.of("elif")).isEmpty();
        assertThatThrownBy(() -> telephones.set("trunk", "digest")).isInstanceOf(EngineRefused.class);
    }

    @Test
    void deskTelephonesAreGivenToAnEngineThatBeganAnewAndThoseThatNobodyTellsAgainEnd() throws EngineRefused {
        telephones.set("x0123456789ab", "one");
        telephones.set("x0123456789cd", "two");
        engine.passwords.clear();
        engine.endpoints.clear();
        lines.again();
        assertThat(engine.passwords).containsOnlyKeys("x0123456789ab", "x0123456789cd");
        gatewayRestarts();
        telephones.set("x0123456789cd", "two");

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
