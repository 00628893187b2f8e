package org.fairlead.web.shell;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_.:-]{0,40}");
    private static final Pattern CLIENT = Pattern.compile("[0-9]{1,4}");
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
        audit.recordRefusal(
                whose, "refused.role", request.getMethod() + " " + path, Map.of("asked", shown(path, query)));
    }

    /**
     * What goes into the trail for good: names of parameters, and values that are ids. Telephone numbers and words that
     * people typed stay out.
     */
    static String shown(String path, @Nullable String query) {
        if (query == null) {
            return cut(path);
        }
        String parameters = Arrays.stream(query.split("&"))
                .map(ForbiddenTrail::parameter)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("&"));
        return cut(path + "?" + parameters);
    }

    private static String parameter(String written) {
        int equals = written.indexOf('=');
        String name = equals < 0 ? written : written.substring(0, equals);
        String value = equals < 0 ? "" : written.substring(equals + 1);
        if (!NAME.matcher(name).matches()) {
            return "";
        }
        boolean id = ID.matcher(value).matches() || CLIENT.matcher(value).matches();
        return id ? name + "=" + value : name;
    }

    private static String cut(String asked) {
        return asked.substring(0, Math.min(LONGEST, asked.length()));
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
