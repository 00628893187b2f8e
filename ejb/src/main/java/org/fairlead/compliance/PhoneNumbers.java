package org.fairlead.compliance;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a telephone number says about itself: its international form, its country, every zone in which it may ring. */
public final class PhoneNumbers {

    /** Digits and the marks that people write between them; no letters, no extensions. */
    private static final Pattern WRITTEN =
            Pattern.compile("\\+?[0-9][0-9 ()./\\-\\u00a0]{3,30}|\\([0-9 ()./\\-\\u00a0]{4,30}");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * A number that can be called.
     *
     * @param e164 such as {@code +390280001001}
     * @param country of two letters, {@code 001} for numbers that belong to no country
     * @param zones every zone in which it may ring; empty when none is known
     */
    public record PhoneNumber(String e164, String country, List<ZoneId> zones) {}

    /**
     * Reads a number as people write it.
     *
     * @param country region for numbers without {@code +}
     * @param callingCode the country's calling code (39) when it is written apart; it goes before {@code country}
     * @return empty when no such number can exist
     */
    public static Optional<PhoneNumber> parse(String written, String country, @Nullable String callingCode) {
        String text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(text, region(country, callingCode));
            return NUMBERS.isValidNumber(number) ? Optional.of(described(number)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** A number that is kept in E.164 form. */
    public static PhoneNumber of(String e164) {
        return described(read(e164));
    }

    private static Phonenumber.PhoneNumber read(String e164) {
        try {
            return NUMBERS.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("not in E.164 form: " + e164, e);
        }
    }

    /** Whether such a number can exist. */
    public static boolean isValid(String e164) {
        return parse(e164, "ZZ", null).isPresent();
    }

    /** Whether calling it costs the caller extra. */
    public static boolean isPremium(String e164) {
        return type(e164) == PhoneNumberType.PREMIUM_RATE;
    }

    /** False only where it is certain that no mobile telephone has this number. */
    public static boolean mayBeMobile(String e164) {
        return type(e164) != PhoneNumberType.FIXED_LINE;
    }

    /** Without the country's calling code. */
    public static String national(String e164) {
        return NUMBERS.getNationalSignificantNumber(read(e164));
    }

    private static PhoneNumberType type(String e164) {
        return NUMBERS.getNumberType(read(e164));
    }

    private static String region(String country, @Nullable String callingCode) {
        if (callingCode == null || callingCode.isEmpty()) {
            return country;
        }
        return NUMBERS.getRegionCodeForCountryCode(Integer.parseInt(callingCode));
    }

    private static PhoneNumber described(Phonenumber.PhoneNumber number) {
        String region = NUMBERS.getRegionCodeForNumber(number);
        return new PhoneNumber(
                NUMBERS.format(number, PhoneNumberFormat.E164), region == null ? "001" : region, zones(number));
    }

    private static List<ZoneId> zones(Phonenumber.PhoneNumber number) {
        return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                .filter(id -> ZoneRulesProvider.getAvailableZoneIds().contains(id))
                .filter(id -> !id.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .map(ZoneId::of)
                .toList();
    }
}
