package org.fairlead.collections;

/** What became of a provider's word. */
public enum Heard {
    /** Kept, now or before. */
    KEPT,
    /** Not signed by the provider, or long ago. */
    FORGED,
    /** About nothing of ours, or it does not fit what it is about: it is told again. */
    NOT_OURS
}
