package org.fairlead.campaign.entity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that a lead has a place for, in VICIdial's names, with the other names that lists use for them. */
enum Column {
    VENDOR_LEAD_CODE("reference", "customer_reference", "customer_id"),
    SOURCE_ID,
    LIST_ID,
    PHONE_CODE("calling_code"),
    PHONE_NUMBER("phone", "number", "telephone", "mobile", "msisdn"),
    TITLE,
    FIRST_NAME("firstname", "given_name"),
    MIDDLE_INITIAL,
    LAST_NAME("lastname", "surname", "family_name"),
    ADDRESS1("address"),
    ADDRESS2,
    ADDRESS3,
    CITY("town"),
    STATE("region"),
    PROVINCE,
    POSTAL_CODE("zip", "zip_code", "postcode"),
    COUNTRY_CODE("country"),
    GENDER,
    DATE_OF_BIRTH("birth_date"),
    ALT_PHONE("alternative_phone", "phone2"),
    EMAIL("e_mail"),
    SECURITY_PHRASE,
    COMMENTS("comment"),
    RANK("priority"),
    OWNER,
    /** From here on: of the header-named form only. */
    NAME("full_name", "customer_name"),
    LANGUAGE("lang"),
    TIME_ZONE("timezone", "tz"),
    /** {@code mobile}, {@code home} or {@code work}. */
    PHONE_TYPE("number_type"),
    /** Hours of the day in which the number is any use: {@code 9-17}. */
    PHONE_HOURS("number_hours"),
    ALT_PHONE_TYPE,
    ALT_PHONE_HOURS,
    ALT_PHONE2("phone3"),
    ALT_PHONE2_TYPE("phone3_type"),
    ALT_PHONE2_HOURS("phone3_hours");

    /** VICIdial's order, without a header. */
    static final List<Column> VICIDIAL =
            Arrays.stream(values()).takeWhile(column -> column != NAME).toList();

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_NAME.put(column.title(), column);
            for (String other : column.others.split(" ")) {
                BY_NAME.put(other, column);
            }
        }
    }

    private final String others;

    Column(String... others) {
        this.others = String.join(" ", others);
    }

    /** The name in reports and in a lead's further fields. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isPhone() {
        return this == PHONE_NUMBER || this == ALT_PHONE || this == ALT_PHONE2;
    }

    /** The column of this name, whatever its case and the marks between its words; null for an unknown one. */
    static @Nullable Column named(String name) {
        return name.isBlank()
                ? null
                : BY_NAME.get(name.strip().toLowerCase(Locale.ROOT).replaceAll("[ .\\-]+", "_"));
    }
}
