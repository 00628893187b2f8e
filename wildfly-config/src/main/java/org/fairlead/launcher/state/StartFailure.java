package org.fairlead.launcher.state;

/** A stack cannot start or go on: what happened and why, and what to do about it. */
public final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public StartFailure(String what, String advice) {
        super(what);
        this.advice = advice;
    }

    public StartFailure(String what, String advice, Throwable cause) {
        super(what, cause);
        this.advice = advice;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
