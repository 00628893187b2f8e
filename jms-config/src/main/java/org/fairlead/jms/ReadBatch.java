package org.fairlead.jms;

import java.util.List;

/**
 * A batch of which some messages may not be of the contract: those that are, in their order, and the others with the
 * reason. One strange message, perhaps of a newer side, must not take ninety-nine good ones with it.
 *
 * @param <T> {@link GatewayEvent} or {@link GatewayCommand}
 * @param texts the messages, one by one, in the words in which they came
 */
public record ReadBatch<T>(String gateway, List<T> messages, List<String> texts, List<Unreadable> unreadable) {

    /**
     * A message that is not of the contract.
     *
     * @param text the message alone, as it came
     * @param id of a command, empty when none can be made out
     */
    public record Unreadable(String text, String id, String reason) {}
}
