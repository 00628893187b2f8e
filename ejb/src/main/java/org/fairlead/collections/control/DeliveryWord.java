package org.fairlead.collections.control;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.collections.Postbox.Parcel;
import org.fairlead.shared.ClientId;

/**
 * What a provider says of one message.
 *
 * @param code in the provider's own words; empty where it says none
 */
public record DeliveryWord(ClientId client, UUID message, boolean arrived, String code) {

    private static final Pattern REFERENCE = Pattern.compile("([0-9]{1,9})\\.([0-9a-f-]{36})");
    private static final int LONGEST = 80;

    /** How a message is named to a provider: whose it is stands in it, so that its word finds one client alone. */
    static String reference(Parcel parcel) {
        return parcel.client() + "." + parcel.id();
    }

    static Optional<DeliveryWord> of(Map<String, String> said) {
        Matcher reference = REFERENCE.matcher(said.getOrDefault("reference", ""));
        String kind = said.getOrDefault("kind", "");
        if (!reference.matches() || !(kind.equals("DELIVERED") || kind.equals("UNDELIVERED"))) {
            return Optional.empty();
        }
        String code =
                said.getOrDefault("code", "").replaceAll("\\p{Cntrl}", " ").strip();
        try {
            return Optional.of(new DeliveryWord(
                    new ClientId(Integer.parseInt(reference.group(1))),
                    UUID.fromString(reference.group(2)),
                    kind.equals("DELIVERED"),
                    code.substring(0, Math.min(LONGEST, code.length()))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
