package org.fairlead.collections;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.campaign.LeadOffers;
import org.fairlead.compliance.DebtStops;
import org.fairlead.shared.ClientId;

/** What collections tell those who call: who is stopped, who is offered, who is not due any more. */
public final class FakeOutreach implements DebtStops, LeadOffers {

    private final List<Stop> standing = new ArrayList<>();
    private final List<Offer> offered = new ArrayList<>();
    private final List<UUID> withdrawn = new ArrayList<>();

    @Override
    public void stop(Connection transaction, ClientId client, Stop stop) {
        standing.add(stop);
    }

    @Override
    public int lift(Connection transaction, ClientId client, UUID source) {
        int before = standing.size();
        standing.removeIf(stop -> stop.source().equals(source));
        return before - standing.size();
    }

    @Override
    public Set<String> offer(
            Connection transaction,
            ClientId client,
            UUID campaignId,
            String list,
            UUID person,
            Instant now,
            List<Offer> offers) {
        offered.addAll(offers);
        return offers.stream().map(Offer::number).collect(Collectors.toSet());
    }

    @Override
    public void withdraw(Connection transaction, ClientId client, Collection<UUID> debts) {
        withdrawn.addAll(debts);
    }

    public List<Stop> standing() {
        return List.copyOf(standing);
    }

    public List<Offer> offered() {
        return List.copyOf(offered);
    }

    public List<UUID> withdrawn() {
        return List.copyOf(withdrawn);
    }
}
