package org.fairlead.web.live;

import java.util.Set;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What one browser page watches; found out while the connection is made, because later callbacks carry no caller.
 *
 * @param connection unique
 * @param desk the desk session of the page; null when it shows no desk
 * @param whenLost runs when the last connection of this desk breaks
 * @param clients whom the person serves
 */
record Viewing(
        String connection,
        String login,
        @Nullable String desk,
        @Nullable Runnable whenLost,
        boolean floor,
        boolean uploads,
        Set<ClientId> clients) {}
