package org.fairlead.web.live;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.client.ClientView;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** Notes who connects and what they may watch, while the request with its caller is still there. */
public class Handshake extends ServerEndpointConfig.Configurator {

    static final String VIEWING = "org.fairlead.viewing";

    /** A page of another site must not listen: browsers send cookies along, but tell where the page came from. */
    @Override
    public boolean checkOrigin(String origin) {
        return true; // compared with the Host header in modifyHandshake, where both are known
    }

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        config.getUserProperties().remove(VIEWING);
        if (request.getUserPrincipal() == null || !sameOrigin(request)) {
            return;
        }
        Map<String, List<String>> asked = request.getParameterMap();
        boolean floor = asked.containsKey("floor")
                && (request.isUserInRole(Roles.SUPERVISOR) || request.isUserInRole(Roles.BPO_ADMIN));
        boolean uploads = asked.containsKey("uploads");
        String login = request.getUserPrincipal().getName();
        String desk = request.isUserInRole(Roles.AGENT) ? first(asked.get("desk")) : null;
        Viewing viewing = new Viewing(
                UUID.randomUUID().toString(),
                login,
                desk,
                desk == null ? null : bean(DeskSessions.class).whenLost(login, desk),
                floor,
                uploads,
                floor || uploads ? clients() : Set.of());
        config.getUserProperties().put(VIEWING, viewing);
    }

    private static boolean sameOrigin(HandshakeRequest request) {
        String origin = header(request, "Origin");
        String host = header(request, "Host");
        return origin == null || origin.replaceFirst("^https?://", "").equals(host);
    }

    private static @Nullable String header(HandshakeRequest request, String name) {
        return request.getHeaders().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .map(e -> first(e.getValue()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String first(@Nullable List<String> values) {
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    private static <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    private static Set<ClientId> clients() {
        Stream<ClientId> served = bean(ViewerClients.class).clients().stream().map(ClientView::id);
        return Stream.concat(served, Stream.of(ClientId.OUTSOURCER)).collect(Collectors.toUnmodifiableSet());
    }
}
