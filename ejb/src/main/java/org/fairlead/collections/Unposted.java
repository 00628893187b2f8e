package org.fairlead.collections;

/** A parcel that cannot be handed over, however often it is tried: it is parked with the reason. */
public class Unposted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason {@code ADDRESS} nobody can be reached there, {@code SENDER} the client has none, {@code REFUSED} by the provider */
    public Unposted(String reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
