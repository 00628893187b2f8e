package org.fairlead.agreement;

import java.util.List;

/**
 * Today's service levels of all programmes of all clients, kept in memory and brought up to date from the journal's
 * end, for figures that are pushed each second. Show a viewer only what they serve.
 */
public interface TodaysLevels {

    /** One per programme that has a queue; the first call after a while reads more of the journal. */
    List<ServiceLevelDay> upToDate();
}
