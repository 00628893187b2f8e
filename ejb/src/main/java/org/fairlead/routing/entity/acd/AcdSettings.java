package org.fairlead.routing.entity.acd;

/**
 * For all queues.
 *
 * @param horizonMillis see {@link MissCost#of}
 * @param boundMillis who waited as long as that is served in order whatever others cost
 */
public record AcdSettings(long horizonMillis, long boundMillis) {

    public static AcdSettings usual() {
        return new AcdSettings(10_000, 300_000);
    }
}
