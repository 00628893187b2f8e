package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contact when it is to be queued.
 *
 * @param since from when its wait counts; a contact that waited before brings its first instant and keeps its place
 * @param level of urgency, 0 the most urgent; negative: that of its queue
 * @param vip goes to the front
 * @param value of the customer, as the client reckons it; 0 for unknown
 * @param preferred the agent who had this customer last
 * @param only the one agent who may get it
 * @param answers what was dialled and chosen on the way: fact and value, as {@link EntryRule}s ask for them
 */
public record ContactFacts(
        UUID id,
        UUID queue,
        String language,
        long since,
        int level,
        boolean vip,
        int value,
        @Nullable UUID preferred,
        @Nullable UUID only,
        Map<String, String> answers) {

    public ContactFacts {
        answers = Map.copyOf(answers);
    }

    public static ContactFacts of(UUID id, UUID queue, String language, long since) {
        return new ContactFacts(id, queue, language, since, -1, false, 0, null, null, Map.of());
    }

    public ContactFacts preferring(UUID agent) {
        return new ContactFacts(id, queue, language, since, level, vip, value, agent, only, answers);
    }

    public ContactFacts onlyFor(UUID agent) {
        return new ContactFacts(id, queue, language, since, level, vip, value, preferred, agent, answers);
    }

    public ContactFacts ofVip() {
        return new ContactFacts(id, queue, language, since, level, true, value, preferred, only, answers);
    }

    public ContactFacts worth(int newValue) {
        return new ContactFacts(id, queue, language, since, level, vip, newValue, preferred, only, answers);
    }

    public ContactFacts at(int newLevel) {
        return new ContactFacts(id, queue, language, since, newLevel, vip, value, preferred, only, answers);
    }

    public ContactFacts answering(Map<String, String> newAnswers) {
        return new ContactFacts(id, queue, language, since, level, vip, value, preferred, only, newAnswers);
    }
}
