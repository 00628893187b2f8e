package org.fairlead.itests.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.itests.stack.Stack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What supervisors and administrators do about routing, by their pages, and what comes of it for callers. */
@ExtendWith(WholeStack.class)
class RoutingPagesIT {

    private static final String BILLING = "+390280001001";
    private static final String ENGLISH = "+390280001002";
    private static final String CUSTOMER = "+393471230055";
    /** What a supervisor may see of the number. */
    private static final String MASKED = "•• 55";

    private static final String SAVE = "[id='queue:save']";
    private static final String NOTICES = "[id='queue:notices']";
    private static final String ANSWER = "[id='queue:answer']";
    private static final DateTimeFormatter TURKISH = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int LONG = 240;
    private static final String WAITING =
            "select json_agg(w) from (select c.*, (select string_agg(kind || ' ' || at::time, ', ' order by position)"
                    + " from contact_event e where e.contact_id = c.contact_id) as life from contact c"
                    + " where state in ('OFFERED', 'QUEUED', 'RESERVED') and remote = '" + CUSTOMER + "') w";
    private static final Duration SOON = Duration.ofSeconds(20);

    private KeptQueues queues;

    @BeforeEach
    void theQueuesAreAsTheyAre(Stack stack) throws SQLException, IOException {
        queues = new KeptQueues(stack);
    }

    /** Who waits on would be offered to the agents of the tests that follow. */
    @AfterEach
    void theCustomersGo(Console console, Stack stack, SimulatorControl customers) throws Exception {
        customers.everybodyHangsUp();
        queues.setBack(console);
        Await.until("nobody of these tests waits", SOON, () -> {
            String waiting = text(stack, WAITING);
            if (!waiting.isEmpty()) {
                throw new IllegalStateException(waiting);
            }
            return true;
        });
    }

    @Test
    void aKeyLeadsWhereTheMenuOfTheQueueSays(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        Page page = queue(console, stack, "lumen-billing");
        page.locator("details").first().evaluate("one => one.open = true");
        page.fill("[id='queue:menu:0:name']", "reason");
        page.fill("[id='queue:menu:0:words:0:text']", "Premere uno per l'inglese, due per le bollette");
        page.fill("[id='queue:menu:0:keys:0:key']", "1");
        page.selectOption("[id='queue:menu:0:keys:0:way']", "QUEUE:" + id(stack, "lumen-english"));
        page.fill("[id='queue:menu:0:keys:1:key']", "2");
        page.fill("[id='queue:menu:0:keys:1:value']", "bill");
        page.fill("[id='queue:menu:0:keys:1:skills']", "billing 5");

        // when the programme's other language is forgotten
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("has no words in the language en");

        // when
        page.fill("[id='queue:menu:0:words:1:text']", "Press one for English, two for bills");
        page.click(SAVE);
        assertThat(page.locator(NOTICES)).containsText("Saved");
        page.fill("[id='queue:pressed:0:key']", "1");
        page.click("[id='queue:try']");

        // then
        assertThat(page.locator(ANSWER)).containsText("Because of the key that was pressed");

        // when
        page.fill("[id='queue:pressed:0:key']", "2");
        page.click("[id='queue:try']");

        // then of three who could take others only one has so much of the skill
        assertThat(page.locator(ANSWER)).containsText("Besa Leka");

        // when
        UUID call = call(customers, BILLING, "9,1", LONG);

        // then
        page.waitForCondition(() -> id(stack, "lumen-english")
                .equals(text(stack, "select queue_id from contact where contact_id = '" + call + "'")));
        page.waitForCondition(() -> "OFFERED KEYED KEYED QUEUED"
                .equals(text(
                        stack,
                        "select string_agg(kind, ' ' order by position) from contact_event where contact_id = '" + call
                                + "' and position <= 4")));

        // when
        page.fill("[id='queue:menu:0:name']", "");
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("Saved");
    }

    @Test
    void ringsWidenOneAfterTheOther(Console console, Stack stack) throws Exception {
        // given
        Page page = queue(console, stack, "lumen-billing");
        page.click("[id='queue:add-ring']");
        page.fill("[id='queue:rings:0:after']", "20");
        page.fill("[id='queue:rings:0:by']", "1");
        page.click("[id='queue:add-ring']");
        page.fill("[id='queue:rings:1:after']", "15");
        page.fill("[id='queue:rings:1:skills']", "lang:it 1");

        // when
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("ring 2: its wait must be longer than 20");

        // when
        page.fill("[id='queue:rings:1:after']", "40");
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("Saved");
        assertThat(page.locator("[id='queue:rings:1:after']")).hasValue("40");

        // when
        page.click("[id='queue:rings:1:remove']");
        assertThat(page.locator("[id='queue:rings:1:after']")).hasCount(0);
        page.click("[id='queue:rings:0:remove']");
        assertThat(page.locator("[id='queue:rings:0:after']")).hasCount(0);
        page.click(SAVE);

        // then
        assertThat(page.locator(NOTICES)).containsText("Saved");
        assertThat(text(stack, "select routing ->> 'wider' from queue where code = 'lumen-billing'"))
                .isEqualTo("[]");
    }

