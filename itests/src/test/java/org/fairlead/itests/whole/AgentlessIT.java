package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.UUID;
import org.fairlead.gateway.simulator.OutboundHabits;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A campaign that is switched to calls without agents while it runs, from its settings to what customers press. */
@ExtendWith(WholeStack.class)
class AgentlessIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Nobody hangs up before the text is over. */
    private static final int PATIENT = 600;

    @Test
    void textsAreHeardAndKeysAreTakenAtTheirWord(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        customers.doAsTheLastDigitSays();
        customers.post("/settings", JsonNodeFactory.instance.objectNode().put("patienceSeconds", PATIENT));
        UUID campaign = TestCampaign.preview(stack);
        Page page = console.logIn("sena");
        console.open(page, "/campaign-settings.xhtml?id=" + campaign);

        // when
        page.locator("[id='settings:code']").fill("agentless-" + Integer.toHexString(campaign.hashCode()));
        page.locator("[id='settings:mode']").selectOption("AGENTLESS");
        page.locator("textarea[lang=tr]")
                .fill("Kargonuz geldi. Bir temsilci için bire, bir daha aranmamak için dokuza basın.");
        page.locator("[id='settings:perMinute']").fill("600");
        page.locator(".dialog-foot button").click();

        // then
        Await.until("the mode is switched", SOON, () -> ask(
                        stack, "select mode from campaign where campaign_id = ?", campaign)
                .equals("AGENTLESS"));

        // when
        String number = "+905321%05d".formatted(Math.floorMod(campaign.hashCode(), 100_000));
        byte[] list =
                "phone_number,time_zone\n%1$s1,Europe/Istanbul\n%1$s9,Europe/Istanbul\n%1$s7,Europe/Istanbul\n%1$s6,Europe/Istanbul\n"
                        .formatted(number)
                        .getBytes(StandardCharsets.UTF_8);
        Uploads.upload(console, console.logIn("bora"), campaign, "four.csv", list);

        // then
        ends(stack, campaign, number + "7", "HANDLED");
        ends(stack, campaign, number + "6", "MACHINE");
        ends(stack, campaign, number + "9", "HANDLED");
        Await.until("who wants no calls is on the client's list", SOON, () -> ask(
                        stack, "select count(*) from do_not_call where client_id = 2 and number = ?", number + "9")
                .equals("1"));
        Await.until("who wants an agent waits for one", SOON, () -> ask(
                        stack, "select count(*) from contact where queued_at is not null and remote = ?", number + "1")
                .equals("1"));
        customers.delete("/calls/" + ask(stack, "select attempt_id from attempt where number = ?", number + "1"));
        ends(stack, campaign, number + "1", "ABANDONED");
        assertThat(ask(stack, "select state from lead where number = ?", number + "9"))
                .isEqualTo("DO_NOT_CALL");
        assertThat(ask(stack, "select count(*) from attempt where mode <> 'AGENTLESS' and campaign_id = ?", campaign))
                .isEqualTo("0");

        // when, then: the page shows what was set
        console.open(page, "/campaign-settings.xhtml?id=" + campaign);
        assertThat(page.locator("[id='settings:mode']")).hasValue("AGENTLESS");
    }

    /** Others' customers wait as they usually do. */
    @AfterEach
    void asUsual(SimulatorControl customers) throws Exception {
        customers.post(
                "/settings",
                JsonNodeFactory.instance.objectNode().put("patienceSeconds", OutboundHabits.USUAL.patienceSeconds()));
    }

    private static void ends(Stack stack, UUID campaign, String number, String outcome) {
        Await.until(number + " ends as " + outcome, SOON, () -> ask(
                        stack,
                        "select max(outcome) from attempt where number = ? and campaign_id = ?",
                        number,
                        campaign)
                .equals(outcome));
    }

    private static String ask(Stack stack, String query, Object... values) {
        try (Connection engine = stack.engine();
                PreparedStatement statement = engine.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            ResultSet row = statement.executeQuery();
            return row.next() ? String.valueOf(row.getString(1)) : "none";
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
