package org.fairlead.web.live;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;

/** The caller's clients, for a place that nothing is injected into. */
@ApplicationScoped
public class ViewerClients {

    @EJB
    private Clients clients;

    List<ClientView> clients() {
        return clients.clients();
    }
}
