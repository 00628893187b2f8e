package org.fairlead.web.shell;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairlead.security.Audit;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for a page or a path that their role may not have leaves an entry as somebody does who asked for another
 * client's thing: under the client whose thing it named, if it named one.
 */
@RequestScoped
public class ForbiddenTrail {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 200;

    @EJB
    private Audit audit;

    private boolean written;

    /**
     * Once for a request.
     *
     * @param path that was asked for
     */
    public void record(HttpServletRequest request, String path, @Nullable String query) {
        if (written || request.getUserPrincipal() == null) {
            return;
        }
        written = true;
        String asked = query == null ? path : path + "?" + query;
        ClientId whose = audit.ownerOf(ids(asked)).orElse(ClientId.OUTSOURCER);
        String shown = asked.substring(0, Math.min(LONGEST, asked.length()));
        audit.recordRefusal(whose, "refused.role", request.getMethod() + " " + path, Map.of("asked", shown));
    }

    private static Set<UUID> ids(String asked) {
        Set<UUID> ids = new HashSet<>();
        Matcher found = ID.matcher(asked);
        while (found.find()) {
            ids.add(UUID.fromString(found.group()));
        }
        return ids;
    }
}
