package org.fairlead.compliance;

/** The ways in which people are contacted, as the rules tell them apart. */
public enum Channel {
    VOICE,
    SMS,
    EMAIL,
    CHAT,
    /** On paper. */
    LETTER,
    /** In person. */
    MEETING;

    /** Something that is read, and waits for its reader. */
    public boolean isMessage() {
        return this == SMS || this == EMAIL || this == CHAT;
    }
}
