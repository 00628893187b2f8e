package org.fairlead.campaign;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Outbound efforts of the clients that the caller serves: what they are, whether they run, and the lists of people to be
 * contacted. Reading: supervisor, BPO admin, account manager, compliance officer; changing: supervisor, BPO admin.
 *
 * <p>A campaign or list outside the caller's scope is {@link org.fairlead.shared.NotFound}, and the try is audited.
 */
public interface Campaigns {

    /** All campaigns in the caller's scope, by client and name, each with its counts. */
    List<CampaignView> campaigns();

    /** Those of one client. */
    List<CampaignView> campaigns(ClientId client);

    CampaignView campaign(UUID campaignId);

    /**
     * Makes a campaign that is not running yet.
     *
     * @throws org.fairlead.shared.Refused with the reason's key when a setting is impossible
     */
    UUID create(CampaignSettings settings);

    /** Changes what may change while leads exist: everything but client and programme. */
    void edit(UUID campaignId, CampaignSettings settings);

    void start(UUID campaignId);

    /** No new attempt is written; what is in flight comes to its end. */
    void pause(UUID campaignId);

    /**
     * Takes a list in. Returns as soon as the file is received; reading goes on by itself and outlives the page. Follow it
     * with {@link #list(UUID)} or the event {@link UploadProgressed}.
     *
     * @param name the file's name
     * @return the new list's id
     */
    UUID upload(UUID campaignId, String name, InputStream file, UploadOptions options);

    /** The campaign's lists, newest first. */
    List<LeadListView> lists(UUID campaignId);

    LeadListView list(UUID listId);

    /**
     * Faults by line.
     *
     * @param first 0 for the first page
     */
    List<FaultView> faults(UUID listId, int first, int size);

    int faultCount(UUID listId);

    /** The leads for which nothing is left to try, by how their last try ended: whom one could make ready again. */
    List<Spent> spent(UUID campaignId);

    /**
     * Makes leads ready again for which nothing was left to try; their tries count anew for the campaign's retry rules,
     * not for the law's caps. Nobody who was talked to, or is not to be called, is among them. Audited.
     *
     * @return how many
     * @throws org.fairlead.shared.Refused {@code campaign.recycle.outcomes} when none is named, {@code
     *     campaign.recycle.days} when the age is impossible
     */
    int recycle(UUID campaignId, Recycling what);

    /**
     * Leads with one end.
     *
     * @param outcome of the last try; {@code DENIED} when none was allowed any more
     * @param longestAgo the last try of the one that waits longest; null when there was none
     * @param latest the last try of all; null when there was none
     */
    record Spent(String outcome, int leads, @Nullable Instant longestAgo, @Nullable Instant latest) {}

    /**
     * Which of them.
     *
     * @param days since the last try, at least; 0 for any
     * @param listId of one list; null for all
     */
    record Recycling(Set<String> outcomes, int days, @Nullable UUID listId) {

        public Recycling {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /** A campaign's settings with the version to be given back with an edit. */
    CampaignSettings settings(UUID campaignId);
}
