package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** The telephone in the agent's browser, on a real call from a real line, with a microphone that plays a tone. */
class SoftphoneIT {

    private static final int PORT_BASE = 27_080;
    private static final String BILLING = "+390280001001";
    private static final String CUSTOMER = "+393471234571";
    private static final String LINE = "/api/desk/voice/line";
    private static final int LONG = 600;
    private static final int TRIES = 15;
    private static final int AWAY_BRIEFLY = 5_000;
    private static final Duration RTP_TIMEOUT_AND_MORE = Duration.ofSeconds(25);
    private static final int ASKED_AGAIN = 40_000;
    private static final Duration SOON = Duration.ofSeconds(15);

    private static BrowserPhones phones;

    @BeforeAll
    static void start() throws Exception {
        phones = BrowserPhones.start(PORT_BASE);
    }

    @AfterEach
    void leave(TestInfo test) {
        phones.leave(test);
    }

    @AfterAll
    static void stop() throws IOException {
        if (phones != null) {
            phones.close();
        }
    }

    @Test
    void aCallIsHeardAtBothEndsAndClosedAtTheDesk() throws Exception {
        // given
        Page page = phones.console().logIn("besa");
        Desk desk = atTheTelephone(page);

        // when
        UUID call = takesACall(page, desk);

        // then
        PhonePage.bothSpeak(page);
        page.locator("#phone-button").press("Enter");
        assertThat(page.locator("#phone-menu")).isVisible();
        page.keyboard().press("Tab");
        assertThat(page.locator("#phone-microphone")).isFocused();
        assertThat(page.locator("#phone-loss")).containsText("0");
        Barriers.assertNone(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("#phone-menu")).isHidden();
        assertThat(page.locator("#phone-button")).isFocused();
        PhonePage.bothSpeak(page);

        // when
        desk.hangUp();
        desk.closeWith("3");

        // then
        Await.until(
                "how it sounded is kept",
                SOON,
                () -> number(
                                """
                        select count(*) from contact_voice v join person p on p.person_id = v.person_id
                        where v.contact_id = ? and p.login = 'besa' and v.packets_received > 50
                        """,
                                call)
                        == 1);
        assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
        desk.leave();
    }

    /** The number is Tirana's, and so is the call; the agent's browser is registered in Izmir. */
    @Test
    void anAgentOfAnotherSiteIsHeardThroughTheMicrophoneOfTheirChoice() throws Exception {
        // given
        Page page = phones.console().logIn("elif");
        Desk desk = atTheTelephone(page);
        page.locator("#phone-button").press("Enter");
        page.selectOption("#phone-microphone", new SelectOption().setLabel("Fake Audio Input 2"));
        assertThat(page.locator("#phone-microphone option:checked")).hasText("Fake Audio Input 2");
        page.keyboard().press("Escape");
        page.locator("#phone-button").blur();

        // when
        takesACall(page, desk);

        // then
        PhonePage.bothSpeak(page);
        assertThat(page.evaluate("document.phoneConnection.getSenders()[0].track.label"))
                .isEqualTo("Fake Audio Input 2");

        // when
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
    }

    @Test
    void aNetworkThatIsAwayForFiveSecondsIsWaitedFor() throws Exception {
        // given
        Page page = phones.console().logIn("besa");
        Desk desk = atTheTelephone(page);
        UUID call = takesACall(page, desk);
        PhonePage.bothSpeak(page);

        // when
        try (BrowserNetwork away = BrowserNetwork.away()) {
            page.waitForTimeout(AWAY_BRIEFLY);
        }

        // then
        PhonePage.bothSpeak(page);
        assertThat(number("select count(*) from contact where contact_id = ? and state = 'CONNECTED'", call))
                .isEqualTo(1);
        assertThat(number("select count(*) from contact_event where contact_id = ? and kind = 'CONNECTED'", call))
                .isEqualTo(1);
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
    }

