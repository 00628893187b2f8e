package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.telephony.Sound;
import org.fairlead.launcher.telephony.SiteTelephony;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What queues, chains and campaigns are set to do, from their pages to what customers hear at the end of real lines. */
@EnabledIfSystemProperty(named = "fairlead.itests.real-lines", matches = "true")
class RealLinesIT {

    private static final int PORT_BASE = 17_080;
    private static final String SITE_ENGINE = "127.9.3.1";
    private static final String BILLING = "+390280001001";
    private static final String ENGLISH = "+390280001002";
    private static final String CUSTOMER = "+393471234571";
    private static final String BUSY = "+390299990002";
    private static final String ANSWERS = "+390299990001";
    private static final String BESA = "(select person_id from person where login = 'besa')";
    private static final Duration SOON = Duration.ofSeconds(20);
    /** An offer that nobody takes, a telephone that rings, words that are said to their end. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int PATIENT = 600;

    private static final String ANNOUNCED =
            "Kargonuz şubemize geldi. Bir temsilciyle görüşmek için bire, bir daha aranmamak için dokuza basın.";

    private static final String MENU = "Per l'assistenza in inglese prema uno.";

    private static RealLines lines;
    private static LineWatch site;
    private static LineWatch carrier;
    private static Console console;

    @BeforeAll
    static void start() throws Exception {
        lines = RealLines.start(PORT_BASE);
        site = lines.watch(SITE_ENGINE);
        carrier = lines.watch(SiteTelephony.CARRIER);
        console = new Console(
                lines.own().stack(), List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"));
        ObjectNode habits = JsonNodeFactory.instance.objectNode();
        habits.put("byLastDigit", true).put("patienceSeconds", PATIENT);
        habits.put("ringFromSeconds", 2).put("ringToSeconds", 2).put("hangsUpFirst", 0);
        lines.customers().post("/settings", habits);
    }

    @AfterEach
    void leave(TestInfo test) {
        console.leaveAll(test.getDisplayName(), true);
    }

    @AfterAll
    static void stop() throws IOException {
        if (console != null) {
            console.close();
        }
        if (lines != null) {
            lines.close();
        }
    }

    @Test
    void aTelephoneAnswersByItselfWhereTheQueueSaysSo() throws Exception {
        queue("lumen-billing", page -> page.check("[id='queue:auto']"));
        Page page = atTheTelephone();
        Desk desk = new Desk(page);
        desk.becomeReady();

        UUID call = lines.customers().call(BILLING, CUSTOMER, PATIENT);

        // nothing was pressed
        assertThat(page.locator("#phone-button[data-phone=call]")).isVisible();
        PhonePage.bothSpeak(page);
        lines.until("they talk", SOON, "CONNECTED", "select state from contact where contact_id = ?", call);
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
        queue("lumen-billing", admin -> admin.uncheck("[id='queue:auto']"));
    }

    @Test
    void whoseAgentDoesNotAnswerIsForwardedToTheNumberThatTakesTheCall() throws Exception {
        queue("lumen-billing", page -> page.check("[id='queue:forwards']"));
        chain(false);
        Page page = atTheTelephone();
        Desk desk = new Desk(page);
        desk.becomeReady();

        UUID call = lines.customers().call(BILLING, CUSTOMER, PATIENT);
        lines.listenTo("customer-" + call, "ear-chain");

        // the offer is let pass: the first number is busy, at the second somebody presses 1
        lines.until(
                "another telephone of the agent's has the customer",
                PATIENCE,
                "besa",
                "select p.login from contact c join person p on p.person_id = c.agent_id where c.contact_id = ?"
                        + " and c.state = 'CONNECTED'",
                call);
        assertThat(carrier.channelAt(BUSY)).isPresent();
        assertThat(lines.ask("select count(*) from contact_event where contact_id = ? and kind = 'FORWARDED'", call))
                .isEqualTo("2");
        letSpeak();
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
        short[] heard = lines.heardBy("ear-chain");
        double end = Sound.seconds(heard);
        assertThat(Sound.heard(heard, end - 5, end))
                .as("who answered there was heard")
                .isGreaterThan(0.1);
    }

    @Test
    void whoIsRefusedLeavesAMessageThatTheAgentHears() throws Exception {
        queue("lumen-billing", page -> page.check("[id='queue:forwards']"));
        chain(true);
        Page page = atTheTelephone();
        Desk desk = new Desk(page);
        desk.becomeReady();

        UUID call = lines.customers().call(BILLING, CUSTOMER, PATIENT);
        assertThat(page.locator("#offer")).isVisible();
        desk.press("r");

        lines.until("it is a message", PATIENCE, "VOICEMAIL", "select outcome from contact where contact_id = ?", call);
        lines.until(
                "all of it is there, and for whom it is",
                SOON,
                "true",
                "select (parts = (select count(*) from voicemail_part p where p.contact_id = v.contact_id) and person_id = "
                        + BESA + ")::text from voicemail v where contact_id = ?",
                call);
        assertThat(site.heardIn(call)).containsSubsequence("it/voicemail", "en/beep");
        APIResponse audio = page.request().get(lines.own().stack().console() + "/api/voicemail/" + call + "/audio");
        assertThat(audio.status()).isEqualTo(200);
        short[] said = Sound.samples(audio.body());
        assertThat(Sound.seconds(said)).isBetween(3.0, 30.0);
        assertThat(Sound.heard(said, 0, Sound.seconds(said)))
                .as("somebody spoke")
                .isGreaterThan(0.2);
        console.open(page, "/voicemail.xhtml");
        assertThat(page.locator("audio[src*='" + call + "']")).isVisible();
    }

    @Test
    void whoWaitsIsToldSoAndIsCalledBackInTurn() throws Exception {
        queue("lumen-english", page -> {
            page.check("[id='queue:tell-place']");
            page.check("[id='queue:tell-wait']");
            page.fill("[id='queue:tell-after']", "2");
            spill(page, "14", "CALLBACK:");
        });

        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("dialled", ENGLISH).put("from", "+393471230077").put("keys", "1,1,1");
        UUID asked = UUID.fromString(
                lines.customers().post("/calls", call).path("call").asText());

        lines.until(
                "the wish is taken", PATIENCE, "CALLBACK", "select outcome from contact where contact_id = ?", asked);
        assertThat(site.heardIn(asked))
                .containsSubsequence(
                        "en/place-1",
                        "en/callback-whether",
                        "en/callback-number",
                        "en/callback-when",
                        "en/callback-thanks")
                .anyMatch(prompt -> prompt.startsWith("en/wait-"));

        Page page = atTheTelephone();
        Desk desk = new Desk(page);
        desk.press("a");
        assertThat(page.locator("#offer")).isVisible();
        assertThat(page.locator("#offer-direction")).containsText("Da richiamare");
        desk.press("Enter");
        lines.until(
                "the customer has answered",
                PATIENCE,
                "CONNECTED",
                "select state from contact where contact_id = (select callback_id from line_callback where asked_in = ?)",
                asked);
        PhonePage.bothSpeak(page);
        desk.hangUp();
        desk.closeWith("3");
        desk.leave();
        queue("lumen-english", RealLinesIT::usual);
    }

    @Test
    void whoWaitsTooLongTalksToANumberOutside() throws Exception {
        queue("lumen-english", page -> {
            usual(page);
            spill(page, "3", "OUTSIDE:number");
            page.fill("[id='queue:outside']", ANSWERS);
        });

        UUID call = lines.customers().call(ENGLISH, CUSTOMER, PATIENT);
        lines.listenTo("customer-" + call, "ear-outside");
        lines.until(
                "the number outside has answered",
                PATIENCE,
                ANSWERS,
                "select detail->>'outside' from contact_event where contact_id = ? and kind = 'CONNECTED'",
                call);
        letSpeak();
        lines.customers().delete("/calls/" + call);

        lines.until("it is over", SOON, "HANDLED", "select outcome from contact where contact_id = ?", call);
        short[] heard = lines.heardBy("ear-outside");
        double end = Sound.seconds(heard);
        assertThat(Sound.heard(heard, end - 5, end))
                .as("who answered there was heard")
                .isGreaterThan(0.1);
        queue("lumen-english", RealLinesIT::usual);
    }

    @Test
    void aTextIsSpokenToItsEndAndKeysAreTakenAtTheirWord() throws Exception {
        UUID campaign = TestCampaign.preview(lines.own().stack());
        Page page = console.logIn("sena");
        console.open(page, "/campaign-settings.xhtml?id=" + campaign);
        page.locator("[id='settings:code']").fill("agentless-" + Integer.toHexString(campaign.hashCode()));
        page.locator("[id='settings:mode']").selectOption("AGENTLESS");
        page.locator("textarea[lang=tr]").fill(ANNOUNCED);
        page.locator("[id='settings:perMinute']").fill("600");
        page.locator(".dialog-foot button").click();
        lines.until("switched", SOON, "AGENTLESS", "select mode from campaign where campaign_id = ?", campaign);
        String number = "+905321%05d".formatted(Math.floorMod(campaign.hashCode(), 100_000));
        byte[] list = "phone_number,time_zone\n%1$s7,Europe/Istanbul\n%1$s9,Europe/Istanbul\n%1$s1,Europe/Istanbul\n"
                .formatted(number)
                .getBytes(StandardCharsets.UTF_8);

        Uploads.upload(console, console.logIn("bora"), campaign, "three.csv", list);
        Await.until("it rings", PATIENCE, () -> carrier.channelAt(number + "7").isPresent());
        lines.listenTo(carrier.channelAt(number + "7").orElseThrow(), "ear-text");

        String outcome = "select max(outcome) from attempt where number = ?";
        lines.until("whoever presses nothing has heard it all", PATIENCE, "HANDLED", outcome, number + "7");
        lines.until("whoever wants no more calls is let go", PATIENCE, "HANDLED", outcome, number + "9");
        lines.until(
                "and is on the client's list",
                SOON,
                "1",
                "select count(*) from do_not_call where client_id = 2 and number = ?",
                number + "9");
        lines.until(
                "whoever wants an agent waits for one",
                SOON,
                "1",
                "select count(*) from contact where queued_at is not null and remote = ?",
                number + "1");
        short[] text = lines.spoken("tr", ANNOUNCED);
        short[] heard = lines.heardBy("ear-text");
        double spoken = Sound.heard(text, 0, Sound.seconds(text)) * Sound.seconds(text);
        assertThat(spoken).isGreaterThan(3);
        assertThat(Sound.heard(heard, 0, Sound.seconds(heard)) * Sound.seconds(heard))
                .as("seconds of sound at the customer's telephone")
                .isBetween(spoken * 0.9, spoken * 1.1);
    }

    @Test
    void aMenuIsSpokenAndItsKeyLeadsToAnotherQueue() throws Exception {
        String english = lines.ask("select queue_id from queue where code = 'lumen-english'");
        queue("lumen-billing", page -> {
            page.locator("details").first().evaluate("one => one.open = true");
            page.fill("[id='queue:menu:0:name']", "reason");
            page.fill("[id='queue:menu:0:words:0:text']", MENU);
            page.fill("[id='queue:menu:0:words:1:text']", "Press one for English.");
            page.fill("[id='queue:menu:0:keys:0:key']", "1");
            page.selectOption("[id='queue:menu:0:keys:0:way']", "QUEUE:" + english);
        });

        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("dialled", BILLING).put("from", CUSTOMER).put("keys", "9,1");
        UUID call = UUID.fromString(
                lines.customers().post("/calls", order).path("call").asText());

        lines.until(
                "the second key leads on",
                PATIENCE,
                "OFFERED KEYED KEYED QUEUED",
                "select string_agg(kind, ' ' order by position) from contact_event where contact_id = ? and position <= 4",
                call);
        assertThat(lines.ask("select queue_id from contact where contact_id = ?", call))
                .isEqualTo(english);
        assertThat(site.heardIn(call))
                .filteredOn(RealLines.prompt("it", MENU)::equals)
                .as("asked again after a key that leads nowhere")
                .hasSize(2);
        lines.customers().delete("/calls/" + call);
        lines.until("it is over", SOON, "ABANDONED", "select outcome from contact where contact_id = ?", call);
        queue("lumen-billing", page -> page.fill("[id='queue:menu:0:name']", ""));
    }

    /** What a BPO admin does on a queue's page. */
    private interface Change {
        void on(Page page);
    }

