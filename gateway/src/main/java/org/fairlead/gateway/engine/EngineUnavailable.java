package org.fairlead.gateway.engine;

/** The engine cannot be reached. Nothing was carried out; the same may succeed later. */
public final class EngineUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    public EngineUnavailable(String reason) {
        super(reason);
    }

    public EngineUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
