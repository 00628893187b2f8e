package org.fairlead.compliance;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whose law may apply to a call: the number's country, the person's, the client's, the campaign's. All of them do. */
public final class Jurisdictions {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2,3}");

    private Jurisdictions() {}

    /**
     * All that may apply.
     *
     * @param number in E.164 form
     * @param country where the person lives, as far as the list says
     * @param region state or province of that country, as a short code where there is one
     */
    public static Set<String> of(
            String number, String country, @Nullable String region, String clientCountry, String campaignCountry) {
        Set<String> all = new HashSet<>(List.of(country, clientCountry, campaignCountry));
        all.add(PhoneNumbers.of(number).country());
        String state = region == null ? "" : region.strip().toUpperCase(Locale.ROOT);
        if (STATE.matcher(state).matches()) {
            all.add(country + "-" + state);
        }
        return all;
    }
}
