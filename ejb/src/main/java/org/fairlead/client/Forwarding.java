package org.fairlead.client;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer goes whose agent does not answer: the agent's other numbers one after another, then a colleague, then
 * a voicemail. What is not there is left out; at the end of the chain the customer is back in the queue.
 *
 * @param numbers in E.164 form, in their order
 * @param ringSeconds how long each of them rings
 * @param colleague who is offered the contact next; null for nobody
 * @param voicemail whether a message can be left for the agent
 */
public record Forwarding(List<String> numbers, int ringSeconds, @Nullable UUID colleague, boolean voicemail) {

    /** More would keep a customer waiting for minutes. */
    public static final int MOST_NUMBERS = 3;

    public static final int USUAL_SECONDS = 20;
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 60;
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{5,14}");

    public Forwarding {
        // what was never set is stored as nothing
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        ringSeconds = ringSeconds == 0 ? USUAL_SECONDS : ringSeconds;
    }

    public static Forwarding none() {
        return new Forwarding(List.of(), USUAL_SECONDS, null, false);
    }

    public boolean leadsNowhere() {
        return numbers.isEmpty() && colleague == null && !voicemail;
    }

    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    public static boolean isRingTime(int seconds) {
        return seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS;
    }
}
