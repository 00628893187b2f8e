package org.fairlead.gateway.control;

/** A request that cannot be carried out as it is; its message tells the sender why. */
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    BadRequest(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
