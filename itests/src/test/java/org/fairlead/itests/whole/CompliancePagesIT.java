package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The compliance officer's pages with data: why somebody was not called, what was done to a person, the rules and their versions. */
@ExtendWith(WholeStack.class)
class CompliancePagesIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void whoWasNotCalledIsShownWithTheReasonAndThePersonsFileLeavesSigned(Console console, Stack stack)
            throws Exception {
        // given: a campaign that sleeps now, and somebody whom it would have called
        UUID campaign = TestCampaign.preview(stack);
        TestCampaign.sleeps(stack, campaign);
        String number = "+905341%05d1".formatted(Math.floorMod(campaign.hashCode(), 100_000));
        Page deniz = console.logIn("deniz");
        Desk desk = new Desk(deniz);
        desk.becomeReady();
        byte[] list = ("phone_number,first_name,time_zone\n" + number + ",Umut,Europe/Istanbul\n")
                .getBytes(StandardCharsets.UTF_8);
        Uploads.upload(console, console.logIn("bora"), campaign, "one.csv", list);
        Await.until("it is denied", SOON, () -> ask(
                        stack, "select count(*) from attempt where campaign_id = ? and not allowed", campaign)
                .equals("1"));
        desk.leave();

        // when
        Page page = console.logIn("clara");
        console.open(page, "/evidence.xhtml?client=2&j=TR");

        // then
        Locator denied = page.locator(
                "section[aria-labelledby='tries-title'] tbody tr", new Page.LocatorOptions().setHasText(number));
        assertThat(denied).hasCount(1);
        assertThat(denied).containsText("CAMPAIGN-HOURS");

        // when
        denied.locator("a").click();

        // then
        assertThat(page.locator("#dossier-title")).hasText(number);
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(taken(page, "json")));
        byte[] evidence = file.path("evidence").asText().getBytes(StandardCharsets.UTF_8);
        assertThat(new ObjectMapper().readTree(evidence).path("attempts")).hasSize(1);
        assertThat(isSigned(file, evidence)).isTrue();
        evidence[evidence.length / 2] ^= 1;
        assertThat(isSigned(file, evidence)).as("a byte was changed").isFalse();
        assertThat(Files.readAllBytes(taken(page, "pdf"))).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        change(stack, "update campaign set state = 'PAUSED' where campaign_id = ?", campaign);
    }

    @Test
    void aRuleIsChangedFromADayOnAndTheOldVersionHoldsUntilThen(Console console, Stack stack) throws Exception {
        // given
        Page page = console.logIn("clara");
        console.open(page, "/rules.xhtml?j=AU&id=AU-COL-F2F");
        Locator versions = page.locator("section[aria-labelledby='rule-title'] li");
        int before = versions.count();
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();

        // when
        page.locator("[id='edit:from']").fill(day);
        page.locator("[id='edit:reason']").fill("a new guide is announced");
        page.locator("#edit button").click();

        // then
        assertThat(page.locator("#notices .ui-messages-info")).isVisible();
        console.open(page, "/rules.xhtml?j=AU&id=AU-COL-F2F");
        assertThat(versions).hasCount(before + 1);
        assertThat(versions.first()).containsText("a new guide is announced");
        assertThat(versions.first().locator(".chip")).hasCount(0);
        assertThat(versions.nth(1).locator(".chip.ok")).isVisible();
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("AU-COL-F2F")))
                .containsText("version " + before);

        // when: what the decision would say
        String attempts = ask(stack, "select count(*) from attempt");
        page.locator("[id='bench:number']").fill("+905341234561");
        page.locator("#bench button").click();

        // then
        assertThat(page.locator("[id='bench:answer'] .chip")).isVisible();
        assertThat(page.locator("[id='bench:answer']")).not().containsText("PT168H");
        assertThat(ask(stack, "select count(*) from attempt")).isEqualTo(attempts);
    }

    private static Path taken(Page page, String form) {
        Download file = page.waitForDownload(
                () -> page.locator("a[href*='dossier." + form + "']").click());
        return file.path();
    }

    private static boolean isSigned(JsonNode file, byte[] evidence) throws Exception {
        Base64.Decoder base64 = Base64.getDecoder();
        Signature signature = Signature.getInstance(file.path("algorithm").asText());
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(
                        base64.decode(file.path("publicKey").asText()))));
        signature.update(evidence);
        return signature.verify(base64.decode(file.path("signature").asText()));
    }

    private static void change(Stack stack, String sql, Object... values) throws Exception {
        try (Connection engine = stack.engine();
                PreparedStatement update = engine.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
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
