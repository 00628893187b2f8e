package org.fairlead.campaign;

import java.sql.Connection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Leads that come from other work than an uploaded list: somebody is due to be called. The campaign is told who and never
 * why. In the transaction of the connection, in the scope of the client.
 */
public interface LeadOffers {

    /**
     * Makes leads ready to be called. A person whom the campaign has done with is ready again; one who waits for a retry or
     * a callback goes on waiting for it; one who is not to be called stays so.
     *
     * @param list the name under which the campaign's page shows them
     * @param person who answers for the list
     * @return the numbers that are ready now and were not
     */
    Set<String> offer(
            Connection transaction,
            ClientId client,
            UUID campaignId,
            String list,
            UUID person,
            Instant now,
            List<Offer> offers);

    /**
     * Nobody is called about these debts any more until a lead is offered again: what waits is done, and what is under way
     * is not tried again when it ends, unless its agent agreed on a callback.
     */
    void withdraw(Connection transaction, ClientId client, Collection<UUID> debts);

    /**
     * Somebody to be called.
     *
     * @param number in E.164 form
     * @param reference of the person: what the outreach decision counts by
     * @param fields what the agent's page needs to find its way, {@code debt} among them
     * @param rank the smaller is called first
     */
    record Offer(
            String number,
            String name,
            @Nullable String language,
            String country,
            @Nullable String city,
            @Nullable String postalCode,
            String reference,
            Map<String, String> fields,
            int rank) {

        public Offer {
            fields = Map.copyOf(fields);
        }
    }
}
