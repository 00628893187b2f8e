package org.fairlead.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.fairlead.itests.stack.Await;
import org.fairlead.launcher.parts.Part;
import org.fairlead.launcher.telephony.SiteTelephony;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Twenty real calls live while a part dies: talks, customers who wait, telephones that ring. Whatever dies, each call
 * has one outcome, nobody is dialled twice, and agents are ready for the next call within ten seconds of its return.
 */
@EnabledIfSystemProperty(named = "fairlead.itests.telephony-faults", matches = "true")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TelephonyFaultIT {

    private static final Logger LOG = Logger.getLogger(TelephonyFaultIT.class.getName());
    private static final int PORT_BASE = 25_080;
    private static final int LUMEN = 1;
    private static final int NORTHWAY = 3;
    private static final int COME_IN = 14;
    private static final int CLERKS = 6;
    private static final int DIALS = 6;
    private static final int LATE = 3;
    private static final int GIVE_UP = 2;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration RECOVERY = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofMinutes(2);

    private static LiveTelephony live;
    private static Books books;
    private static RingingLeads leads;
    private static List<DeskAgent> clerks;
    private static List<DeskAgent> sellers;
    private static String disposition = "";
    private static final List<String> CALLS = new ArrayList<>();
    /** What was to be dialled while nothing could be. */
    private static List<String> late = List.of();

    private final Clock clock = Clock.systemUTC();
    private List<String> waiting = List.of();

    @BeforeAll
    static void start() throws Exception {
        live = new LiveTelephony(PORT_BASE);
        books = new Books(live.own().stack());
        leads = new RingingLeads(books, live.control());
        leads.begin("tirana");
        disposition = books.column(
                        "select d.code from disposition d join program p using (program_id) where p.code = 'lumen-care' limit 1")
                .get(0);
        Staff staff = new Staff(live.own().stack());
        clerks = staff.ready("voice", CLERKS, LUMEN, List.of("lang:it", "billing"));
        sellers = staff.ready("seller", DIALS + LATE, NORTHWAY, List.of("lang:en", "sales"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (live != null) {
            live.close();
        }
    }

    /** Some talk, some wait, some are being dialled: twenty calls. */
    @BeforeEach
    void twentyCallsLive() throws Exception {
        everythingEnds();
        leads.ringLong();
        leads.add(DIALS);
        Await.until("all dials ring", SOON, () -> dialling() == DIALS);
        CALLS.addAll(live.callsComeIn(COME_IN));
        Await.until("each clerk is offered a call", SOON, () -> inState("RESERVED") == CLERKS);
        together(clerks, clerk -> clerk.onContact(contactOf(clerk), "accept", "{}"));
        Await.until("they talk", SOON, () -> inState("CONNECTED") == CLERKS);
        waiting = books.column(
                "select call_id::text from contact where state = 'QUEUED' and direction = 'INBOUND' order by offered_at");
        assertThat(waiting).hasSize(COME_IN - CLERKS);
        assertThat(live.callsInEngine()).hasSizeGreaterThanOrEqualTo(COME_IN + DIALS);
    }

    @Test
    @Order(1)
    void theGatewayIsKilled() throws Exception {
        Set<String> channels = live.channels(SiteTelephony.CARRIER);

        live.gateway().kill();
        List<String> gone = someGiveUp();
        live.gateway().start();
        Instant back = clock.instant();

        assertThat(live.channels(SiteTelephony.CARRIER))
                .as("talks and telephones that ring go on")
                .hasSize(channels.size() - gone.size())
                .isSubsetOf(channels);
        theyAreOver(back, gone);
        agentsAreReadyAgain(back, "the gateway's end");
        aTalkIsCommanded();
        theBooksAreWhole();
    }

    @Test
    @Order(2)
    void theServerIsKilled() throws Exception {
        live.own().kill(Part.SERVER);
        List<String> gone = someGiveUp();
        live.own().startAgain(Part.SERVER);
        Instant back = clock.instant();

        theyAreOver(back, gone);
        together(both(), DeskAgent::comeBack);
        agentsAreReadyAgain(back, "the server's end");
        aTalkIsCommanded();
        theBooksAreWhole();
    }

    /** For two minutes nothing goes from the site to the centre or back; the gateway dies in the midst of it. */
    @Test
    @Order(3)
    void theBrokerIsAwayForTwoMinutes() throws Exception {
        Instant over = clock.instant().plus(OUTAGE);
        live.gateway().line().cut();

        List<String> gone = new ArrayList<>(someGiveUp());
        for (DeskAgent clerk : clerks.subList(0, GIVE_UP)) {
            gone.add(contactOf(clerk));
            clerk.onContact(contactOf(clerk), "hang-up", "{}");
        }
        late = leads.add(LATE);
        Await.until("more are to be dialled", SOON, () -> dialling() == DIALS + LATE);
        live.gateway().kill();
        live.gateway().start();
        assertThat(live.callsInEngine()).as("the others talk and wait on").hasSizeGreaterThan(COME_IN / 2);
        Await.until("two minutes are over", OUTAGE, () -> clock.instant().isAfter(over));
        live.gateway().line().mend();
        Instant back = clock.instant();

        theyAreOver(back, gone);
        agentsAreReadyAgain(back, "two minutes without the broker");
        aTalkIsCommanded();
        theBooksAreWhole();
    }

    @Test
    @Order(4)
    void theEngineIsKilled() throws Exception {
        List<String> all = books.column("select call_id::text from contact where ended_at is null");

        live.own().kill(Part.TELEPHONY_TIRANA);
        live.own().startAgain(Part.TELEPHONY_TIRANA);
        Instant back = clock.instant();

        theyAreOver(back, all);
        agentsAreReadyAgain(back, "the engine's end");
        CALLS.addAll(live.callsComeIn(1));
        Await.until("the next call is offered", RECOVERY, () -> inState("RESERVED") == 1);
        theBooksAreWhole();
    }

    /** Customers hang up while nobody can tell the centre. */
    private List<String> someGiveUp() throws Exception {
        List<String> impatient = waiting.subList(waiting.size() - GIVE_UP, waiting.size());
        for (String call : impatient) {
            live.customerHangsUp(call);
        }
        Await.until(
                "the site's engine has noticed", RECOVERY, () -> Collections.disjoint(live.callsInEngine(), impatient));
        return impatient;
    }

    private void theyAreOver(Instant since, List<String> calls) {
        Await.until("the centre knows what ended", left(since), () -> books.column(
                        "select call_id::text from contact where outcome is not null")
                .containsAll(calls));
    }

    /** The last clerk's customer is there as before, and does what the desk says. */
    private static void aTalkIsCommanded() throws Exception {
        DeskAgent clerk = clerks.get(CLERKS - 1);
        assertThat(clerk.phase()).isEqualTo("CONNECTED");
        hold(clerk, true);
        hold(clerk, false);
        clerk.onContact(contactOf(clerk), "hang-up", "{}");
        Await.until("it is over", RECOVERY, () -> clerk.phase().equals("WRAP_UP"));
    }

    private static void hold(DeskAgent clerk, boolean on) throws Exception {
        clerk.onContact(contactOf(clerk), "hold", "{\"on\":" + on + "}");
        Await.until(
                "held: " + on,
                RECOVERY,
                () -> clerk.desk().path("contact").path("held").asBoolean() == on);
    }

    /** Each agent ends what was there, as one does at the desk, and is free or offered the next call. */
    private void agentsAreReadyAgain(Instant since, String after) throws Exception {
        List<String> talks = books.column("select contact_id::text from contact where state in ('CONNECTED', 'WRAP_UP')"
                + " and closed_at is null");
        List<DeskAgent> all = new ArrayList<>(both());
        if (inState("CONNECTED") > 0) {
            all.remove(clerks.get(CLERKS - 1));
        }
        together(all, agent -> Await.until(agent.login() + " is ready", left(since), () -> ready(agent, talks)));
        long millis = Duration.between(since, clock.instant()).toMillis();
        LOG.log(Level.INFO, "agents ready again {0} ms after {1}", new Object[] {millis, after});
    }

    private static boolean ready(DeskAgent agent, List<String> talks) throws Exception {
        JsonNode desk = agent.desk();
        String contact = desk.path("contact").path("contactId").asText();
        if (!talks.contains(contact)) {
            return List.of("AVAILABLE", "RESERVED")
                    .contains(desk.path("presence").asText());
        }
        String phase = desk.path("contact").path("phase").asText();
        if (phase.equals("CONNECTED")) {
            agent.onContact(contact, "hang-up", "{}");
        } else if (phase.equals("WRAP_UP")) {
            close(agent, contact);
        }
        return false;
    }

    private static void close(DeskAgent agent, String contact) throws Exception {
        agent.onContact(contact, "close", "{\"disposition\":\"" + disposition + "\",\"note\":\"\"}");
    }

    /** Everybody hangs up, and all agents are ready for what comes next. */
    private static void everythingEnds() {
        Await.until("every contact is closed", SOON, () -> {
            live.everybodyHangsUp();
            for (DeskAgent clerk : clerks) {
                if (clerk.phase().equals("WRAP_UP")) {
                    close(clerk, contactOf(clerk));
                }
            }
            return books.count("select count(*) from contact where closed_at is null") == 0;
        });
        Await.until("all are ready for the next", SOON, () -> {
            boolean ready = true;
            for (DeskAgent agent : both()) {
                if (!agent.presence().equals("AVAILABLE")) {
                    agent.beReady();
                    ready = false;
                }
            }
            return ready;
        });
    }

    /** Each call of all that were made has one contact, one outcome, one end, and was dialled at most once. */
    private void theBooksAreWhole() throws Exception {
        everythingEnds();
        List<String> dialled = books.column("select attempt_id::text from attempt where state <> 'DENIED'");
        assertThat(books.column("select call_id::text from contact"))
                .as("one contact for each call")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(CALLS.stream(), dialled.stream()).toList());
        assertThat(books.column("select contact_id::text from contact where outcome is null"))
                .isEmpty();
        assertThat(
                        books.column(
                                """
                        select contact_id::text from contact c where exists (
                          select k from (values ('ENDED'), ('CLOSED')) kinds (k) where 1 <> (
                            select count(*) from contact_event e where e.contact_id = c.contact_id and e.kind = k))
                        """))
                .as("contacts that did not end and close exactly once")
                .isEmpty();
        List<String> inTime = books.column("select remote from contact where direction = 'OUTBOUND'");
        inTime.removeAll(late);
        assertThat(live.watch().numbers())
                .as("each attempt reached the carrier once, but for those whose time was over")
                .containsExactlyInAnyOrderElementsOf(inTime);
    }

    private Duration left(Instant since) {
        Duration left = RECOVERY.minus(Duration.between(since, clock.instant()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static List<DeskAgent> both() {
        return Stream.concat(clerks.stream(), sellers.stream()).toList();
    }

    /** What an agent does. */
    private interface Act {
        void by(DeskAgent agent) throws Exception;
    }

    private static void together(List<DeskAgent> agents, Act act) throws Exception {
        Staff.together(agents.stream()
                .<Callable<Void>>map(agent -> () -> {
                    act.by(agent);
                    return null;
                })
                .toList());
    }

    private static long inState(String state) throws SQLException, IOException {
        return books.count("select count(*) from contact where state = ? and direction = 'INBOUND'", state);
    }

    private static long dialling() throws SQLException, IOException {
        return books.count("select count(*) from contact where direction = 'OUTBOUND' and ended_at is null");
    }

    private static String contactOf(DeskAgent agent) throws IOException, InterruptedException {
        return agent.desk().path("contact").path("contactId").asText();
    }
}
