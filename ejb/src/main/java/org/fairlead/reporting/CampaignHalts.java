package org.fairlead.reporting;

import java.util.List;

/** Why an agent who waits gets no calls: campaigns that run, that the agent could work for, and that call nobody now. Role: agent. */
public interface CampaignHalts {

    List<HaltedCampaign> mine();

    /** A campaign of a client that the caller serves. */
    record HaltedCampaign(String client, String campaign, FloorFigures.Halt halt) {}
}
