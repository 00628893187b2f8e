package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fairlead.itests.stack.Await;
import org.fairlead.itests.stack.OwnStack;
import org.fairlead.itests.stack.SimulatorControl;
import org.fairlead.launcher.parts.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The server, with the engine and the broker in it, dies while calls live and attempts are out. */
class KillServerIT {

    private static final int PORT_BASE = 26_080;
    private static final int LUMEN = 1;
    private static final int NORTHWAY = 3;
    private static final int CALLS = 30;
    private static final int CLERKS = 12;
    private static final int TALKING = 8;
    private static final int ATTEMPTS = 20;
    private static final Duration SOON = Duration.ofSeconds(60);
    /** The gateways let go a second after they lost the server. */
    private static final Duration LET_GO = Duration.ofSeconds(15);

    private static final Duration SETTLING = Duration.ofMinutes(4);

    private static OwnStack own;
    private static SimulatorControl control;
    private static Books books;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start() throws Exception {
        Path checkout = Path.of(System.getProperty("fairlead.checkout", "..")).toAbsolutePath();
        own = OwnStack.start(checkout, PORT_BASE);
        control = new SimulatorControl(own.stack());
        books = new Books(own.stack());
    }

    @AfterAll
    static void stop() throws IOException {
        if (own != null) {
            own.close();
        }
    }

    @Test
    void everyCallHasItsOneOutcomeAndNobodyIsDialledTwice() throws Exception {
        // given
        Staff staff = new Staff(own.stack());
        staff.ready("seller", ATTEMPTS, NORTHWAY, List.of("lang:en", "sales"));
        List<DeskAgent> clerks = staff.ready("clerk", CLERKS, LUMEN, List.of("lang:it", "billing"));
        attemptsGoOut();
        List<DeskAgent> talking = callsComeIn(clerks);
        assertThat(stateOf(LUMEN, "CONNECTED")).isEqualTo(TALKING);
        assertThat(stateOf(LUMEN, "RESERVED")).isEqualTo(CLERKS - TALKING);
        assertThat(stateOf(LUMEN, "QUEUED")).isEqualTo(CALLS - CLERKS);
        assertThat(live("OUTBOUND")).hasSize(ATTEMPTS);

        // when
        own.kill(Part.SERVER);
        whatRingsIsLetGo();
        own.startAgain(Part.SERVER);

        // then
        aTalkCanStillBeControlled(talking.get(0));
        everybodyHangsUp();
        theBooksAreWhole();
    }

