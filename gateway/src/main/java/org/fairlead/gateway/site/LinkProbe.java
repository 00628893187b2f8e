package org.fairlead.gateway.site;

import java.time.Duration;
import java.time.Instant;
import org.fairlead.jms.GatewayEvent;
import org.fairlead.jms.GatewayEvent.Head;

/** Measures how long the centre takes to answer: one probe at a time, a newer one takes the place of a lost one. */
final class LinkProbe {

    private static final long NEVER = -1;

    private int sequence;
    private Instant sentAt = Instant.EPOCH;
    private volatile long lastMillis = NEVER;

    GatewayEvent.Probe next(Head head) {
        sequence = head.sequence();
        sentAt = head.at();
        return new GatewayEvent.Probe(head, lastMillis);
    }

    void answered(int toSequence, Instant now) {
        if (toSequence == sequence) {
            lastMillis = Duration.between(sentAt, now).toMillis();
        }
    }

    long lastRoundTripMillis() {
        return lastMillis;
    }
}
