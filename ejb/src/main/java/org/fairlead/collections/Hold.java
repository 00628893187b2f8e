package org.fairlead.collections;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A reason that stops contact on a debt. It stands beside the status and overrides the strategy. */
public enum Hold {
    DISPUTE,
    BANKRUPT,
    DECEASED,
    CEASE,
    ATTORNEY,
    BREATHING_SPACE,
    VULNERABLE,
    FRAUD;

    /** What is true of the person is true of all that the person owes; a dispute is about one debt. */
    private static final Set<Hold> OF_THE_PERSON = EnumSet.of(BANKRUPT, DECEASED, CEASE, BREATHING_SPACE, VULNERABLE);

    /** Interest and charges freeze while the debtor has breathing space (SI 2020/1311, regulation 7), and in insolvency. */
    private static final Set<Hold> WITHOUT_INTEREST = EnumSet.of(BREATHING_SPACE, BANKRUPT, FRAUD);

    public boolean isOfThePerson() {
        return OF_THE_PERSON.contains(this);
    }

    /** No money is taken from somebody who may not choose whom to pay, or whose debt it may not be. */
    private static final Set<Hold> WITHOUT_PAYMENT = EnumSet.of(BANKRUPT, DECEASED, BREATHING_SPACE, FRAUD);

    /** As the outreach decision calls it: the same word for the same reason, or its rules do not see the hold. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean stopsPayment() {
        return WITHOUT_PAYMENT.contains(this);
    }

    public boolean stopsInterest() {
        return WITHOUT_INTEREST.contains(this);
    }
}
