package org.fairlead.compliance.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Jurisdictions;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.Outreach.Candidate;
import org.fairlead.compliance.Outreach.Effort;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.LiveHour;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of many candidates with a handful of statements, however many they are. */
final class FactBook {

    /** Further back no rule looks at live calls. */
    private static final Duration LIVE_MEMORY = Duration.ofDays(32);

    /** Two questions in one rather than an "or", which keeps PostgreSQL from its indexes. */
    private static final String PAST =
            """
            select * from outreach_past p where p.client_id = ? and p.number = any (?) and p.at > ?
            union
            select * from outreach_past p where p.client_id = ? and p.person = any (?) and p.at > ?
            """;

    private final StandingBook standings = new StandingBook();
    private final @Nullable String dataCountry;

    /** @param dataCountry where this data base stands, null when nobody said */
    FactBook(@Nullable String dataCountry) {
        this.dataCountry = dataCountry;
    }

    List<OutreachFacts> facts(Connection c, Effort effort, List<Candidate> candidates, Instant at) {
        Past past = past(c, effort.client(), candidates, at);
        Map<Candidate, Standing> said = standings.of(c, effort.client(), candidates, at);
        List<LiveHour> live = live(c, effort, at);
        Manner manner = manner(c, effort);
        return candidates.stream()
                .map(candidate -> new OutreachFacts(
                        effort.client(),
                        target(effort, candidate),
                        Jurisdictions.of(
                                candidate.number(), candidate.address(), candidate.zones(), effort.countries()),
                        manner,
                        said.getOrDefault(candidate, Standing.NOTHING),
                        past.of(candidate),
                        live))
                .toList();
    }

    /** What the campaign's own rows say of how it is done, beside what its dialer says. */
    private Manner manner(Connection c, Effort effort) {
        Manner how = effort.manner();
        return Sql.one(
                        c,
                        row -> new Manner(
                                how.agentReserved(),
                                how.recordedVoice(),
                                how.ringSeconds(),
                                how.callerId(),
                                how.safeHarbour(),
                                row.getString("sector"),
                                row.getString("brand"),
                                dataCountry,
                                how.sites().isEmpty() ? sites(row.getString("site_country")) : how.sites()),
                        """
                        select k.sector, b.code as brand, s.country as site_country
                        from campaign c join client k on k.client_id = c.client_id
                        join program p on p.client_id = c.client_id and p.program_id = c.program_id
                        join brand b on b.client_id = p.client_id and b.brand_id = p.brand_id
                        left join site s on s.gateway = c.gateway
                        where c.client_id = ? and c.campaign_id = ?
                        """,
                        effort.client(),
                        effort.campaignId())
                .orElse(how);
    }

    private static Set<String> sites(@Nullable String country) {
        return country == null ? Set.of() : Set.of(country);
    }

    private static Target target(Effort effort, Candidate candidate) {
        boolean mobile = effort.channel() == Channel.VOICE && PhoneNumbers.mayBeMobile(candidate.number());
        return new Target(
                effort.channel(), candidate.number(), candidate.person(), candidate.debt(), candidate.place(), mobile);
    }

    /** By number and by person; what is found by both is one event. */
    private record Past(Map<String, Map<UUID, PastContact>> byNumber, Map<String, Map<UUID, PastContact>> byPerson) {

        List<PastContact> of(Candidate candidate) {
            Map<UUID, PastContact> all = new HashMap<>(byNumber.getOrDefault(candidate.number(), Map.of()));
            if (candidate.person() != null) {
                all.putAll(byPerson.getOrDefault(candidate.person(), Map.of()));
            }
            if (candidate.attemptId() != null) {
                all.remove(candidate.attemptId());
            }
            return new ArrayList<>(all.values());
        }
    }

    private static Past past(Connection c, ClientId client, List<Candidate> candidates, Instant at) {
        Past past = new Past(new HashMap<>(), new HashMap<>());
        Instant since = at.minus(Outreach.MEMORY);
        Sql.list(
                c,
                row -> note(past, row),
                PAST,
                client,
                numbers(candidates),
                since,
                client,
                persons(candidates).toArray(String[]::new),
                since);
        return past;
    }

    private static boolean note(Past past, ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PastContact contact = contact(row);
        past.byNumber()
                .computeIfAbsent(contact.number(), number -> new HashMap<>())
                .put(id, contact);
        if (contact.person() != null) {
            past.byPerson()
                    .computeIfAbsent(contact.person(), person -> new HashMap<>())
                    .put(id, contact);
        }
        return true;
    }

    static PastContact contact(ResultSet row) throws SQLException {
        return new PastContact(
                Objects.requireNonNull(Sql.instant(row, "at")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("inbound"),
                row.getString("number"),
                row.getString("person"),
                row.getString("debt"),
                Place.valueOf(row.getString("place")),
                Result.valueOf(row.getString("result")));
    }

    private static List<LiveHour> live(Connection c, Effort effort, Instant at) {
        if (effort.campaignId() == null || effort.manner().agentReserved()) {
            return List.of();
        }
        return Sql.list(
                c,
                row -> new LiveHour(
                        Objects.requireNonNull(Sql.instant(row, "hour")),
                        row.getInt("answered"),
                        row.getInt("abandoned")),
                "select hour, answered, abandoned from outreach_live_hour"
                        + " where client_id = ? and campaign_id = ? and hour > ?",
                effort.client(),
                effort.campaignId(),
                at.minus(LIVE_MEMORY));
    }

    void ended(Connection c, ClientId client, UUID campaignId, String outcome, Instant at) {
        boolean abandoned = outcome.equals("ABANDONED");
        if (abandoned || outcome.equals("HANDLED")) {
            Sql.update(
                    c,
                    """
                    insert into outreach_live_hour as h (client_id, campaign_id, hour, answered, abandoned) values (?, ?, ?, 1, ?)
                    on conflict (client_id, campaign_id, hour)
                    do update set answered = h.answered + 1, abandoned = h.abandoned + excluded.abandoned
                    """,
                    client,
                    campaignId,
                    at.truncatedTo(ChronoUnit.HOURS),
                    abandoned ? 1 : 0);
        }
    }

    static String[] numbers(Collection<Candidate> candidates) {
        return candidates.stream().map(Candidate::number).distinct().toArray(String[]::new);
    }

    static Set<String> persons(Collection<Candidate> candidates) {
        Set<String> persons = new HashSet<>();
        for (Candidate candidate : candidates) {
            @Nullable String person = candidate.person();
            if (person != null) {
                persons.add(person);
            }
        }
        return persons;
    }
}
