package org.fairlead.collections.entity.placement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a placement can say of a debt and its people, with the names that clients' files use for it. */
public enum PlacementColumn {
    REFERENCE("debt_reference", "account", "account_number", "contract", "contract_number"),
    DEBTOR_REFERENCE("debtor_id", "customer_id", "customer_number", "customer_reference"),
    NAME("debtor_name", "full_name", "customer_name"),
    BIRTH_DATE("date_of_birth", "birthday"),
    LANGUAGE("lang"),
    COUNTRY("country_code"),
    CITY("town"),
    STREET("address", "address1"),
    POSTAL_CODE("zip", "postcode"),
    PHONE("phone_1", "phone_number", "mobile", "telephone"),
    PHONE_2("phone2", "mobile_2"),
    PHONE_3("phone3"),
    EMAIL("e_mail"),
    CO_DEBTOR_NAME,
    CO_DEBTOR_REFERENCE("co_debtor_id"),
    CO_DEBTOR_PHONE,
    GUARANTOR_NAME,
    GUARANTOR_REFERENCE("guarantor_id"),
    GUARANTOR_PHONE,
    PRINCIPAL("principal_balance", "capital"),
    INTEREST("interest_balance"),
    FEES("fee_balance"),
    COSTS("cost_balance"),
    CURRENCY,
    PAST_DUE_SINCE("due_date", "overdue_since"),
    INTEREST_FROM,
    BARRED_FROM("time_barred_from"),
    RECALL_ON("recall_date"),
    ATTEMPTS("earlier_attempts"),
    LAST_ATTEMPT("last_attempt_on");

    private final String others;

    PlacementColumn(String... others) {
        this.others = " " + String.join(" ", others) + " ";
    }

    /** The name in reports, in the saved mapping and on the page. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isCalled(String heading) {
        String plain = plain(heading);
        return plain.equals(title()) || others.contains(" " + plain + " ");
    }

    /** A heading whatever its case and the marks between its words. */
    static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replaceAll("[ .\\-]+", "_");
    }

    /** The column of this name. */
    public static Optional<PlacementColumn> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst();
    }
}
