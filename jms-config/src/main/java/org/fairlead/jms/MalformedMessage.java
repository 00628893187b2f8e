package org.fairlead.jms;

/** A message that is not of this contract; its message says what is wrong and where. It is parked, never dropped. */
public final class MalformedMessage extends Exception {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String reason) {
        super(reason);
    }

    public MalformedMessage(String reason, Throwable cause) {
        super(reason, cause);
    }
}