    @Test
    void aNetworkThatIsAwayForAMinuteFreesTheAgentAndTheCustomerIsServedAgain() throws Exception {
        // given
        Page page = phones.console().logIn("besa");
        Desk desk = atTheTelephone(page);
        UUID call = takesACall(page, desk);
        PhonePage.bothSpeak(page);

        // when
        long begun = System.nanoTime();
        try (BrowserNetwork away = BrowserNetwork.away()) {
            Await.until(
                    "the agent is free of the call, and the customer waits for the next",
                    RTP_TIMEOUT_AND_MORE,
                    () -> number(
                                    """
                            select count(*) from contact c where c.contact_id = ? and c.state = 'QUEUED'
                              and exists (select 1 from agent_session s join person p on p.person_id = s.person_id
                                where p.login = 'besa' and s.contact_id is null and s.presence <> 'ON_CONTACT')
                            """,
                                    call)
                            == 1);
            page.waitForTimeout(
                    60_000 - Duration.ofNanos(System.nanoTime() - begun).toMillis());
        }

        // then
        assertThat(page.locator("#idle")).isVisible();
        assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
        desk.press("a");
        assertThat(page.locator("#offer")).isVisible();
        desk.press("Enter");
        assertThat(page.locator("#phone-button[data-phone=call]")).isVisible();
        PhonePage.bothSpeak(page);
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
        assertThat(number("select count(*) from contact where contact_id = ? and outcome = 'HANDLED'", call))
                .isEqualTo(1);
    }

    @Test
    void theSiteSaysWhichCodecTheBrowserSpeaks() throws Exception {
        // given
        Page sites = phones.console().logIn("bora");
        Page page = phones.console().logIn("besa");
        Desk desk = atTheTelephone(page);

        // when
        UUID usual = takesACall(page, desk);
        PhonePage.bothSpeak(page);

        // then
        assertThat(PhonePage.codec(page)).isEqualTo("audio/PCMU");
        desk.hangUp();
        desk.closeWith("3");

        // when
        PhonePage.opus(phones.own(), sites, true);
        UUID better = takesACall(page, desk);
        PhonePage.bothSpeak(page);

        // then
        assertThat(PhonePage.codec(page)).isEqualTo("audio/opus");
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
        PhonePage.opus(phones.own(), sites, false);
        for (UUID call : List.of(usual, better)) {
            Await.until(
                    "how it sounded is kept",
                    SOON,
                    () -> number(
                                    "select count(*) from contact_voice where contact_id = ? and codec = '"
                                            + (call.equals(usual) ? "audio/pcmu" : "audio/opus") + "'",
                                    call)
                            == 1);
        }
    }

    @Test
    void aLineIsItsAgentsAloneCallsNobodyAndDiesWithTheSession() {
        // given
        Page page = phones.console().logIn("besa");
        atTheTelephone(page);
        Response given = page.waitForResponse(answer -> answer.url().endsWith(LINE), page::reload);
        String session = given.request().postData().replaceAll(".*\"session\":\"([^\"]+)\".*", "$1");
        String password = given.text().replaceAll(".*\"password\":\"([^\"]+)\".*", "$1");

        // then
        APIResponse again = asksFor(page, session);
        assertThat(again.text())
                .as("the caller's own, and the same again")
                .contains("\"user\":\"besa\"")
                .contains(password);
        assertThat(asksFor(page, "no-session-of-this-desk").status()).isEqualTo(409);
        assertThat(asksFor(phones.console().logIn("sena"), session).status()).isEqualTo(403);
        assertThat(asksFor(phones.console().logIn("arben"), session).status()).isEqualTo(409);
        assertThat(registers(page, "arben", "besa", password)).isEqualTo("refused");
        assertThat(registers(page, "besa", "besa", "guessed")).isEqualTo("refused");
        assertThat(registers(page, "besa", "besa", password)).isEqualTo("registered");
        assertThat(calls(page, password)).isEqualTo("refused");

        // when
        page.locator("#person-button").click();
        page.locator("#log-out button").click();
        page.waitForURL(address -> !address.contains("desk.xhtml"));

        // then
        Page other = phones.console().logIn("arben");
        atTheTelephone(other);
        String last = "registered";
        for (int i = 0; i < TRIES && last.equals("registered"); i++) {
            other.waitForTimeout(1_000);
            last = registers(other, "besa", "besa", password);
        }
        assertThat(last).isEqualTo("refused");
    }

