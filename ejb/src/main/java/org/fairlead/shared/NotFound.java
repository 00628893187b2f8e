package org.fairlead.shared;

import jakarta.ejb.ApplicationException;

/**
 * There is no such thing in the caller's scope. It says the same whether the thing does not exist or belongs to
 * another client, so that nobody can find out by asking.
 */
@ApplicationException(rollback = true)
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
