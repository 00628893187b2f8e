package org.fairlead.routing.control;

/** Another owner has raised the epoch: this one must not write or command any more. */
public final class Fenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Fenced(long epoch) {
        super("epoch " + epoch + " is over, another owner has begun");
    }
}
