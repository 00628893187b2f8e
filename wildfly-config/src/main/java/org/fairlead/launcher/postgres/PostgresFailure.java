package org.fairlead.launcher.postgres;

/** PostgreSQL could not be unpacked, started or stopped; the message says what was tried and what came back. */
public final class PostgresFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresFailure(String message) {
        super(message);
    }

    public PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
