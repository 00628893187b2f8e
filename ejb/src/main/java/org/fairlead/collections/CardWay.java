package org.fairlead.collections;

/** How the debtor comes to where a card is typed in: never through the agent. */
public enum CardWay {
    /** On the telephone's own keys, heard by the provider alone. */
    KEYPAD,
    /** By a link in a message. */
    SMS,
    EMAIL;

    public boolean isLink() {
        return this != KEYPAD;
    }
}
