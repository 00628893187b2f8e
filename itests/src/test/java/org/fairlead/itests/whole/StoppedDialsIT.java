package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A do-not-call list comes in while some of its numbers ring, some wait at the gateway for their turn at the carrier, and
 * some are still leads: nobody on it is dialled from then on.
 */
@ExtendWith(WholeStack.class)
class StoppedDialsIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    /** From the list's commit to the gateway's ear. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private static final int LEADS = 60;
    private static final int LINES = 25;
    private static final int RINGING = 4;

    @Test
    void nobodyOnAListIsDialledOnceItIsInForce(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given: telephones that ring for long, a carrier that takes one call a second
        ringLong(customers);
        Page bora = console.logIn("bora");
        callsASecond(console, bora, 1);
        Page clara = console.logIn("clara");
        UUID campaign = agentless(console, stack);
        List<String> numbers = IntStream.range(0, LEADS)
                .mapToObj(i ->
                        String.format(Locale.ROOT, "+90536%05d%02d", Math.floorMod(campaign.hashCode(), 100_000), i))
                .toList();
        String list = "phone_number,time_zone\n" + String.join(",Europe/Istanbul\n", numbers) + ",Europe/Istanbul\n";
        fillIn(console, clara, numbers);

        // when
        Uploads.upload(console, bora, campaign, "sixty.csv", list.getBytes(StandardCharsets.UTF_8));
        Await.until("some ring", SOON, () -> left(customers, numbers).size() >= RINGING);
        clara.waitForNavigation(() -> clara.locator("[id='hand:take']").click());
        assertThat(clara.locator("#notices .ui-messages-info")).isVisible();

        // then
        Instant inForce = Instant.parse(ask(
                stack,
                "select to_char(max(loaded_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from outreach_register"
                        + " where client_id = 2 and name = 'INTERNAL'"));
        Await.until("nothing is under way", SOON, () -> ask(
                        stack,
                        "select count(*) from attempt where campaign_id = ? and allowed and state <> 'ENDED'",
                        campaign)
                .equals("0"));
        Await.until("the leads that were left are asked for, and denied", SOON, () -> !ask(
                        stack, "select count(*) from attempt where campaign_id = ? and not allowed", campaign)
                .equals("0"));
        nothingLeftSince(inForce, stack, campaign, left(customers, numbers));
    }

    private static void nothingLeftSince(Instant inForce, Stack stack, UUID campaign, List<JsonNode> dialled)
            throws Exception {
        int handedOver = Integer.parseInt(
                ask(stack, "select count(*) from contact where campaign_id = ? and direction = 'OUTBOUND'", campaign));
        assertThat(handedOver - dialled.size())
                .as("dials that waited at the gateway and never left")
                .isGreaterThanOrEqualTo(LINES / 3);
        assertThat(dialled).allSatisfy(call -> {
            assertThat(Instant.parse(call.path("at").asText())).isBefore(inForce.plus(ON_THE_WAY));
            assertThat(call.path("outcome").asText())
                    .as("what rang is taken back")
                    .isEqualTo("CANCELLED");
        });
        assertThat(ask(
                        stack,
                        "select count(*) from attempt where campaign_id = ? and allowed and written_at > ?::timestamptz",
                        campaign,
                        inForce.toString()))
                .isEqualTo("0");
    }

    private static void ringLong(SimulatorControl customers) throws Exception {
        ObjectNode habits = JsonNodeFactory.instance.objectNode();
        habits.put("byLastDigit", false)
                .put("human", 1)
                .put("machine", 0)
                .put("busy", 0)
                .put("noAnswer", 0);
        habits.put("congestion", 0).put("unallocated", 0).put("rejected", 0);
        habits.put("ringFromSeconds", 100).put("ringToSeconds", 110);
        customers.post("/settings", habits);
    }

    /** Others' customers and carriers are as they usually are. */
    @AfterEach
    void asUsual(Console console, Stack stack, SimulatorControl customers) throws Exception {
        OutboundHabits usual = OutboundHabits.USUAL;
        ObjectNode habits = JsonNodeFactory.instance.objectNode();
        habits.put("human", usual.human()).put("machine", usual.machine()).put("busy", usual.busy());
        habits.put("noAnswer", usual.noAnswer()).put("congestion", usual.congestion());
        habits.put("unallocated", usual.unallocated()).put("rejected", usual.rejected());
        habits.put("ringFromSeconds", usual.ringFromSeconds()).put("ringToSeconds", usual.ringToSeconds());
        customers.post("/settings", habits);
        callsASecond(console, console.logIn("bora"), 0);
        try (Connection engine = stack.engine();
                PreparedStatement rest = engine.prepareStatement(
                        "update campaign set state = 'PAUSED' where client_id = 2 and code like 'test-%'")) {
            rest.executeUpdate();
        }
    }

    private static void callsASecond(Console console, Page page, int most) {
        console.open(page, "/sites.xhtml");
        page.locator("tr", new Page.LocatorOptions().setHasText("Izmir"))
                .locator("button")
                .click();
        page.locator("input[id$=':rate']").fill(Integer.toString(most));
        page.locator("button[id$=':save']").click();
        assertThat(page.locator("input[id$=':rate']")).hasCount(0);
    }

    /** A campaign that needs no agents, so that nothing but the carrier holds its calls up. */
    private static UUID agentless(Console console, Stack stack) throws Exception {
        UUID campaign = TestCampaign.preview(stack);
        Page page = console.logIn("sena");
        console.open(page, "/campaign-settings.xhtml?id=" + campaign);
        page.locator("[id='settings:code']").fill("test-" + Integer.toHexString(campaign.hashCode()));
        page.locator("[id='settings:mode']").selectOption("AGENTLESS");
        page.locator("textarea[lang=tr]").fill("Kargonuz geldi.");
        page.locator("[id='settings:agentlessLines']").fill(Integer.toString(LINES));
        page.locator("[id='settings:perMinute']").fill("1500");
        page.locator(".dialog-foot button").click();
        Await.until("the mode is switched", SOON, () -> ask(
                        stack, "select mode from campaign where campaign_id = ?", campaign)
                .equals("AGENTLESS"));
        try (Connection engine = stack.engine();
                PreparedStatement ring =
                        engine.prepareStatement("update campaign set ring_seconds = 90 where campaign_id = ?")) {
            ring.setObject(1, campaign);
            ring.executeUpdate();
        }
        return campaign;
    }

    /** The officer's hand is on the button. */
    private static void fillIn(Console console, Page page, List<String> numbers) {
        console.open(page, "/registers.xhtml");
        page.locator("[id='hand:list']").selectOption("2");
        page.locator("[id='hand:register']").selectOption("INTERNAL");
        page.locator("[id='hand:country']").fill("TR");
        page.locator("[id='hand:date']").fill(LocalDate.now(ZoneOffset.UTC).toString());
        byte[] file = String.join("\n", numbers).getBytes(StandardCharsets.UTF_8);
        page.locator("[id='hand:file']").setInputFiles(new FilePayload("stop.csv", "text/csv", file));
    }

    /** What the customers' telephones saw, those of these numbers. */
    private static List<JsonNode> left(SimulatorControl customers, List<String> numbers) throws Exception {
        List<JsonNode> calls = new ArrayList<>();
        for (JsonNode call : customers.get("/calls?all").path("calls")) {
            if (numbers.contains(call.path("dialled").asText())) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static String ask(Stack stack, String query, Object... values) throws Exception {
        try (Connection engine = stack.engine();
                PreparedStatement statement = engine.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet row = statement.executeQuery();
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        }
    }
}
