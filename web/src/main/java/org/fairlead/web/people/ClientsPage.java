package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/** The clients and all that is set up for one of them: brand, programmes, queues, numbers. */
@Named
@RequestScoped
public class ClientsPage {

    @EJB
    private Clients clients;

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
