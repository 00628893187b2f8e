package org.fairlead.dialer.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.dialer.WhatIf.Day;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Sql;

/**
 * What a campaign met on the last day on which somebody answered it: its agents, whom the dials reached, how long talks
 * took. A day is the client's, wherever the agents sit.
 */
public final class LastDay {

    private static final String MET =
            """
            with last as (
              select k.client_id, k.time_zone, date_trunc('day', x.offered_at at time zone k.time_zone) as day
              from campaign p
              join client k on k.client_id = p.client_id
              cross join lateral (
                select c.offered_at from contact c
                where c.client_id = p.client_id and c.campaign_id = p.campaign_id and c.direction = 'OUTBOUND'
                  and c.outcome in ('HANDLED','ABANDONED') and c.offered_at < ?
                order by c.offered_at desc limit 1) x
              where p.campaign_id = ? and p.client_id = any (scope_clients()))
            select count(*) as dials,
              count(distinct agent_id) filter (where connected_at is not null) as agents,
              extract(epoch from max(offered_at) - min(offered_at)) / 3600 as hours,
              count(*) filter (where outcome in ('HANDLED', 'ABANDONED')) as people,
              count(*) filter (where outcome in ('MACHINE', 'FAX')) as machines,
              count(*) filter (where outcome in ('BUSY', 'DEAD_LINE', 'FAILED')) as dead,
              avg(extract(epoch from queued_at - offered_at)) filter (where connected_at is not null) as ring,
              avg(extract(epoch from ended_at - connected_at)) as talk,
              stddev_pop(extract(epoch from ended_at - connected_at)) as spread,
              avg(extract(epoch from closed_at - ended_at)) filter (where connected_at is not null) as wrap_up
            from contact c join last on last.client_id = c.client_id
            where c.campaign_id = ? and c.direction = 'OUTBOUND' and c.outcome is not null
              and c.outcome not in ('EXPIRED', 'REFUSED')
              and c.offered_at >= last.day at time zone last.time_zone
              and c.offered_at < (last.day + interval '1 day') at time zone last.time_zone
            """;

    private static final int FEWEST = 50;

    private LastDay() {}

    /**
     * @param before only what was dialled before this instant
     * @throws NotFound when it is none of the caller's clients'
     */
    public static Day of(Connection c, UUID campaignId, Instant before) {
        String served = "select client_id from campaign where campaign_id = ? and client_id = any (scope_clients())";
        if (Sql.one(c, row -> row.getInt(1), served, campaignId).isEmpty()) {
            throw new NotFound("campaign " + campaignId);
        }
        return Sql.one(c, LastDay::day, MET, before, campaignId, campaignId).orElse(Day.USUAL);
    }

    private static Day day(ResultSet row) throws SQLException {
        int dials = row.getInt("dials");
        int people = row.getInt("people");
        double talk = row.getDouble("talk");
        if (dials < FEWEST || people == 0 || talk <= 0) {
            return Day.USUAL;
        }
        return new Day(
                Math.max(1, row.getInt("agents")),
                Math.max(0.5, Math.min(12, row.getDouble("hours"))),
                (double) people / dials,
                (double) row.getInt("machines") / dials,
                (double) row.getInt("dead") / dials,
                Math.max(1, row.getDouble("ring")),
                Math.max(5, talk),
                Math.max(0.1, Math.min(3, row.getDouble("spread") / talk)),
                Math.max(1, row.getDouble("wrap_up")),
                1,
                dials);
    }
}