    @Test
    void aSupervisorTakesACallbackBackAndNobodyIsCalled(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given
        Page admin = queue(console, stack, "lumen-english");
        admin.selectOption("[id='queue:spills:0:when']", "WAIT");
        admin.fill("[id='queue:spills:0:bound']", "3");
        admin.selectOption("[id='queue:spills:0:way']", "CALLBACK:");
        admin.click(SAVE);
        assertThat(admin.locator(NOTICES)).containsText("Saved");
        UUID asked = call(customers, ENGLISH, "1", LONG);
        String callback = "select callback_id from line_callback where asked_in = '" + asked + "'";
        admin.waitForCondition(() -> !text(stack, callback).isEmpty());
        Page page = console.logIn("sena");
        console.open(page, "/line.xhtml");

        // when
        Locator cancel = page.locator("tbody tr", new Page.LocatorOptions().setHasText(MASKED))
                .locator("button[id$=':cancel']");
        cancel.click();

        // then
        assertThat(page.locator("[id='line:notices'] .ui-messages-info")).isVisible();
        assertThat(cancel).hasCount(0);
        assertThat(text(
                        stack,
                        "select string_agg(kind, ' ' order by position) from contact_event where contact_id = ("
                                + callback + ")"))
                .isEqualTo("CALLBACK_QUEUED CALLBACK_CANCELLED ENDED CLOSED");
        assertThat(text(
                        stack,
                        "select login from audit_entry where action = 'callback.cancelled' and subject = 'contact "
                                + text(stack, callback) + "'"))
                .isEqualTo("sena");
    }

    @Test
    void whatWouldHelpIsDoneWithOneClickUntilATime(Console console, Stack stack, SimulatorControl customers)
            throws Exception {
        // given a queue that asks for what nobody has
        change(stack, "update queue set skills = '{\"lang:en\": 3, \"mortgages\": 1}' where code = 'lumen-english'");
        Page admin = queue(console, stack, "lumen-english");
        admin.click(SAVE);
        assertThat(admin.locator(NOTICES)).containsText("Saved");
        Desk desk = new Desk(console.logIn("arben"));
        desk.becomeReady();
        UUID call = call(customers, ENGLISH, "", LONG);
        admin.waitForCondition(() -> "QUEUED".equals(state(stack, call)));
        Page page = console.logIn("sena");
        console.open(page, "/lending.xhtml");

        // when
        Locator move = page.locator("[id^='lending:proposals:0:'].ui-button");
        assertThat(move).isVisible();
        move.click();

        // then
        assertThat(page.locator("[id='lending:notices'] .ui-messages-info")).isVisible();
        admin.waitForCondition(() -> "RESERVED".equals(state(stack, call)));

        // when
        page.locator("[id^='lending:lent:0:'].ui-button").click();

        // then
        assertThat(page.locator("[id^='lending:lent:0:'].ui-button")).hasCount(0);
        customers.everybodyHangsUp();
        desk.leave();
    }

    @Test
    void whoIsStuckIsPutRightWithOneClick(Console console, Stack stack, SimulatorControl customers) throws Exception {
        // given an engine that was made anew from rows that say that an agent did not come back
        new Desk(console.logIn("maricel")).becomeReady();
        Page page = console.logIn("sena");
        try (Connection lock = stack.engine();
                Statement held = lock.createStatement()) {
            lock.setAutoCommit(false);
            held.execute("select epoch from engine_state for update");
            change(
                    stack,
                    "update agent_session set presence = 'MISSED', since = now() - interval '11 minutes'"
                            + " where person_id = (select person_id from person where login = 'maricel')");
            call(customers, BILLING, "", 5);
            page.waitForCondition(() -> !text(
                            stack,
                            "select pg_cancel_backend(pid) from pg_stat_activity where usename = current_user"
                                    + " and wait_event_type = 'Lock' limit 1")
                    .isEmpty());
            lock.rollback();
        }
        console.open(page, "/lending.xhtml");
        Locator stuck = page.locator("[id='lending'] tr", new Page.LocatorOptions().setHasText("Maricel Santos"));
        page.waitForCondition(() -> {
            page.reload();
            return stuck.locator("button").count() == 1;
        });

        // when
        stuck.locator("button").click();

        // then
        assertThat(page.locator("[id='lending:notices'] .ui-messages-info")).isVisible();
        assertThat(stuck.locator("button")).hasCount(0);
        assertThat(text(
                        stack,
                        "select presence from agent_session s join person p using (person_id) where login = 'maricel'"))
                .isEqualTo("OFFLINE");
    }

