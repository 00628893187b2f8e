package org.fairlead.security;

/** Who is calling, for use cases and policies; valid inside a {@link ClientScoped} call only. */
public interface CurrentCaller {

    /** @throws IllegalStateException outside a scoped call */
    Caller caller();
}
