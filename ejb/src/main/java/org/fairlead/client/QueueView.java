package org.fairlead.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * Where inbound contacts of a programme wait.
 *
 * @param priority 0 is served first, 9 last
 * @param skills what an agent must have, with the least proficiency
 * @param targetSeconds the wait within which a contact should be answered
 * @param numbers that lead here
 */
public record QueueView(
        UUID id,
        ClientId client,
        UUID programId,
        String code,
        String name,
        int priority,
        Map<String, Integer> skills,
        int targetSeconds,
        boolean open,
        List<NumberView> numbers) {

    /**
     * A number that customers dial.
     *
     * @param label the call type that is shown and whispered, in the programme's first language
     */
    public record NumberView(String number, String language, String label) {}

    public QueueView {
        skills = Map.copyOf(skills);
        numbers = List.copyOf(numbers);
    }
}