    /** Calls of a support line: the law names hours for selling and collecting, and this test runs at any hour. */
    private void attemptsGoOut() throws Exception {
        ObjectNode habits = json.createObjectNode();
        habits.put("human", 1).put("machine", 0).put("busy", 0).put("noAnswer", 0);
        habits.put("congestion", 0).put("unallocated", 0).put("rejected", 0);
        habits.put("ringFromSeconds", 60).put("ringToSeconds", 75);
        habits.put("patienceSeconds", 10).put("talkSeconds", 5).put("hangsUpFirst", 1);
        control.post("/settings", habits);
        books.change(
                "update campaign set call_from = '00:00', call_until = '00:00', ring_seconds = 90, state = 'RUNNING',"
                        + " program_id = (select program_id from program where code = 'northway-ru') where client_id = ?",
                NORTHWAY);
        UUID list = UUID.randomUUID();
        books.change(
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)"
                        + " select c.client_id, ?, c.campaign_id, 'fault', p.person_id, now(), 'LOADED', false"
                        + " from campaign c, person p where c.code = 'northway-us' and p.login = 'bora'",
                list);
        for (int i = 0; i < ATTEMPTS; i++) {
            books.change(
                    "insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)"
                            + " select client_id, ?, campaign_id, list_id, ?, 'Lead', 'US', '{America/New_York}'"
                            + " from lead_list where list_id = ?",
                    UUID.randomUUID(),
                    String.format(Locale.ROOT, "+121255501%02d", 50 + i),
                    list);
        }
        Await.until("all attempts are out", SOON, () -> live("OUTBOUND").size() == ATTEMPTS);
    }

    /** Some are talking, some are offered to agents who do not look, the others wait. */
    private List<DeskAgent> callsComeIn(List<DeskAgent> clerks) throws Exception {
        for (int i = 0; i < CALLS; i++) {
            control.call("+390280001001", String.format(Locale.ROOT, "+3906555%04d", i), 900);
        }
        Await.until("each clerk is offered a call", SOON, () -> stateOf(LUMEN, "RESERVED") == CLERKS);
        List<DeskAgent> talking = clerks.subList(0, TALKING);
        List<Callable<Void>> accepts = new ArrayList<>();
        for (DeskAgent clerk : talking) {
            accepts.add(() -> {
                clerk.onContact(contactOf(clerk.desk()), "accept", "{}");
                return null;
            });
        }
        Staff.together(accepts);
        Await.until("they talk", SOON, () -> stateOf(LUMEN, "CONNECTED") == TALKING);
        return talking;
    }

    /** Nobody would be there for who answers. How the books end it is seen when the server is back. */
    private static void whatRingsIsLetGo() throws Exception {
        Await.until("what rings is let go", LET_GO, () -> live("OUTBOUND").isEmpty());
        assertThat(live("INBOUND")).hasSize(CALLS);
    }

    private void aTalkCanStillBeControlled(DeskAgent clerk) throws Exception {
        Await.until("the agent is in again", SOON, () -> {
            clerk.comeIn();
            return true;
        });
        assertThat(clerk.phase()).isEqualTo("CONNECTED");
        String contact = contactOf(clerk.desk());
        clerk.onContact(contact, "hold", "{\"on\":true}");
        Await.until(
                "the customer is held",
                SOON,
                () -> clerk.desk().path("contact").path("held").asBoolean());
        clerk.onContact(contact, "hold", "{\"on\":false}");
        Await.until(
                "the customer is back",
                SOON,
                () -> !clerk.desk().path("contact").path("held").asBoolean());
        clerk.onContact(contact, "hang-up", "{}");
        Await.until("the talk is over", SOON, () -> clerk.phase().equals("WRAP_UP"));
        assertThat(live("INBOUND")).doesNotContain(contact);
    }

    /** Who waits or talks hangs up; what rang was let go when the server died. */
    private void everybodyHangsUp() throws Exception {
        books.change("update campaign set state = 'PAUSED' where client_id = ?", NORTHWAY);
        Await.until("no call lives", SETTLING, () -> {
            for (String call : live("INBOUND")) {
                hangUp(call);
            }
            return live("INBOUND").isEmpty() && live("OUTBOUND").isEmpty();
        });
        Await.until(
                "every contact is closed",
                SETTLING,
                () -> books.count("select count(*) from contact where closed_at is null") == 0);
    }

    /** Another wave may have ended it meanwhile. */
    private static void hangUp(String call) throws IOException, InterruptedException {
        try {
            control.delete("/calls/" + call);
        } catch (IOException e) {
            if (live("INBOUND").contains(call)) {
                throw e;
            }
        }
    }

    private void theBooksAreWhole() throws Exception {
        List<String> customers = new ArrayList<>();
        List<String> dialled = new ArrayList<>();
        for (JsonNode call : control.get("/calls?all").path("calls")) {
            customers.add(call.path("call").asText());
            if (call.path("direction").asText().equals("OUTBOUND")) {
                dialled.add(call.path("dialled").asText());
            }
        }
        assertThat(customers).doesNotHaveDuplicates().hasSize(CALLS + ATTEMPTS);
        assertThat(dialled).doesNotHaveDuplicates().hasSize(ATTEMPTS);
        assertThat(control.get("/figures").path("manila").path("dialled").asInt())
                .isEqualTo(ATTEMPTS);
        assertThat(books.column("select call_id::text from contact"))
                .as("exactly one contact for each call")
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(books.column("select contact_id::text from contact where outcome is null"))
                .as("contacts without an outcome")
                .isEmpty();
        assertThat(
                        books.column(
                                """
                        select contact_id::text from contact c where not exists (
                          select from contact_event e where e.contact_id = c.contact_id and e.kind = 'ENDED')
                          or not exists (
                          select from contact_event e where e.contact_id = c.contact_id and e.kind = 'CLOSED')
                        """))
                .as("contacts that did not end or close")
                .isEmpty();
        assertThat(
                        books.column(
                                """
                        select contact_id::text from contact_event where kind in ('ENDED', 'CLOSED')
                        group by contact_id, kind having count(*) > 1
                        """))
                .as("contacts that ended or closed twice")
                .isEmpty();
        Await.until(
                "every attempt has ended",
                SOON,
                () -> books.count("select count(*) from attempt where state <> 'ENDED' or outcome is null") == 0);
        assertThat(books.count("select count(*) from attempt")).isEqualTo(ATTEMPTS);
    }

    private static long stateOf(int client, String state) throws SQLException, IOException {
        return books.count("select count(*) from contact where client_id = ? and state = ?", client, state);
    }

    private static List<String> live(String direction) throws IOException, InterruptedException {
        List<String> calls = new ArrayList<>();
        for (JsonNode call : control.get("/calls").path("calls")) {
            if (call.path("direction").asText().equals(direction)) {
                calls.add(call.path("call").asText());
            }
        }
        return calls;
    }

    private static String contactOf(JsonNode desk) {
        return desk.path("contact").path("contactId").asText();
    }
}
