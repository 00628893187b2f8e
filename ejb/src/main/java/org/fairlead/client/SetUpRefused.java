package org.fairlead.client;

import org.fairlead.shared.Refused;

/** A value of the set-up cannot be: {@link #field()} says whose, as a page's label names it. */
public class SetUpRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private final String field;

    public SetUpRefused(String field, String key, Object... arguments) {
        super(key, arguments);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
