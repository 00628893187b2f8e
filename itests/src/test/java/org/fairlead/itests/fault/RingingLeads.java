package org.fairlead.itests.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.fairlead.itests.stack.SimulatorControl;

/** A campaign that dials people whose telephones ring for long, so that attempts are out when something dies. */
final class RingingLeads {

    private static final int NORTHWAY = 3;
    private static final int FIRST_NUMBER = 50;

    private final Books books;
    private final SimulatorControl control;
    private final UUID list = UUID.randomUUID();
    private int leads;

    RingingLeads(Books books, SimulatorControl control) {
        this.books = books;
        this.control = control;
    }

    /** Calls of a support line: the law names hours for selling and collecting, and this runs at any hour. */
    void begin(String gateway) throws SQLException, IOException {
        books.change(
                "update campaign set call_from = '00:00', call_until = '00:00', ring_seconds = 90, state = 'RUNNING',"
                        + " gateway = ?, program_id = (select program_id from program where code = 'northway-ru')"
                        + " where client_id = ?",
                gateway,
                NORTHWAY);
        books.change(
                "insert into lead_list (client_id, list_id, campaign_id, name, uploaded_by, uploaded_at, state, all_or_none)"
                        + " select c.client_id, ?, c.campaign_id, 'fault', p.person_id, now(), 'LOADED', false"
                        + " from campaign c, person p where c.code = 'northway-us' and p.login = 'bora'",
                list);
    }

    /** A gateway that begins anew has forgotten how its customers behave. */
    void ringLong() throws IOException, InterruptedException {
        ObjectNode habits = new ObjectMapper().createObjectNode();
        habits.put("human", 1).put("machine", 0).put("busy", 0).put("noAnswer", 0);
        habits.put("congestion", 0).put("unallocated", 0).put("rejected", 0);
        habits.put("ringFromSeconds", 100).put("ringToSeconds", 110);
        habits.put("patienceSeconds", 10).put("talkSeconds", 5).put("hangsUpFirst", 1);
        control.post("/settings", habits);
    }

    /** More people to dial, each with a number of their own; answers the numbers. */
    List<String> add(int more) throws SQLException, IOException {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            String number = String.format(Locale.ROOT, "+121255501%02d", FIRST_NUMBER + leads++);
            numbers.add(number);
            books.change(
                    "insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)"
                            + " select client_id, ?, campaign_id, list_id, ?, 'Lead', 'US', '{America/New_York}'"
                            + " from lead_list where list_id = ?",
                    UUID.randomUUID(),
                    number,
                    list);
        }
        return numbers;
    }
}
