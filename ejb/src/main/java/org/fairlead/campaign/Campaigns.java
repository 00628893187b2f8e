package org.fairlead.campaign;

import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.fairlead.shared.ClientId;

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

    /** A campaign's settings with the version to be given back with an edit. */
    CampaignSettings settings(UUID campaignId);
}
