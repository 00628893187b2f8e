package org.fairlead.routing.entity.acd;

import java.util.Map;

/**
 * How much an agent can have in hand at once.
 *
 * @param weights what one contact of a channel takes of the hundred that an agent has; a channel that is not named
 *     is not handled
 * @param most of one channel at once
 */
public record Capacity(Map<Channel, Integer> weights, Map<Channel, Integer> most) {

    public static final int WHOLE = 100;

    public Capacity {
        weights = Map.copyOf(weights);
        most = Map.copyOf(most);
    }

    /** One call, and nothing else. */
    public static Capacity voice() {
        return new Capacity(Map.of(Channel.VOICE, WHOLE), Map.of(Channel.VOICE, 1));
    }

    /** One call, or so many chats, or one task that a call or a chat interrupts. */
    public static Capacity of(int chats) {
        return new Capacity(
                Map.of(Channel.VOICE, WHOLE, Channel.CHAT, WHOLE / Math.max(1, chats), Channel.TASK, 0),
                Map.of(Channel.VOICE, 1, Channel.CHAT, chats, Channel.TASK, 1));
    }

    int weight(Channel channel) {
        return weights.getOrDefault(channel, 0);
    }

    /** Of one channel at once. */
    int most(Channel channel) {
        return weights.containsKey(channel) ? most.getOrDefault(channel, 1) : 0;
    }
}
