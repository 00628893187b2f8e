package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a campaign's people see of it on its pages, with data: numbers by hour, used-up leads, odds, and why it stands still. */
@ExtendWith(WholeStack.class)
class CampaignLifeIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final double SOON_MILLIS = 90_000;
    private static final IsVisibleOptions DIALER = new IsVisibleOptions().setTimeout(30_000);
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    private static final int HOURS = 24;

    private static final String ALLOWED =
            """
            {"allowed": true, "at": "2026-11-01T09:00:00Z", "denials": [], "counts": [], "duties": [], "rules": []}""";

    /** Half of the tries before noon are answered, none after. */
    private static final String TRIES =
            """
            insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at, state,
              outcome, ended_at)
            select l.client_id, gen_random_uuid(), l.campaign_id, l.lead_id, l.number, 'PREVIEW', true, '%s', t.at, 'ENDED',
              case when extract(hour from t.at at time zone 'Europe/Istanbul') < 12 and i %% 2 = 0 then 'HANDLED' else 'NO_ANSWER' end,
              t.at + interval '1 minute'
            from lead l, generate_series(1, 240) as i,
              lateral (select now() - interval '2 days' - i * interval '37 minutes' as at) t
            where l.campaign_id = ? order by l.lead_id limit 240
            """
                    .formatted(ALLOWED);

    private static final String ABANDONED =
            """
            insert into outreach_live_hour (client_id, campaign_id, hour, answered, abandoned)
            select client_id, campaign_id, date_trunc('hour', now()) - interval '2 days', 120, 3
            from campaign where campaign_id = ?
            """;

    @Test
    void theNumberOfTheHourIsDialledAndTheEndIsToldBeforeItComes(
            Console console, Stack stack, SimulatorControl customers) throws Exception {
        // given: at home from three hours on, on the mobile around now
        customers.doAsTheLastDigitSays();
        UUID campaign = TestCampaign.preview(stack);
        String home = "+902123%05d1".formatted(Math.floorMod(campaign.hashCode(), 100_000));
        String mobile = "+905327%05d1".formatted(Math.floorMod(campaign.hashCode(), 100_000));
        String later = hours(3, 6);
        String now = hours(-1, 2);
        String list =
                "phone_number,phone_type,phone_hours,alt_phone,alt_phone_type,alt_phone_hours,first_name,time_zone\n"
                        + "%s,home,%s,%s,mobile,%s,Ayla,Europe/Istanbul\n".formatted(home, later, mobile, now);
        Page page = console.logIn("deniz");
        Desk desk = new Desk(page);
        desk.becomeReady();

        // when
        Page bora = console.logIn("bora");
        Uploads.upload(console, bora, campaign, "two.csv", list.getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("#preview")).isVisible(DIALER);
        desk.press("Enter");
        assertThat(page.locator("#controls [data-act=hold]:not([disabled])")).isVisible(DIALER);

        // then
        assertThat(dialled(customers, home)).isZero();
        assertThat(dialled(customers, mobile)).isEqualTo(1);
        console.open(bora, "/lead.xhtml?id=" + ask(stack, "select lead_id from lead where campaign_id = ?", campaign));
        Locator numbers = bora.locator("section[aria-labelledby='numbers-title'] tbody tr");
        assertThat(numbers).hasCount(2);
        assertThat(numbers.nth(0)).containsText(later.replace('-', '–'));
        assertThat(numbers.nth(1)).containsText(now.replace('-', '–'));

        // when: the result is chosen while the customer still talks
        Response told = page.waitForResponse("**/finishing", () -> desk.press("1"));

        // then
        assertThat(told.status()).isEqualTo(200);

        // when
        desk.hangUp();
        desk.closeWith("1");
        desk.leave();
    }

    @Test
    void usedUpLeadsAreReadyAgainByOutcomeAndAge(Console console, Stack stack) throws Exception {
        // given
        UUID campaign = TestCampaign.paused(stack);
        Page page = console.logIn("bora");
        upload(console, page, campaign, 6);
        spend(stack, campaign, "NO_ANSWER", 0, 3, "5 days");
        spend(stack, campaign, "NO_ANSWER", 3, 1, "1 hour");
        spend(stack, campaign, "BUSY", 4, 2, "5 days");
        console.open(page, "/campaign.xhtml?id=" + campaign + "&tab=lists");

        // when
        page.locator("[id='recycle:show']").click();
        Locator ends = page.locator("[id='recycle'] fieldset .row");
        assertThat(ends).hasCount(2);
        assertThat(ends.nth(0).locator(".num").first()).hasText("4");
        ends.nth(0).locator("input").check();
        ends.nth(1).locator("input").uncheck();
        page.locator("[id='recycle:days']").fill("2");
        page.locator("[id='recycle:go']").click();

        // then
        assertThat(page.locator("[id='notices'] .ui-messages-info")).containsText("3");
        assertThat(ask(stack, "select count(*) from lead where campaign_id = ? and state = 'READY'", campaign))
                .isEqualTo("3");
        assertThat(ask(stack, "select count(*) from lead where campaign_id = ? and state = 'EXHAUSTED'", campaign))
                .isEqualTo("3");
    }

    @Test
    void aLeadsPageSaysHowLikelyItAnswersAndWhy(Console console, Stack stack) throws Exception {
        // given
        UUID campaign = TestCampaign.paused(stack);
        Page page = console.logIn("bora");
        upload(console, page, campaign, 6);
        change(stack, "delete from answer_odds where client_id = 2");
        change(stack, "delete from answer_cell where client_id = 2");
        change(stack, "delete from answer_learning where client_id = 2");
        change(stack, TRIES, campaign);

        // when
        Await.until("it is learned", Duration.ofMinutes(3), () -> !ask(
                        stack, "select count(*) from answer_odds where client_id = 2")
                .equals("0"));
        console.open(
                page,
                "/lead.xhtml?id=" + ask(stack, "select lead_id from lead where campaign_id = ? limit 1", campaign));

        // then
        assertThat(page.locator("#odds tbody tr")).not().hasCount(0);
        assertThat(page.locator("#odds .hour-bars span")).hasCount(HOURS);
        assertThat(page.locator("#odds .card-body").first()).containsText("%");
    }

    @Test
    void theFloorSaysThatACampaignIsHeldBackBeforeItsCapAndTheDeskWhyNobodyIsCalled(Console console, Stack stack)
            throws Exception {
        // given: three of 120 were abandoned, one more would be too many, nobody is there for the lead that is left;
        // another campaign sleeps
        UUID busy = TestCampaign.paused(stack);
        upload(console, console.logIn("bora"), busy, 1);
        change(
                stack,
                "update campaign set name = 'Sınırda', mode = 'POWER', state = 'RUNNING', abandon_limit = 0.03, abandon_window = 'DAYS_30',"
                        + " skills = '{\"sales\": 5}' where campaign_id = ?",
                busy);
        change(stack, ABANDONED, busy);
        UUID asleep = TestCampaign.preview(stack);
        TestCampaign.sleeps(stack, asleep);
        change(stack, "update campaign set name = 'Uykuda', mode = 'PROGRESSIVE' where campaign_id = ?", asleep);
        Page deniz = console.logIn("deniz");
        new Desk(deniz).becomeReady();
        upload(console, console.logIn("bora"), asleep, 1);
        Await.until("nobody may be called", SOON, () -> ask(
                        stack, "select count(*) from attempt where campaign_id = ? and not allowed", asleep)
                .equals("1"));

        // when
        Page floor = console.logIn("sena");
        console.open(floor, "/floor.xhtml");

        // then
        Locator held = floor.locator("article.tile[data-key='" + busy + "']");
        LocatorAssertions.ContainsTextOptions patient =
                new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS);
        assertThat(held).containsText("Yavaşlatıldı", patient);
        assertThat(held.locator(".chip")).hasClass("chip warn");
        assertThat(floor.locator("article.tile[data-key='" + asleep + "'] dl")).containsText("CAMPAIGN", patient);
        deniz.reload();
        assertThat(deniz.locator("#idle-halts-list")).containsText("Uykuda", patient);
        assertThat(deniz.locator("#idle-halts-list")).containsText("CAMPAIGN");
        new Desk(deniz).leave();
    }

    @AfterEach
    void rest(Stack stack) throws Exception {
        change(stack, "update campaign set state = 'PAUSED' where client_id = 2 and code like 'test-%'");
    }

    /** Hours of the day around now where the customers live. */
    private static String hours(int from, int until) {
        int now = LocalTime.now(Clock.system(ISTANBUL)).getHour();
        return Math.floorMod(now + from, HOURS) + "-" + (Math.floorMod(now + until - 1, HOURS) + 1);
    }

    private static void upload(Console console, Page page, UUID campaign, int leads) {
        StringBuilder list = new StringBuilder("phone_number,first_name,time_zone\n");
        for (int i = 0; i < leads; i++) {
            list.append("+90533%05d%02d".formatted(Math.floorMod(campaign.hashCode(), 100_000), i * 10 + 1))
                    .append(",Ece,Europe/Istanbul\n");
        }
        Uploads.upload(console, page, campaign, "leads.csv", list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void spend(Stack stack, UUID campaign, String outcome, int first, int leads, String ago)
            throws Exception {
        List<Object> ids = new ArrayList<>();
        try (Connection engine = stack.engine();
                PreparedStatement some = engine.prepareStatement(
                        "select lead_id from lead where campaign_id = ? order by number limit ? offset ?")) {
            some.setObject(1, campaign);
            some.setInt(2, leads);
            some.setInt(3, first);
            ResultSet row = some.executeQuery();
            while (row.next()) {
                ids.add(row.getObject(1));
            }
        }
        for (Object lead : ids) {
            change(stack, "update lead set state = 'EXHAUSTED', last_outcome = ? where lead_id = ?", outcome, lead);
            change(
                    stack,
                    "insert into attempt (client_id, attempt_id, campaign_id, lead_id, number, mode, allowed, verdict, written_at,"
                            + " state, outcome, ended_at) select client_id, gen_random_uuid(), campaign_id, lead_id, number,"
                            + " 'PREVIEW', true, ?::jsonb, now() - ?::interval, 'ENDED', ?, now() - ?::interval from lead where lead_id = ?",
                    ALLOWED,
                    ago,
                    outcome,
                    ago,
                    lead);
        }
    }

    private static long dialled(SimulatorControl customers, String number) throws Exception {
        long times = 0;
        for (JsonNode call : customers.get("/calls?all").path("calls")) {
            times += call.path("dialled").asText().equals(number) ? 1 : 0;
        }
        return times;
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
