package org.fairlead.campaign.control;

import java.util.UUID;
import org.fairlead.campaign.UploadOptions;
import org.fairlead.shared.ClientId;

/**
 * One list to be taken in.
 *
 * @param country region for numbers that are written without {@code +}
 * @param bytes size of the file, for the progress
 */
public record ListTask(
        ClientId client, UUID campaignId, UUID listId, String country, UploadOptions options, long bytes) {}
