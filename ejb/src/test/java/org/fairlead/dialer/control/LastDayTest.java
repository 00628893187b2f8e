package org.fairlead.dialer.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.dialer.WhatIf.Day;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the day that is played again is made of. */
@Tag("database")
class LastDayTest {

    private static final Instant LATER = Instant.parse("2026-11-30T00:00:00Z");

    private final TestCampaign campaign = new TestCampaign();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    /** The client is in New York, its agents in Manila: their shift is one day of the client's. */
    @Test
    void aShiftThatCrossesMidnightElsewhereIsOneDayOfTheClients() throws SQLException {
        dials(60, "2026-11-23T20:00:00Z", "HANDLED", TestCampaign.CAMPAIGN.toString());

        Day day = last(LATER);

        assertThat(day.measured()).as("20:00 to 02:00 UTC").isEqualTo(60);
        assertThat(day.hours()).isBetween(5.8, 6.0);
    }

    @Test
    void theDayIsTheLastOnWhichSomebodyAnsweredBeforeTheInstant() throws SQLException {
        dials(60, "2026-11-19T15:00:00Z", "HANDLED", TestCampaign.CAMPAIGN.toString());
        dials(55, "2026-11-23T15:00:00Z", "HANDLED", TestCampaign.CAMPAIGN.toString());
        dials(5, "2026-11-23T18:00:00Z", "NO_ANSWER", TestCampaign.CAMPAIGN.toString());
        dials(70, "2026-11-24T15:00:00Z", "HANDLED", TestCampaign.SECOND_CAMPAIGN.toString());

        assertThat(last(LATER).measured()).isEqualTo(60);
        assertThat(last(LATER).people()).isBetween(0.91, 0.92);
        assertThat(last(Instant.parse("2026-11-20T12:00:00Z")).people()).isEqualTo(1.0);
        assertThat(last(Instant.parse("2026-11-19T00:00:00Z"))).isEqualTo(Day.USUAL);
    }

    private Day last(Instant before) throws SQLException {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            return LastDay.of(c, TestCampaign.CAMPAIGN, before);
        }
    }

    /** One every six minutes. */
    private void dials(int many, String from, String outcome, String whose) {
        campaign.execute(
                """
                insert into contact (client_id, contact_id, campaign_id, direction, state, gateway, call_id, offered_at, queued_at,
                  connected_at, ended_at, closed_at, outcome, agent_id)
                select 7, gen_random_uuid(), '%4$s', 'OUTBOUND', 'ENDED', 'manila', gen_random_uuid(), at, at + interval '9 s',
                  case when '%3$s' = 'HANDLED' then at + interval '10 s' end, at + interval '99 s', at + interval '120 s', '%3$s', '%5$s'
                from generate_series('%2$s'::timestamptz, '%2$s'::timestamptz + (%1$s - 1) * interval '6 minutes',
                  interval '6 minutes') as at
                """
                        .formatted(many, from, outcome, whose, TestCampaign.PERSON));
    }
}
