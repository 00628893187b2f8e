package org.fairlead.compliance;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairlead.compliance.OutreachFacts.Whereabouts;
import org.jspecify.annotations.Nullable;

/**
 * Where a person may be, and whose law may therefore apply: the number's country and state, the person's, the client's
 * country, the campaign's. All of them do.
 */
public final class Jurisdictions {

    private static final Pattern STATE = Pattern.compile("[A-Z]{2,3}");
    private static final Set<String> NEW_YORK_CITY =
            Set.of("NEW YORK", "NEW YORK CITY", "NYC", "BROOKLYN", "BRONX", "QUEENS", "MANHATTAN", "STATEN ISLAND");

    /** The Union's members by {@code ISO 3166}. */
    private static final Set<String> UNION = Set.of(
            "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU",
            "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");

    private Jurisdictions() {}

    /**
     * What is known of where somebody lives.
     *
     * @param country as far as the list says
     * @param region state or province of that country, by code or name
     */
    public record Address(String country, @Nullable String region, @Nullable String city) {}

    /**
     * All zones and jurisdictions that cannot be ruled out.
     *
     * @param number in E.164 form; another address says nothing of where it is
     * @param zones that somebody knows of beside number and address
     * @param others countries whose law applies for other reasons: the client's, the campaign's
     */
    public static Whereabouts of(String number, Address address, Collection<ZoneId> zones, Collection<String> others) {
        Set<String> all = new HashSet<>(others);
        boolean telephone = number.startsWith("+");
        Optional<AreaCodes.Area> area = telephone ? AreaCodes.of(number) : Optional.empty();
        Set<ZoneId> everywhere = new LinkedHashSet<>();
        if (telephone) {
            PhoneNumbers.PhoneNumber phone = PhoneNumbers.of(number);
            all.add(phone.country());
            everywhere.addAll(phone.zones());
        }
        all.add(address.country());
        area.ifPresent(found -> all.addAll(found.states()));
        area.ifPresent(found -> everywhere.addAll(found.zones()));
        everywhere.addAll(zones);
        region(address).ifPresent(region -> {
            all.add(region);
            everywhere.addAll(AreaCodes.zones(region));
            city(region, address).ifPresent(all::add);
        });
        if (all.stream().anyMatch(UNION::contains)) {
            all.add("EU");
        }
        return new Whereabouts(List.copyOf(everywhere), all);
    }

    private static Optional<String> region(Address address) {
        if (address.region() == null) {
            return Optional.empty();
        }
        String written = address.region().strip().toUpperCase(Locale.ROOT);
        return AreaCodes.region(address.country(), written)
                .or(() -> STATE.matcher(written).matches()
                        ? Optional.of(address.country() + "-" + written)
                        : Optional.empty());
    }

    private static Optional<String> city(String region, Address address) {
        boolean city = region.equals("US-NY")
                && address.city() != null
                && NEW_YORK_CITY.contains(address.city().strip().toUpperCase(Locale.ROOT));
        return city ? Optional.of("US-NY-NYC") : Optional.empty();
    }
}
