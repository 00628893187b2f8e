package org.fairlead.gateway.asterisk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request of the engine's REST interface.
 *
 * @param body what goes as JSON beside the address; null for nothing
 */
record AriRequest(String method, String uri, @Nullable Map<String, Object> body) {

    static AriRequest get(String path) {
        return new AriRequest("GET", path, null);
    }

    static AriRequest post(String path) {
        return new AriRequest("POST", path, null);
    }

    static AriRequest put(String path) {
        return new AriRequest("PUT", path, null);
    }

    static AriRequest delete(String path) {
        return new AriRequest("DELETE", path, null);
    }

    /** A part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    AriRequest with(String name, Object value) {
        String joined = uri + (uri.indexOf('?') < 0 ? "?" : "&") + name + "=" + part(String.valueOf(value));
        return new AriRequest(method, joined, body);
    }

    AriRequest withFields(List<Map<String, String>> fields) {
        return new AriRequest(method, uri, Map.of("fields", fields));
    }

    AriRequest withVariables(Map<String, String> variables) {
        return new AriRequest(method, uri, Map.of("variables", variables));
    }
}
