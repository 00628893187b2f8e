package org.fairlead.web.tables;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a page's address asks for, for pages that keep all they show in it: a link, a reload and the back button agree. */
@RequestScoped
public class Query {

    @Inject
    private HttpServletRequest request;

    /** Null where the address says nothing, or nothing but blanks. */
    public @Nullable String get(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** An address with what is set of these. */
    public static String link(String path, Map<String, @Nullable String> parameters) {
        var query = parameters.entrySet().stream()
                .filter(one -> one.getValue() != null)
                .map(one ->
                        one.getKey() + "=" + URLEncoder.encode(String.valueOf(one.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
