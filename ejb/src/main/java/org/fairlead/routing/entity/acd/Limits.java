package org.fairlead.routing.entity.acd;

/** A {@link Capacity} in numbers side by side: it is asked several times in each decision. */
final class Limits {

    private final int[] weights = new int[Channel.COUNT];
    private final int[] most = new int[Channel.COUNT];

    Limits(Capacity capacity) {
        for (Channel channel : Channel.values()) {
            weights[channel.index] = capacity.weight(channel);
            most[channel.index] = capacity.most(channel);
        }
    }

    int weight(int channel) {
        return weights[channel];
    }

    /** Whether one more fits. A task weighs nothing: it gives way, but none is begun beside a call or a chat. */
    boolean fits(Channel channel, int load, int inHand) {
        if (inHand >= most[channel.index]) {
            return false;
        }
        return channel == Channel.TASK ? load == 0 : load + weights[channel.index] <= Capacity.WHOLE;
    }
}