    @Test
    void anHourOfYesterdayComesAgainAndAPlanIsHeldAgainstWhatWasDone(Console console, Stack stack) throws Exception {
        // given the page proposes the day before today's in UTC
        String hour =
                "((date_trunc('day', now() at time zone 'UTC') - interval '17 hours') at time zone 'Europe/Rome')";
        came(
                stack,
                hour,
                60,
                "HANDLED",
                "connected_at = offered_at + interval '10 s', closed_at = offered_at + interval '70 s'");
        came(stack, hour, 120, "ABANDONED", "ended_at = offered_at + interval '45 s'");
        was(stack, "arben", hour, 30, "AVAILABLE");
        was(stack, "arben", hour, 900, "OFFLINE");
        was(stack, "besa", hour, 0, "AVAILABLE");
        was(stack, "besa", hour, 2700, "OFFLINE");
        Page page = queue(console, stack, "lumen-billing");

        // when
        page.selectOption("[id='queue:hour']", "7");
        page.click("[id='queue:replay']");

        // then
        Locator rows = page.locator("[id='queue:replayed'] tbody tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0).locator("td")).containsText(new String[] {"2", "1", "1", "0", "50%"});
        assertThat(rows.nth(2).locator("td").first()).hasText("2");
        assertThat(rows.nth(2).locator("td").nth(1)).hasText("2");

        // when
        Page shifts = console.logIn("sena");
        console.open(shifts, "/shifts.xhtml");
        shifts.fill(
                "[id='shifts:day']",
                LocalDate.now(Clock.systemUTC()).minusDays(1).format(TURKISH));
        shifts.click("[id='shifts:look']");
        shifts.waitForCondition(() -> Boolean.TRUE.equals(shifts.evaluate("PrimeFaces.ajax.Queue.isEmpty()")));
        shifts.selectOption("[id='shifts:person']", new SelectOption().setLabel("Besa Leka · besa"));
        shifts.fill("[id='shifts:from']", "07:00");
        shifts.fill("[id='shifts:until']", "08:00");
        shifts.click("[id='shifts:add']");

        // then
        Locator kept = shifts.locator("[id='shifts'] table", new Page.LocatorOptions().setHasText("1:00:00"))
                .first()
                .locator("tr", new Locator.LocatorOptions().setHasText("Besa Leka"));
        assertThat(kept).containsText("75%");
    }

    private static void came(Stack stack, String hour, int second, String outcome, String how)
            throws SQLException, IOException {
        UUID id = UUID.nameUUIDFromBytes(("came/" + second).getBytes(StandardCharsets.UTF_8));
        change(
                stack,
                "insert into contact (client_id, contact_id, program_id, queue_id, direction, state, language, dialled, remote,"
                        + " gateway, call_id, offered_at, queued_at) select client_id, '" + id
                        + "', program_id, queue_id,"
                        + " 'INBOUND', 'QUEUED', 'it', '+390280001001', '+390655512345', 'izmir', '" + id + "', " + hour
                        + " + interval '" + second + " s', " + hour + " + interval '" + second
                        + " s' from queue where code = 'lumen-billing' on conflict do nothing");
        change(
                stack,
                "update contact set state = 'ENDED', outcome = '" + outcome + "', " + how + " where contact_id = '" + id
                        + "'");
        change(
                stack,
                "insert into contact_event (client_id, contact_id, position, at, kind, program_id, queue_id) select client_id,"
                        + " contact_id, 2, offered_at, 'QUEUED', program_id, queue_id from contact where contact_id = '"
                        + id
                        + "' on conflict do nothing");
    }

    private static void was(Stack stack, String login, String hour, int second, String presence)
            throws SQLException, IOException {
        String at = hour + " + interval '" + second + " s'";
        change(
                stack,
                "insert into agent_event (client_id, person_id, position, at, presence) select 0, person_id,"
                        + " extract(epoch from " + at + "), " + at + ", '" + presence + "' from person where login = '"
                        + login + "' on conflict do nothing");
    }

    private Page queue(Console console, Stack stack, String code) {
        Page page = console.logIn("bora");
        console.open(page, "/queue.xhtml?of=" + id(stack, code));
        return page;
    }

    private static String id(Stack stack, String code) {
        return text(stack, "select queue_id from queue where code = '" + code + "'");
    }

    private static String state(Stack stack, UUID call) {
        return text(stack, "select state from contact where contact_id = '" + call + "'");
    }

    /** @param keys one after the other, at each question */
    private static UUID call(SimulatorControl customers, String dialled, String keys, int seconds)
            throws IOException, InterruptedException {
        ObjectNode call = new ObjectMapper().createObjectNode();
        call.put("dialled", dialled)
                .put("from", CUSTOMER)
                .put("hangUpAfterSeconds", seconds)
                .put("keys", keys);
        return UUID.fromString(customers.post("/calls", call).path("call").asText());
    }

    private static void change(Stack stack, String statement) throws SQLException, IOException {
        try (Connection owner = stack.engine();
                PreparedStatement change = owner.prepareStatement(statement)) {
            change.executeUpdate();
        }
    }

    private static String text(Stack stack, String select) {
        try (Connection engine = stack.engine();
                PreparedStatement statement = engine.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getString(1) != null ? row.getString(1) : "";
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("cannot be read: " + select, e);
        }
    }
}
