package org.fairlead.itests.bench;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.HdrHistogram.Histogram;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.compliance.Verdict;
import org.fairlead.shared.ClientId;

/** The decision with a watch: what an attempt spends on locking its person, gathering the facts and deciding. */
final class TimedOutreach implements Outreach {

    private final Outreach decision;
    private final Histogram micros = new Histogram(3);
    private long locked;

    TimedOutreach(Outreach decision) {
        this.decision = decision;
    }

    Histogram micros() {
        return micros;
    }

    void reset() {
        micros.reset();
    }

    @Override
    public List<Candidate> lock(Connection transaction, ClientId client, List<Candidate> candidates) {
        long begun = System.nanoTime();
        List<Candidate> ours = decision.lock(transaction, client, candidates);
        locked = System.nanoTime() - begun;
        return ours;
    }

    @Override
    public List<Verdict> judge(Connection transaction, Effort effort, List<Candidate> candidates, Instant at) {
        long begun = System.nanoTime();
        List<Verdict> verdicts = decision.judge(transaction, effort, candidates, at);
        if (!candidates.isEmpty()) {
            micros.recordValue((System.nanoTime() - begun + locked) / 1_000 / candidates.size());
        }
        return verdicts;
    }

    @Override
    public Instant now(Connection transaction) {
        return decision.now(transaction);
    }

    @Override
    public void await(Connection transaction, ClientId client, Candidate candidate) {
        decision.await(transaction, client, candidate);
    }

    @Override
    public List<OutreachFacts> facts(Connection transaction, Effort effort, List<Candidate> candidates, Instant at) {
        return decision.facts(transaction, effort, candidates, at);
    }

    @Override
    public Verdict decide(Connection transaction, OutreachFacts facts, OutreachLimits limits, Instant at) {
        return decision.decide(transaction, facts, limits, at);
    }

    @Override
    public void sent(Connection transaction, ClientId client, Channel channel, Candidate to, UUID id, Instant at) {
        decision.sent(transaction, client, channel, to, id, at);
    }

    @Override
    public void ended(Connection transaction, ClientId client, UUID campaignId, String outcome, Instant at) {
        decision.ended(transaction, client, campaignId, outcome, at);
    }

    @Override
    public Optional<AbandonmentCap> abandonmentCap(
            Connection transaction, ClientId client, Set<String> countries, OutreachLimits limits, Instant at) {
        return decision.abandonmentCap(transaction, client, countries, limits, at);
    }

    @Override
    public Set<String> listed(Connection transaction, ClientId client, Collection<String> numbers) {
        return decision.listed(transaction, client, numbers);
    }

    @Override
    public void list(Connection transaction, ClientId client, String number, String source, Instant at) {
        decision.list(transaction, client, number, source, at);
    }

    @Override
    public Optional<String> listCaller(Connection transaction, ClientId client, UUID contactId, Instant at) {
        return decision.listCaller(transaction, client, contactId, at);
    }

    @Override
    public List<Wish> unheard(Connection allClients, Instant since) {
        return decision.unheard(allClients, since);
    }
}
