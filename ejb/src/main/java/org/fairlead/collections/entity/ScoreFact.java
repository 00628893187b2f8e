package org.fairlead.collections.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a score may be made of: how a debt and its payments went. Who a person is, and what stands in for it, is on the list
 * of what must not be used; anything that is on neither list is not known here and refused as well.
 */
public enum ScoreFact {
    /** Whole months since it was due first. */
    MONTHS_PAST_DUE("monthsPastDue"),
    /** Decimal logarithm of what is owed, in the currency's major unit. */
    OWED_LOG("owedLog"),
    /** Paid of what was placed, between 0 and 1. */
    PAID_SHARE("paidShare"),
    /** Payments of the last 90 days that stand. */
    PAYMENTS_90("payments90"),
    PROMISES_KEPT("promisesKept"),
    PROMISES_BROKEN("promisesBroken"),
    /** Contacts in which the debtor was the one who spoke. */
    RIGHT_PARTY("rightParty"),
    /** Calls that the strategy asked for. */
    CALLS("calls"),
    /** 1 when a telephone number is known. */
    PHONE_KNOWN("phoneKnown"),
    /** 1 when an e-mail address is known. */
    EMAIL_KNOWN("emailKnown"),
    /** 1 when the debt was disputed. */
    DISPUTED("disputed"),
    /** Other open debts of the same person with the client. */
    OTHER_DEBTS("otherDebts");

    private static final Set<String> PROTECTED = Set.of(
            "age",
            "gender",
            "sex",
            "race",
            "colour",
            "color",
            "ethnicity",
            "ethnicorigin",
            "nationality",
            "citizenship",
            "religion",
            "belief",
            "disability",
            "maritalstatus",
            "familystatus",
            "children",
            "pregnancy",
            "sexualorientation",
            "politicalopinion",
            "party",
            "union",
            "health",
            "genetics",
            "birthdate",
            "dateofbirth",
            "birthplace",
            "firstname",
            "name",
            "language",
            "postalcode",
            "postcode",
            "zip",
            "city",
            "street",
            "country",
            "publicassistance");

    private final String title;

    ScoreFact(String title) {
        this.title = title;
    }

    /** As tables name it. */
    public String title() {
        return title;
    }

    public static Optional<ScoreFact> titled(String title) {
        return Arrays.stream(values()).filter(fact -> fact.title.equals(title)).findFirst();
    }

    /** However it is written. */
    public static boolean isProtected(String name) {
        return PROTECTED.contains(name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT));
    }
}
