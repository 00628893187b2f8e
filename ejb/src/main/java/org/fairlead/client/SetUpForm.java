package org.fairlead.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fairlead.shared.ClientId;

/**
 * A part of the set-up as it was read, or as it is to be saved.
 *
 * @param client whose it is; 0 for a site
 * @param version as read; a save with an older one than the stored is refused
 * @param values by field, in the order in which a page shows them, each written as a person writes it
 */
public record SetUpForm(SetUpPart part, String id, ClientId client, int version, Map<String, String> values) {

    public SetUpForm {
        values = Collections.unmodifiableMap(filled(values));
    }

    /** A field that a form leaves empty arrives as nothing: here it is the empty text, in the same order. */
    public static Map<String, String> filled(Map<String, String> values) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.forEach((field, value) -> filled.put(field, value == null ? "" : value));
        return filled;
    }

    public SetUpForm with(Map<String, String> changed) {
        return new SetUpForm(part, id, client, version, changed);
    }
}
