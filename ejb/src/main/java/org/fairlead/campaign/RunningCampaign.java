package org.fairlead.campaign;

import java.util.Map;
import java.util.UUID;
import org.fairlead.compliance.OutreachLimits;
import org.fairlead.shared.ClientId;

/**
 * A campaign whose numbers are being dialled: what the dialer needs to know of it.
 *
 * @param country region of its numbers
 * @param clientCountry where the client is: its law applies too
 * @param detectMachine whether the telephony tells people from machines
 * @param limits what it adds to the law
 * @param agentless what is heard, and the pace, while it calls without agents
 * @param zone of the client: its days and months are counted there
 */
public record RunningCampaign(
        ClientId client,
        UUID campaignId,
        UUID programId,
        String name,
        DialMode mode,
        String gateway,
        String callerId,
        String language,
        Map<String, Integer> skills,
        String country,
        String clientCountry,
        int ringSeconds,
        boolean detectMachine,
        int wrapUpSeconds,
        int previewSeconds,
        OutreachLimits limits,
        String zone,
        Dialing dialing,
        AgentlessPlan agentless) {

    /** The same, each number shown to an agent before it is dialled. */
    public RunningCampaign previewed() {
        return new RunningCampaign(
                client,
                campaignId,
                programId,
                name,
                DialMode.PREVIEW,
                gateway,
                callerId,
                language,
                skills,
                country,
                clientCountry,
                ringSeconds,
                detectMachine,
                wrapUpSeconds,
                previewSeconds,
                limits,
                zone,
                dialing,
                agentless);
    }
}
