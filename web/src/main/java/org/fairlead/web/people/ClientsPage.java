package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.DispositionView;
import org.fairlead.client.MaskingView;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.client.SiteView;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** The clients and all that is set up for one of them: brand, programmes, queues, numbers. */
@Named
@RequestScoped
public class ClientsPage {

    @EJB
    private Clients clients;

    @Inject
    private Viewer viewer;

    private @Nullable Map<Integer, MaskingView> maskings;
    private @Nullable String idParam;
    private @Nullable ClientView client;
    private List<ClientView> all = List.of();
    private List<ProgramView> programs = List.of();

    public void open() {
        all = clients.clients();
        client = idParam == null ? all.stream().findFirst().orElse(null) : clients.client(Address.client(idParam));
        if (client != null) {
            programs = clients.programs(client.id());
        }
    }

    public List<ClientView> getAll() {
        return all;
    }

    public @Nullable ClientView getClient() {
        return client;
    }

    public List<ProgramView> getPrograms() {
        return programs;
    }

    public List<QueueView> queues(ProgramView program) {
        return clients.queues(program.id());
    }

    public List<DispositionView> dispositions(ProgramView program) {
        return clients.dispositions(program.id(), viewer.getLanguage().tag());
    }

    public List<SiteView> getSites() {
        return clients.sites();
    }

    /** How much of the client's numbers is shown at a site; 0 for the sites without a line of their own. */
    public String masking(int site) {
        var open = client;
        if (open == null) {
            return "";
        }
        if (maskings == null) {
            maskings = clients.masking(open.id());
        }
        var line = maskings.get(site);
        if (line == null && site != 0) {
            return viewer.getWords().get("people.masking.usual");
        }
        var shown = viewer.getWords().get("people.masking.shown." + (line == null ? "ENDS" : line.shown()));
        var reveals = line == null || line.reveal();
        return reveals ? shown + "; " + viewer.getWords().get("people.masking.reveal") : shown;
    }

    /** A plus in an address is a space to whoever reads it. */
    public String escaped(String number) {
        return URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    /** Skills that a queue asks for, languages first. */
    public List<Map.Entry<String, Integer>> skills(QueueView queue) {
        return new TreeMap<>(queue.skills())
                .entrySet().stream()
                        .sorted(Comparator.comparing(e -> !e.getKey().startsWith("lang:")))
                        .toList();
    }

    public @Nullable String getIdParam() {
        return idParam;
    }

    public void setIdParam(@Nullable String idParam) {
        this.idParam = idParam;
    }
}