    @Test
    void aRenewalThatFailsWhileTheTelephoneIsReadyIsTriedAgain() {
        // given
        Page page = phones.console().logIn("besa");
        atTheTelephone(page);
        Response given = page.waitForResponse(answer -> answer.url().endsWith(LINE), page::reload);
        String session = given.request().postData().replaceAll(".*\"session\":\"([^\"]+)\".*", "$1");
        atTheTelephone(page);
        page.route(
                "**" + LINE,
                route -> route.fulfill(new Route.FulfillOptions().setStatus(409).setBody("{}")));

        // when
        page.waitForResponse(
                answer -> answer.url().endsWith(LINE) && answer.status() == 409, () -> page.evaluate(RENEW, session));

        // then
        assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
        page.unroute("**" + LINE);
        Response again = page.waitForResponse(
                answer -> answer.url().endsWith(LINE),
                new Page.WaitForResponseOptions().setTimeout(ASKED_AGAIN),
                () -> {});
        assertThat(again.status()).isEqualTo(200);
    }

    @Test
    void aMicrophoneThatIsPluggedInLaterIsTaken() {
        // given
        Page page = phones.console().logIn("besa");
        page.addInitScript(NO_MICROPHONE);
        page.reload();
        assertThat(page.locator("#phone-button[data-phone=no-microphone]")).isVisible();

        // when
        page.evaluate(
                """
                () => {
                  window.plugged = true;
                  navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
                }
                """);

        // then
        atTheTelephone(page);
    }

    private static Desk atTheTelephone(Page page) {
        assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
        return new Desk(page);
    }

    private static UUID takesACall(Page page, Desk desk) throws Exception {
        desk.becomeReady();
        UUID call = phones.customers().call(BILLING, CUSTOMER, LONG);
        assertThat(page.locator("#offer")).isVisible();
        desk.press("Enter");
        assertThat(page.locator("#phone-button[data-phone=call]")).isVisible();
        return call;
    }

    private static APIResponse asksFor(Page page, String session) {
        return page.request()
                .post(
                        phones.own().stack().console() + LINE,
                        RequestOptions.create().setHeader("X-Fairlead", "1").setData(Map.of("session", session)));
    }

    private static String registers(Page page, String line, String user, String password) {
        return page.evaluate(
                        AGENT
                                + """
                        return new Promise((told) => {
                          agent.on("registered", () => told("registered"));
                          agent.on("registrationFailed", () => told("refused"));
                          agent.start();
                        }).finally(() => agent.stop());
                        }
                        """,
                        List.of(line, user, password))
                .toString();
    }

    private static String calls(Page page, String password) {
        return page.evaluate(
                        AGENT
                                + """
                        return new Promise((told) => {
                          agent.on("registered", () => agent.call("sip:+390280001001@127.9.3.1", {
                            mediaConstraints: { audio: true, video: false },
                            eventHandlers: { progress: () => told("rings"), accepted: () => told("talks"), failed: () => told("refused") } }));
                          agent.start();
                        }).finally(() => agent.stop());
                        }
                        """,
                        List.of("besa", "besa", password))
                .toString();
    }

    private static final String RENEW =
            "session => document.dispatchEvent(new CustomEvent('desk-open', { detail: session }))";

    private static final String NO_MICROPHONE =
            """
            const listen = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = (wanted) =>
              window.plugged ? listen(wanted) : Promise.reject(new DOMException("none", "NotFoundError"));
            """;

    private static final String AGENT =
            """
            async ([line, user, password]) => {
            const { UA, WebSocketInterface } = await import("/assets/vendor/jssip.js");
            const agent = new UA({ sockets: [new WebSocketInterface("ws://127.9.3.1:PORT/ws")],
              uri: `sip:${line}@127.9.3.1`, authorization_user: user, password, session_timers: false });
            """
                    .replace("PORT", Integer.toString(PORT_BASE + 61));

    private static long number(String select, UUID contact) throws IOException, SQLException {
        try (Connection engine = phones.own().stack().engine();
                PreparedStatement statement = engine.prepareStatement(select)) {
            statement.setObject(1, contact);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
