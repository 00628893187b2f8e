package org.fairlead.routing.entity.acd;

/** The ways in which a contact reaches an agent, as far as an agent's hands are concerned. */
public enum Channel {
    VOICE(0),
    CHAT(1),
    /** E-mail, messages, back-office work: laid aside when something that cannot wait comes in. */
    TASK(2);

    static final int COUNT = 3;

    /** Where what is kept for each channel stands. */
    final int index;

    Channel(int index) {
        this.index = index;
    }
}
