package org.fairlead.gateway.engine;

/** The engine will not do it, now or ever: trying again is of no use. Nothing was changed. */
public final class EngineRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** No such call lives here. */
        UNKNOWN_CALL,
        /** The call is in a state that does not allow it. */
        ILLEGAL_NOW
    }

    private final Reason reason;

    public EngineRefused(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
