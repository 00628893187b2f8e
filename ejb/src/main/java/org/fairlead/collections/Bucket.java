package org.fairlead.collections;

/** The parts of a debt's balance. Which is paid first is data: see the client's allocation order. */
public enum Bucket {
    COSTS,
    FEES,
    INTEREST,
    PRINCIPAL
}