    private static void queue(String code, Change change) {
        Page admin = console.logIn("bora");
        console.open(admin, "/queue.xhtml?of=" + lines.ask("select queue_id from queue where code = ?", code));
        change.on(admin);
        admin.click("[id='queue:save']");
        assertThat(admin.locator("[id='queue:notices']")).containsText("Saved");
    }

    private static void spill(Page page, String seconds, String way) {
        page.selectOption("[id='queue:spills:0:when']", "WAIT");
        page.fill("[id='queue:spills:0:bound']", seconds);
        page.selectOption("[id='queue:spills:0:way']", way);
    }

    private static void usual(Page page) {
        page.uncheck("[id='queue:tell-place']");
        page.uncheck("[id='queue:tell-wait']");
        page.selectOption("[id='queue:spills:0:when']", "");
    }

    /** Besa's: a busy number, one where somebody answers, and perhaps a voicemail. */
    private static void chain(boolean voicemail) {
        Page admin = console.logIn("bora");
        console.open(admin, "/forwarding.xhtml?of=" + lines.ask("select " + BESA));
        admin.fill("[id='forwarding:numbers:0:number']", BUSY);
        admin.fill("[id='forwarding:numbers:1:number']", ANSWERS);
        admin.setChecked("[id='forwarding:voicemail']", voicemail);
        admin.click("[id='forwarding:save']");
        assertThat(admin.locator("[id='forwarding:notices']")).not().isEmpty();
    }

    private static Page atTheTelephone() {
        Page page = console.logIn("besa");
        assertThat(page.locator("#phone-button[data-phone=ready]")).isVisible();
        return page;
    }

    /** So long that whoever speaks now and then has spoken. */
    private static void letSpeak() {
        long until = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        Await.until("they have spoken", PATIENCE, () -> System.nanoTime() > until);
    }
}
