package org.fairlead.gateway.store;

/** The store could not be written, and what depends on it must not be done. */
public final class StoreBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreBroken(String what) {
        super(what);
    }
}
