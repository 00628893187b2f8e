package org.fairlead.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What an engine keeps of telephones, with its manners: updates in place, 404 for what is not there, and with an address
 * goes what registered there. Channels it makes and ends as it is told.
 */
final class RememberedEngine implements Ari {

    final Map<String, Map<String, String>> endpoints = new TreeMap<>();
    final Map<String, String> passwords = new TreeMap<>();
    final Set<String> registered = new HashSet<>();
    final Set<String> refuses = new HashSet<>();
    /** All requests but those about telephones, in order. */
    final List<String> asked = new ArrayList<>();

    /** Which endpoint was rung, in order. */
    final List<String> rung = new ArrayList<>();

    final List<String> channels = new ArrayList<>();
    boolean away;
    int puts;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void send(AriRequest request, Consumer<AriAnswer> then) {
        then.accept(away ? AriAnswer.LOST : answer(request));
    }

    private AriAnswer answer(AriRequest request) {
        if (request.uri().equals("endpoints/PJSIP")) {
            ArrayNode all = json.createArrayNode();
            endpoints.keySet().forEach(each -> all.addObject()
                    .put("resource", each)
                    .put("state", registered.contains(each) ? "online" : "offline"));
            return new AriAnswer(200, "OK", all);
        }
        if (request.uri().startsWith("channels/")) {
            asked.add(request.uri());
            return channel(request);
        }
        if (request.uri().startsWith("bridges/")) {
            asked.add(request.uri());
            return new AriAnswer(204, "", MissingNode.getInstance());
        }
        List<String> path = List.of(request.uri().split("/"));
        String name = path.get(path.size() - 1);
        String kind = path.get(path.size() - 2);
        return switch (request.method()) {
            case "PUT" -> put(kind, name, json.valueToTree(request.body()));
            case "DELETE" -> delete(kind, name);
            default -> fields(kind, name);
        };
    }

    private AriAnswer channel(AriRequest request) {
        String uri = request.uri();
        if (uri.startsWith("channels/create?")) {
            String endpoint = URLDecoder.decode(parameter(uri, "endpoint"), StandardCharsets.UTF_8);
            rung.add(endpoint);
            if (refuses.contains(endpoint)) {
                return new AriAnswer(400, "nobody is registered there", MissingNode.getInstance());
            }
            channels.add(parameter(uri, "channelId"));
        } else if (request.method().equals("DELETE")) {
            channels.remove(uri.substring("channels/".length()).replaceAll("\\?.*", ""));
        }
        return new AriAnswer(204, "", MissingNode.getInstance());
    }

    private static String parameter(String uri, String name) {
        return uri.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private AriAnswer delete(String kind, String name) {
        Object before =
                switch (kind) {
                    case "endpoint" -> endpoints.remove(name);
                    case "auth" -> passwords.remove(name);
                    case "aor" -> registered.remove(name) ? name : null;
                    default -> "";
                };
        return before == null ? gone() : new AriAnswer(204, "", MissingNode.getInstance());
    }

    private AriAnswer fields(String kind, String name) {
        if (kind.equals("auth") && !passwords.containsKey(name)) {
            return gone();
        }
        Map<String, String> kept =
                kind.equals("auth") ? Map.of("md5_cred", passwords.get(name)) : endpoints.getOrDefault(name, Map.of());
        ArrayNode fields = json.createArrayNode();
        kept.forEach(
                (field, value) -> fields.addObject().put("attribute", field).put("value", value));
        return new AriAnswer(200, "OK", fields);
    }

    private AriAnswer put(String kind, String name, JsonNode body) {
        puts++;
        if (refuses.contains(name)) {
            return new AriAnswer(500, "no room", MissingNode.getInstance());
        }
        Map<String, String> fields = new TreeMap<>();
        body.path("fields")
                .forEach(each -> fields.put(
                        each.path("attribute").asText(), each.path("value").asText()));
        if (kind.equals("endpoint")) {
            endpoints.put(name, fields);
        } else if (kind.equals("auth")) {
            passwords.put(name, fields.getOrDefault("password", fields.get("md5_cred")));
        }
        return new AriAnswer(200, "OK", MissingNode.getInstance());
    }

    private static AriAnswer gone() {
        return new AriAnswer(404, "Not Found", MissingNode.getInstance());
    }

    /** Configured by somebody else. */
    void has(String name, Map<String, String> fields) {
        endpoints.put(name, fields);
    }
}
