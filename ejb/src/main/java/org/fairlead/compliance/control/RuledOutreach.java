package org.fairlead.compliance.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.entity.OutreachPolicy;
import org.fairlead.compliance.entity.RulePack;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Sql;

/** The outreach decision on PostgreSQL: rules, past and standing are read in the transaction that asks. */
@ApplicationScoped
public class RuledOutreach implements Outreach {

    private final RuleShelf rules = new RuleShelf();
    private final FactBook book = new FactBook(System.getenv("FAIRLEAD_DATA_COUNTRY"));

    @Override
    public Instant now(Connection transaction) {
        return Sql.one(
                        transaction,
                        row -> Objects.requireNonNull(Sql.instant(row, "now")),
                        "select clock_timestamp() as now")
                .orElseThrow();
    }

    @Override
    public List<Candidate> lock(Connection transaction, ClientId client, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Set<String> ours = new HashSet<>(Sql.list(
                transaction,
                row -> row.getString(1),
                """
                select key from (
                  select key, pg_try_advisory_xact_lock(hashtextextended(key, 0)) as ours from unnest(?::text[]) as x(key)) y
                where ours
                """,
                (Object) keys(client, candidates)));
        return candidates.stream()
                .filter(candidate -> ours.containsAll(keys(client, candidate)))
                .toList();
    }

    @Override
    public void await(Connection transaction, ClientId client, Candidate candidate) {
        for (String key : keys(client, List.of(candidate))) {
            Sql.list(transaction, row -> true, "select pg_advisory_xact_lock(hashtextextended(?, 0))", key);
        }
    }

    /** In one order, so that who waits for more than one waits for nobody who waits for him. */
    private static String[] keys(ClientId client, List<Candidate> candidates) {
        return candidates.stream()
                .flatMap(candidate -> keys(client, candidate).stream())
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }

    private static List<String> keys(ClientId client, Candidate candidate) {
        String number = client + ":" + candidate.number();
        return candidate.person() == null ? List.of(number) : List.of(number, client + ":person:" + candidate.person());
    }

    @Override
    public List<Verdict> judge(Connection transaction, Effort effort, List<Candidate> candidates, Instant at) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        FactBook.Gathered gathered = book.gather(transaction, effort, candidates, at);
        RulePack pack = rules.pack(transaction, effort.client(), gathered.versions());
        return gathered.facts().stream()
                .map(facts -> decide(pack, facts, effort.limits(), at))
                .toList();
    }

    @Override
    public List<OutreachFacts> facts(Connection transaction, Effort effort, List<Candidate> candidates, Instant at) {
        return book.gather(transaction, effort, candidates, at).facts();
    }

    @Override
    public Verdict decide(Connection transaction, OutreachFacts facts, OutreachLimits limits, Instant at) {
        return decide(rules.pack(transaction, facts.client()), facts, limits, at);
    }

    private static Verdict decide(RulePack pack, OutreachFacts facts, OutreachLimits limits, Instant at) {
        return OutreachPolicy.decide(facts, pack.applying(facts.where().jurisdictions(), limits), at);
    }

    @Override
    public void sent(Connection transaction, ClientId client, Channel channel, Candidate to, UUID id, Instant at) {
        book.sent(transaction, client, channel, to, id, at);
    }

    @Override
    public void ended(Connection transaction, ClientId client, UUID campaignId, String outcome, Instant at) {
        book.ended(transaction, client, campaignId, outcome, at);
    }

    @Override
    public Optional<AbandonmentCap> abandonmentCap(
            Connection transaction, ClientId client, Set<String> countries, OutreachLimits limits, Instant at) {
        return rules.pack(transaction, client)
                .strictestAbandonment(countries, limits, at)
                .map(rule ->
                        new AbandonmentCap(rule.head().reference(), rule.head().citation(), rule.rate()));
    }

    @Override
    public Set<String> listed(Connection transaction, ClientId client, Collection<String> numbers) {
        return DoNotCallList.among(transaction, client, numbers);
    }

    @Override
    public void list(Connection transaction, ClientId client, String number, String source, Instant at) {
        DoNotCallList.insert(transaction, client, number, source, at);
    }

    @Override
    public Optional<String> listCaller(Connection transaction, ClientId client, UUID contactId, Instant at) {
        return CallerWishes.list(transaction, client, contactId, at);
    }

    @Override
    public List<Wish> unheard(Connection allClients, Instant since) {
        return CallerWishes.unheard(allClients, since);
    }
}
