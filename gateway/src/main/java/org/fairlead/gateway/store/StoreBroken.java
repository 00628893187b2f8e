package org.fairlead.gateway.store;

/** The store cannot be read or written; the gateway must not go on without it. */
public final class StoreBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreBroken(String what, Throwable cause) {
        super(what, cause);
    }
}
