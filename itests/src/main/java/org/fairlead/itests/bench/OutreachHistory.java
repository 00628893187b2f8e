package org.fairlead.itests.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the journal of attempts with plain SQL and proves what must hold over it. It shares no code with the decision, so
 * that a fault there is none here.
 *
 * @param overRegF stretches of seven days with more than seven connected attempts to one person about one debt
 * @param overCampaignCap the same for the campaigns' own cap on one number
 * @param afterConversation attempts in the seven days that begin with a conversation's own day
 * @param outsideHours attempts at a local time at which nobody may be called, in any zone of the number
 * @param atOnce attempts to a person while another was under way
 */
record OutreachHistory(
        int allowed,
        int denied,
        int shared,
        int overRegF,
        int overCampaignCap,
        int afterConversation,
        int outsideHours,
        int atOnce) {

    /** An attempt and the one that is seven, or the cap, places later must be a week apart. */
    private static final String WINDOW =
            """
            select count(*) from (
              select written_at, lead(written_at, %d) over (partition by %s order by written_at) as later
              from attempt where allowed %s) x
            where later < written_at + interval '7 days'
            """;

    private static final String AFTER_CONVERSATION =
            """
            select count(*) from attempt talk join attempt next
              on next.client_id = talk.client_id and next.person = talk.person and next.debt = talk.debt
             and next.written_at > talk.written_at and next.allowed
            where talk.allowed and talk.outcome in ('HANDLED', 'UNKNOWN')
              and (next.written_at at time zone 'America/New_York')::date
                < (talk.written_at at time zone 'America/New_York')::date + 7
            """;

    /** The law's eight to nine and the campaigns' nine to eight; the second half of the numbers lies in two zones. */
    private static final String OUTSIDE =
            """
            select count(*) from attempt a
            cross join lateral unnest(case when a.number like '+1850%' then array['America/New_York', 'America/Chicago']
                                           else array['America/New_York'] end) as z (zone)
            where a.allowed and ((a.written_at at time zone z.zone)::time < '09:00'
                              or (a.written_at at time zone z.zone)::time >= '20:00')
            """;

    private static final String AT_ONCE =
            """
            select count(*) from (
              select written_at, ended_at, lead(written_at) over (partition by person order by written_at, attempt_id) as later
              from attempt where allowed) x
            where later <= coalesce(ended_at, 'infinity')
            """;

    static OutreachHistory read(OutreachScene scene) throws SQLException {
        try (Connection c = scene.everything()) {
            return new OutreachHistory(
                    number(c, "select count(*) from attempt where allowed"),
                    number(c, "select count(*) from attempt where not allowed"),
                    number(
                            c,
                            "select count(*) from (select person from attempt where allowed group by person"
                                    + " having count(distinct campaign_id) > 1) x"),
                    number(c, WINDOW.formatted(7, "person, debt", "and outcome not in ('BUSY', 'FAILED')")),
                    number(c, WINDOW.formatted(OutreachScene.CAP, "number", "")),
                    number(c, AFTER_CONVERSATION),
                    number(c, OUTSIDE),
                    number(c, AT_ONCE));
        }
    }

    private static int number(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
