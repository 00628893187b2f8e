package org.fairlead.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairlead.gateway.engine.EngineRefused;
import org.fairlead.gateway.time.TurnedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which telephone is rung, and what becomes of a leg that stays up when its telephone is the agent's no more. */
class TelephonesTest {

    private static final UUID CALL = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final String ACCOUNT = "x0123456789ab";
    private static final String OTHER = "x0123456789cd";
    private static final String AT_THE_DESK = "PJSIP/" + ACCOUNT;
    private static final String IN_THE_BROWSER = "PJSIP/elif";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final TurnedTime time = new TurnedTime();
    private final RememberedEngine engine = new RememberedEngine();
    private final Switchboard board = new Switchboard(engine, "fairlead-test", 1);
    private final Telephones telephones = new Telephones(settings(), board, time);
    private final List<Leg> ready = new ArrayList<>();

    private static AsteriskSettings settings() {
        return new AsteriskSettings(
                "127.0.0.4",
                1,
                "",
                "",
                "fairlead-test",
                "PJSIP/{number}@trunk",
                List.of("PJSIP/{agent}", "PJSIP/{agent}@trunk"),
                Path.of("sounds"),
                true,
                false,
                List.of(),
                true);
    }

    /** What can happen to an agent's telephone. */
    private interface Happening {
        void to(TelephonesTest test) throws EngineRefused;
    }

    private record Case(String what, boolean desk, Happening happening, String rungNext) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> ends() {
        return Stream.of(
                new Case("the account is taken away", true, test -> test.account(""), IN_THE_BROWSER),
                new Case("the account has another password", true, test -> test.account("other"), AT_THE_DESK),
                new Case("the browser is chosen", true, test -> test.browser("one"), IN_THE_BROWSER),
                new Case("another telephone is chosen", true, test -> test.desk(OTHER), "PJSIP/" + OTHER),
                new Case(
                        "nobody says that the telephone is used any longer",
                        true,
                        test -> test.time.turn(LIFE),
                        IN_THE_BROWSER),
                new Case("a desk telephone is chosen", false, test -> test.desk(ACCOUNT), AT_THE_DESK),
                new Case("another browser has the line", false, test -> test.browser("two"), IN_THE_BROWSER),
                new Case(
                        "nobody says that the line is open any longer",
                        false,
                        test -> test.time.turn(LIFE),
                        IN_THE_BROWSER));
    }

    private void account(String digest) throws EngineRefused {
        telephones.set("elif", ACCOUNT, digest);
    }

    private void desk(String account) {
        telephones.use("elif", account, true, until());
    }

    private void browser(String password) throws EngineRefused {
        telephones.open("elif", password, until());
    }

    private Instant until() {
        return time.now().plus(LIFE);
    }

    private void has(boolean desk) throws EngineRefused {
        account("digest");
        if (desk) {
            desk(ACCOUNT);
        } else {
            browser("one");
        }
    }

