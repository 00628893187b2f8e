package org.fairlead.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * A rule of the business says no. The reason is a key of the interface bundles ({@code refused.<key>}), so that every
 * reader is told in their own language what to mend.
 */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> arguments;

    public Refused(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments);
    }

    public String key() {
        return key;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
