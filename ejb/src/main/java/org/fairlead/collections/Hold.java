package org.fairlead.collections;

/** A reason that stops contact on a debt. It stands beside the status and overrides the strategy. */
public enum Hold {
    DISPUTE,
    BANKRUPT,
    DECEASED,
    CEASE,
    ATTORNEY,
    BREATHING_SPACE,
    VULNERABLE,
    FRAUD
}
