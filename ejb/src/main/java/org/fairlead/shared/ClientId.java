package org.fairlead.shared;

/**
 * Which client a row, a contact, a figure belongs to.
 *
 * @param value 1 and up; {@link #OUTSOURCER} stands for the outsourcer itself
 */
public record ClientId(int value) implements Comparable<ClientId> {

    /** The outsourcer itself: time between clients, its own do-not-call list, its people's audit. */
    public static final ClientId OUTSOURCER = new ClientId(0);

    public ClientId {
        if (value < 0) {
            throw new IllegalArgumentException("a client id is not negative: " + value);
        }
    }

    @Override
    public int compareTo(ClientId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
