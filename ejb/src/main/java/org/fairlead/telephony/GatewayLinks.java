package org.fairlead.telephony;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fairlead.jms.GatewayEvent;
import org.jspecify.annotations.Nullable;

/** Health of the links to the sites' gateways, from their own probes; in memory. */
public interface GatewayLinks {

    List<GatewayLink> links();

    /**
     * A message came from a gateway.
     *
     * @param roundTripMillis as its last probe measured it; -1 when the message says nothing about it
     */
    void heard(String gateway, long roundTripMillis);

    /** What a gateway said of its site. */
    void reported(GatewayEvent.SiteReport report);

    /** What it said last; empty when it has said nothing since the start. */
    Optional<Sites.Report> report(String gateway);

    /**
     * @param heardAt when the last message came; null when none has come since the start
     * @param roundTripMillis of the last probe; -1 when unknown
     * @param up whether it was heard within the last seconds
     */
    record GatewayLink(String gateway, @Nullable Instant heardAt, long roundTripMillis, boolean up) {}
}
