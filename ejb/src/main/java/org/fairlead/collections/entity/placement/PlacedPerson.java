package org.fairlead.collections.entity.placement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party to a debt as its row has them.
 *
 * @param role {@code DEBTOR}, {@code CO_DEBTOR} or {@code GUARANTOR}
 * @param reference the client's number for the person; null where it gives none
 * @param phones in E.164 form
 */
public record PlacedPerson(
        String role,
        @Nullable String reference,
        String name,
        @Nullable String language,
        @Nullable String city,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable LocalDate birthDate,
        List<String> phones,
        @Nullable String email) {

    public PlacedPerson {
        phones = List.copyOf(phones);
    }
}
