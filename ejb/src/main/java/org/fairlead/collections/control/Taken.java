package org.fairlead.collections.control;

/** What a provider's word about something of ours was to us. */
public enum Taken {
    /** It changed what is kept: the trail has it. */
    NEW,
    /** It was said before, or what is kept stays so whatever is said: nothing changed. */
    KNOWN,
    /** It is about nothing of this client's, or does not fit it: nothing changed. */
    NONE
}
