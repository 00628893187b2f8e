package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.TreeMap;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.SiteView;
import org.fairlead.reporting.Floor;
import org.fairlead.shared.Json;
import org.fairlead.web.shell.Viewer;

/** What the floor page is born with: figures of this moment, words for its script, clients and sites to filter by. */
@Named
@RequestScoped
public class FloorPage {

    private static final List<String> FAMILIES = List.of("floor.", "presence.", "state.campaign.", "state.mode.");

    @EJB
    private Floor floor;

    @EJB
    private Clients clients;

    @Inject
    private Viewer viewer;

    public List<ClientView> getClients() {
        return clients.clients();
    }

    public List<SiteView> getSites() {
        return clients.sites();
    }

    public String getNow() {
        return embedded(floor.now());
    }

    public String getWords() {
        var words = new TreeMap<String, String>();
        FAMILIES.forEach(family -> words.putAll(viewer.getWords().startingWith(family)));
        return embedded(words);
    }

    /** As JSON that may stand inside a script element: nothing in it can end the element. */
    private static String embedded(Object value) {
        return Json.write(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    }
}
