package org.fairlead.script.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a script needs to know of the contact that it leads through.
 *
 * @param language of the customer
 * @param customer name, empty when unknown
 * @param version of the script that was begun with; null: none yet
 */
record ContactScript(
        UUID contact,
        int client,
        UUID program,
        @Nullable String language,
        String customer,
        String clientName,
        @Nullable Integer version) {}
