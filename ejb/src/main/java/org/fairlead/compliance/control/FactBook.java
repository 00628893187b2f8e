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
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.PhoneNumbers;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of many candidates with one statement, however many they are: what costs is the way there and back. */
final class FactBook {

    /** Further back no rule looks at live calls. */
    private static final Duration LIVE_MEMORY = Duration.ofDays(32);

    private static final String FACTS = "select * from outreach_facts(?, ?::uuid, ?, ?, ?, ?, ?::timestamptz)";

    private final @Nullable String dataCountry;

    /** @param dataCountry where this data base stands, null when nobody said */
    FactBook(@Nullable String dataCountry) {
        this.dataCountry = dataCountry;
    }

    /**
     * What was read in one look.
     *
     * @param versions how many versions of rules bind the client
     * @param facts one for each candidate, in order
     */
    record Gathered(int versions, List<OutreachFacts> facts) {}

    Gathered gather(Connection c, Effort effort, List<Candidate> candidates, Instant at) {
        Rows rows = new Rows(effort.manner());
        Sql.list(
                c,
                row -> rows.note(row, dataCountry),
                FACTS,
                effort.client(),
                effort.campaignId(),
                numbers(candidates),
                persons(candidates).toArray(String[]::new),
                at,
                at.minus(Outreach.MEMORY),
                effort.campaignId() == null || effort.manner().agentReserved() ? null : at.minus(LIVE_MEMORY));
        return new Gathered(
                rows.versions,
                candidates.stream()
                        .map(candidate -> new OutreachFacts(
                                effort.client(),
                                target(effort, candidate),
                                Jurisdictions.of(
                                        candidate.number(), candidate.address(), candidate.zones(), effort.countries()),
                                rows.manner,
                                rows.said.of(candidate),
                                rows.past.of(candidate),
                                rows.live))
                        .toList());
    }

    /** The rows of one look, sorted. */
    private static final class Rows {

        private final Past past = new Past(new HashMap<>(), new HashMap<>());
        private final StandingBook said = new StandingBook();
        private final List<LiveHour> live = new ArrayList<>();
        private Manner manner;
        private int versions;

        Rows(Manner manner) {
            this.manner = manner;
        }

        boolean note(ResultSet row, @Nullable String dataCountry) throws SQLException {
            String what = row.getString("what");
            switch (what) {
                case "VERSIONS" -> versions = row.getInt("amount");
                case "MANNER" -> manner = manner(manner, row, dataCountry);
                case "PAST" -> past.note(row);
                case "LIVE" -> live.add(new LiveHour(
                        Objects.requireNonNull(Sql.instant(row, "at")), row.getInt("amount"), row.getInt("more")));
                default -> said.note(what, row);
            }
            return true;
        }

        /** What the campaign's own rows say of how it is done, beside what its dialer says. */
        private static Manner manner(Manner how, ResultSet row, @Nullable String dataCountry) throws SQLException {
            String country = row.getString("place");
            Set<String> sites = country == null ? Set.of() : Set.of(country);
            return new Manner(
                    how.agentReserved(),
                    how.recordedVoice(),
                    how.ringSeconds(),
                    how.callerId(),
                    how.safeHarbour(),
                    row.getString("debt"),
                    row.getString("name"),
                    dataCountry,
                    how.sites().isEmpty() ? sites : how.sites());
        }
    }

    private static Target target(Effort effort, Candidate candidate) {
        boolean mobile = effort.channel() == Channel.VOICE && PhoneNumbers.mayBeMobile(candidate.number());
        return new Target(
                effort.channel(), candidate.number(), candidate.person(), candidate.debt(), candidate.place(), mobile);
    }

    /** By number and by person; what is found by both is one event. */
    private record Past(Map<String, Map<UUID, PastContact>> byNumber, Map<String, Map<UUID, PastContact>> byPerson) {

        void note(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            PastContact contact = contact(row);
            byNumber.computeIfAbsent(contact.number(), number -> new HashMap<>())
                    .put(id, contact);
            if (contact.person() != null) {
                byPerson.computeIfAbsent(contact.person(), person -> new HashMap<>())
                        .put(id, contact);
            }
        }

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

    private static PastContact contact(ResultSet row) throws SQLException {
        return new PastContact(
                Objects.requireNonNull(Sql.instant(row, "at")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("flag"),
                row.getString("number"),
                row.getString("person"),
                row.getString("debt"),
                Place.valueOf(row.getString("place")),
                Result.valueOf(row.getString("name")));
    }

    /** Among what was done elsewhere: no campaign did it. */
    void sent(Connection c, ClientId client, Channel channel, Candidate to, UUID id, Instant at) {
        Sql.update(
                c,
                """
                insert into outreach_import (client_id, import_id, at, channel, inbound, number, person, debt, place, result,
                  source, imported_by, imported_at) values (?, ?, ?, ?, false, ?, ?, ?, ?, 'SENT', 'debt message', 'system', ?)
                on conflict do nothing
                """,
                client,
                id,
                at,
                channel.name(),
                to.number(),
                to.person(),
                to.debt(),
                to.place().name(),
                at);
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

    private static String[] numbers(Collection<Candidate> candidates) {
        return candidates.stream().map(Candidate::number).distinct().toArray(String[]::new);
    }

    private static Set<String> persons(Collection<Candidate> candidates) {
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
