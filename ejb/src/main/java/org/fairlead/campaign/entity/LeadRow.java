package org.fairlead.campaign.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A good row, ready to be stored as a lead.
 *
 * @param number in E.164 form
 * @param name empty when the list has none
 * @param zones ids of every zone in which the person may be; without any it is loaded, but never called
 * @param rank null when the list does not say
 * @param numbers all of them, the first among them, where there is more to know than the one number; else empty
 * @param fields all that has no place of its own, by column
 */
public record LeadRow(
        int line,
        String number,
        String name,
        @Nullable String language,
        String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String postalCode,
        List<String> zones,
        @Nullable String reference,
        Map<String, String> fields,
        @Nullable Integer rank,
        List<LeadNumber> numbers) {

    /** The column that names a debt. */
    public static final String DEBT = "debt";

    /** What the list calls the debt that it is about; null for nothing in particular. */
    public @Nullable String debt() {
        return fields.get(DEBT);
    }

    /** The same, its debt by our name. */
    public LeadRow about(String debt) {
        Map<String, String> other = new HashMap<>(fields);
        other.put(DEBT, debt);
        return new LeadRow(
                line,
                number,
                name,
                language,
                country,
                region,
                city,
                postalCode,
                zones,
                reference,
                other,
                rank,
                numbers);
    }

    public LeadRow {
        zones = List.copyOf(zones);
        fields = Map.copyOf(fields);
        numbers = List.copyOf(numbers);
    }
}
