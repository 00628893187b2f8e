package org.fairlead.security;

import java.util.Map;
import org.fairlead.shared.ClientId;

/** Says in the audit trail that a table leaves the house as a file. Roles: everybody who sees tables. */
public interface ExportLog {

    /**
     * Written before the first row leaves.
     *
     * @param client whose rows they are; the outsourcer for tables that span clients
     * @param table its name, such as {@code leads}
     * @param filters what the reader had narrowed it to
     * @throws org.fairlead.shared.NotFound for a client outside the caller's scope
     */
    void leaves(ClientId client, String table, Map<String, String> filters);
}