    /** The agent's telephone answers, and they have a call. */
    private Leg talks() {
        int before = engine.channels.size();
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});
        if (engine.channels.size() > before) {
            answers(last());
        }
        return ready.get(ready.size() - 1);
    }

    private String last() {
        return engine.channels.get(engine.channels.size() - 1);
    }

    private void answers(String channel) {
        ObjectNode event = new ObjectMapper().createObjectNode();
        event.putObject("channel").put("id", channel).put("state", "Up");
        board.event("ChannelStateChange", event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aLegThatStaysUpEndsWhenItsTelephoneIsTheAgentsNoMore(Case one) throws EngineRefused {
        has(one.desk());
        Leg leg = talks();
        telephones.legs().giveBack("elif", leg);
        assertThat(engine.channels).containsExactly(leg.channel());

        one.happening().to(this);

        assertThat(engine.channels).isEmpty();
        engine.rung.clear();
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});
        assertThat(engine.rung).containsExactly(one.rungNext());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aLegInACallStaysForItAndNotForTheNext(Case one) throws EngineRefused {
        has(one.desk());
        Leg leg = talks();

        one.happening().to(this);

        assertThat(engine.channels).containsExactly(leg.channel());
        telephones.legs().giveBack("elif", leg);
        assertThat(engine.channels).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void aTelephoneThatRingsIsAnsweredForItsCallAndNotForTheNext(Case one) throws EngineRefused {
        has(one.desk());
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});
        String rings = last();

        one.happening().to(this);
        answers(rings);

        assertThat(ready).extracting(Leg::channel).containsExactly(rings);
        assertThat(engine.channels).containsExactly(rings);
        telephones.legs().giveBack("elif", ready.get(0));
        assertThat(engine.channels).isEmpty();
    }

    @Test
    void aTelephoneThatRangBeforeItsCallCameIsNotKeptEitherOnceItIsTakenAway() throws EngineRefused {
        String rings = ringsForNobody();
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});
        assertThat(engine.rung).containsExactly(AT_THE_DESK);

        account("");
        answers(rings);

        telephones.legs().giveBack("elif", ready.get(0));
        assertThat(engine.channels).isEmpty();
    }

    @Test
    void aTelephoneThatAnswersWhileItIsTakenAwayIsNobodysLeg() throws EngineRefused {
        String rings = ringsForNobody();

        account("");
        answers(rings);

        engine.rung.clear();
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});
        assertThat(engine.rung).containsExactly(IN_THE_BROWSER);
        assertThat(ready).isEmpty();
    }

    @Test
    void aTelephoneThatRingsForACallIsNotRungBesides() throws EngineRefused {
        ringsForNobody();
        telephones.legs().fetch(CALL, "elif", ready::add, cause -> {});

        time.turn(Duration.ofSeconds(10));

        assertThat(engine.rung).containsExactly(AT_THE_DESK);
    }

    /** The desk telephone is registered, and rung as soon as it is chosen. */
    private String ringsForNobody() throws EngineRefused {
        account("digest");
        engine.registered.add(ACCOUNT);
        desk(ACCOUNT);
        return last();
    }

    @Test
    void anotherLegOfTheAgentsDoesNotKeepTheOneThatLeaves() throws EngineRefused {
        has(true);
        Leg leaves = talks();
        account("other");
        Leg stays = talks();

        telephones.legs().giveBack("elif", leaves);
        telephones.legs().giveBack("elif", stays);

        assertThat(engine.channels).containsExactly(stays.channel());
        assertThat(talks()).isSameAs(stays);
    }

    @Test
    void bothLegsLeaveWhenTheirTelephoneIsTakenAway() throws EngineRefused {
        has(true);
        Leg one = talks();
        Leg other = talks();

        account("");
        telephones.legs().giveBack("elif", one);
        telephones.legs().giveBack("elif", other);

        assertThat(engine.channels).isEmpty();
    }

    @Test
    void theSameTelephoneToldAgainKeepsItsLeg() throws EngineRefused {
        has(true);
        Leg leg = talks();
        telephones.legs().giveBack("elif", leg);

        account("digest");
        desk(ACCOUNT);
        time.turn(LIFE.dividedBy(2));
        desk(ACCOUNT);
        time.turn(LIFE.dividedBy(2));

        assertThat(engine.channels).containsExactly(leg.channel());
        assertThat(talks()).isSameAs(leg);
    }

    @Test
    void aLegThatShouldHaveEndedWhileTheEngineWasOutOfReachEndsAfterwards() throws EngineRefused {
        has(true);
        Leg leg = talks();
        telephones.legs().giveBack("elif", leg);
        engine.away = true;
        telephones.close("elif");
        engine.away = false;
        assertThat(engine.channels).containsExactly(leg.channel());

        board.seen(
                new ObjectMapper().createObjectNode().put("id", leg.channel()).put("state", "Up"));

        assertThat(engine.channels).isEmpty();
    }

    @Test
    void aSupervisorsOwnTelephoneIsRungThoughTheyTakeNoCallsThere() throws EngineRefused {
        telephones.set("sena", ACCOUNT, "digest");
        telephones.set("elif", OTHER, "digest");

        telephones.legs().fetchSupervisor(CALL, "sena", ready::add, cause -> {});
        answers(last());

        assertThat(engine.rung).containsExactly(AT_THE_DESK);
        assertThat(ready).hasSize(1);
    }

    @Test
    void aSupervisorWhoseTelephoneIsNotRegisteredIsRungWhereTheSiteSays() throws EngineRefused {
        telephones.set("sena", ACCOUNT, "digest");
        engine.refuses.add(AT_THE_DESK);

        telephones.legs().fetchSupervisor(CALL, "sena", ready::add, cause -> {});

        assertThat(engine.rung).containsExactly(AT_THE_DESK, "PJSIP/sena");
    }

    @Test
    void aSupervisorWhoseTelephoneWasTakenAwayIsNotRungThere() throws EngineRefused {
        telephones.set("sena", ACCOUNT, "digest");
        telephones.set("sena", ACCOUNT, "");

        telephones.legs().fetchSupervisor(CALL, "sena", ready::add, cause -> {});

        assertThat(engine.rung).containsExactly("PJSIP/sena");
    }
}
