package org.fairlead.routing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.client.Clients;
import org.fairlead.client.SiteView;
import org.fairlead.routing.VoiceLines.Line;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.telephony.DeskTelephones;
import org.fairlead.telephony.DeskTelephones.Account;
import org.fairlead.telephony.Sites.AgentVoice;
import org.fairlead.telephony.Trunks;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which line an agent gets: at the own site, for the live desk, in the browser or at the own telephone. */
class VoiceLineDeskTest {

    private static final String PLAIN = "fairlead.voice.tirana";
    private static final String SECURE = "fairlead.voice-secure.tirana";
    private static final String PASSWORD = "quite-secret";
    private static final Instant UNTIL = Instant.parse("2026-11-22T09:30:00Z");
    private static final UUID BESA = new UUID(0, 7);
    private static final int TIRANA = 3;

    private final FakeAudit audit = new FakeAudit();
    private final Lines lines = new Lines();
    private Optional<Account> telephone = Optional.empty();
    private AgentVoice voice = AgentVoice.USUAL;
    private int site = TIRANA;

    /** One live desk; what was asked for is remembered. */
    private static final class Lines extends OpenLines {
        private final List<String> asked = new ArrayList<>();
        private String live = "live";

        @Override
        Opened open(String login, String session, String gateway, @Nullable Account desk) {
            if (!session.equals(live)) {
                throw new Refused(OpenLines.NOT_LIVE);
            }
            asked.add(login + " " + gateway + " " + (desk == null ? "browser" : desk.account()));
            return new Opened(PASSWORD, UNTIL, asked.size() == 1);
        }
    }

    @BeforeEach
    void tiranaHasATelephone() {
        System.setProperty(PLAIN, "ws://127.9.3.1:8141/ws");
        System.setProperty(SECURE, "wss://127.9.3.1:8142/ws");
    }

    @AfterEach
    void forget() {
        System.clearProperty(PLAIN);
        System.clearProperty(SECURE);
    }

    @Test
    void theLiveDeskGetsALineAtTheAgentsOwnSiteUnderTheAgentsOwnName() {
        Optional<Line> line = desk().open("live", false);

        assertThat(line).contains(new Line("ws://127.9.3.1:8141/ws", "besa", PASSWORD, UNTIL, false));
        assertThat(lines.asked).containsExactly("besa tirana browser");
    }

    @Test
    void aPageThatCameEncryptedIsGivenTheEncryptedWay() {
        assertThat(desk().open("live", true)).get().extracting(Line::address).isEqualTo("wss://127.9.3.1:8142/ws");
    }

    @Test
    void whereTheSiteWantsTheEncryptedWayEveryPageIsGivenItAndNoOther() {
        voice = new AgentVoice(false, false, true);

        assertThat(desk().address(false)).contains("wss://127.9.3.1:8142/ws");
        assertThat(desk().open("live", false)).get().extracting(Line::address).isEqualTo("wss://127.9.3.1:8142/ws");
        System.clearProperty(SECURE);
        assertThat(desk().address(false)).isEmpty();
    }

    @Test
    void aNewLineIsInTheTrailOnceAndItsPasswordNever() {
        VoiceLineDesk desk = desk();

        desk.open("live", false);
        desk.open("live", false);

        assertThat(audit.entries())
                .containsExactly("0 line.opened person " + BESA + " {gateway=tirana}")
                .noneMatch(entry -> entry.contains(PASSWORD));
    }

    @Test
    void aSessionThatIsNotTheLiveDeskIsRefusedAndTheTryIsKept() {
        VoiceLineDesk desk = desk();

        assertThatThrownBy(() -> desk.open("stolen", false)).isInstanceOf(Refused.class);

        assertThat(audit.entries()).containsExactly("0 refused.line person " + BESA + " {}");
    }

    @Test
    void whoChoseTheDeskTelephoneGetsNeitherAddressNorPassword() {
        telephone = Optional.of(new Account("x0123456789ab", UNTIL, true, true));

        Optional<Line> line = desk().open("live", false);

        assertThat(line).contains(new Line("", "x0123456789ab", "", UNTIL, true));
        assertThat(lines.asked).containsExactly("besa tirana x0123456789ab");
    }

    @Test
    void theLiveDeskIsAskedForTheDeskTelephoneToo() {
        telephone = Optional.of(new Account("x0123456789ab", UNTIL, true, false));
        VoiceLineDesk desk = desk();

        assertThatThrownBy(() -> desk.open("stolen", false)).isInstanceOf(Refused.class);

        assertThat(audit.entries()).containsExactly("0 refused.line person " + BESA + " {}");
    }

    @Test
    void aTelephoneThatIsThereAndWasNotChosenRingsNot() {
        telephone = Optional.of(new Account("x0123456789ab", UNTIL, false, false));

        desk().open("live", false);

        assertThat(lines.asked).containsExactly("besa tirana browser");
    }

    @Test
    void whereTheSiteHasNoAddressForBrowsersThereIsNoLine() {
        System.clearProperty(PLAIN);
        System.clearProperty(SECURE);

        assertThat(desk().open("live", false)).isEmpty();

        assertThat(lines.asked).isEmpty();
        assertThat(audit.entries()).isEmpty();
    }

    @Test
    void whoSitsAtNoSiteThatIsKnownHasNoLineThoughTheyHaveATelephone() {
        site = 99;
        telephone = Optional.of(new Account("x0123456789ab", UNTIL, true, true));

        assertThat(desk().open("live", false)).isEmpty();
        assertThat(desk().address(false)).isEmpty();
    }

    private VoiceLineDesk desk() {
        var besa = new Caller(BESA, "besa", "Besa Leka", site, "it", Set.of(new ClientId(1)));
        var tirana = new SiteView(TIRANA, "tirana", "Tirana", "AL", ZoneOffset.UTC, "tirana");
        return new Beans()
                .with(Clients.class, answering(Clients.class, "sites", List.of(tirana)))
                .with(DeskTelephones.class, answering(DeskTelephones.class, "mine", telephone))
                .with(CurrentCaller.class, () -> besa)
                .with(Trunks.class, answering(Trunks.class, "voiceOf", voice))
                .with(OpenLines.class, lines)
                .with(Audit.class, audit)
                .get(VoiceLineDesk.class);
    }

    private static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (method.getName().equals(question)) {
                return answer;
            }
            throw new UnsupportedOperationException("no test asks for " + method);
        }));
    }
}
