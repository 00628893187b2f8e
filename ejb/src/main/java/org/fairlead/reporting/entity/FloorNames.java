package org.fairlead.reporting.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/** What the floor's rows are called; changes seldom. */
public record FloorNames(
        Map<ClientId, ClientName> clients,
        Map<Integer, String> sites,
        List<GatewaySite> gateways,
        Map<UUID, String> queues) {

    /** @param mark one or two letters of the client's brand */
    public record ClientName(String name, String mark) {}

    /** The site that a gateway stands at. */
    public record GatewaySite(String gateway, String siteName) {}

    String client(int id) {
        ClientName name = clients.get(new ClientId(id));
        return name == null || id == ClientId.OUTSOURCER.value() ? "" : name.name();
    }

    String mark(int id) {
        ClientName name = clients.get(new ClientId(id));
        return name == null ? "" : name.mark();
    }

    String site(int id) {
        return sites.getOrDefault(id, "");
    }

    String siteOf(String gateway) {
        return gateways.stream()
                .filter(site -> site.gateway().equals(gateway))
                .map(GatewaySite::siteName)
                .findFirst()
                .orElse(gateway);
    }
}
