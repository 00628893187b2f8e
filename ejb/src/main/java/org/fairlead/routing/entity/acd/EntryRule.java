package org.fairlead.routing.entity.acd;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the number that was dialled, a menu's answer, or what is known of the customer.
 *
 * @param skills asked in addition, each with the least proficiency
 * @param lift levels of urgency upward
 * @param treatment where such a contact goes at once, or null
 */
public record EntryRule(
        String fact, String value, Map<String, Integer> skills, int lift, @Nullable Treatment treatment) {

    public EntryRule {
        skills = Map.copyOf(skills);
    }

    boolean fits(ContactFacts contact) {
        return value.equals(contact.answers().get(fact));
    }
}
