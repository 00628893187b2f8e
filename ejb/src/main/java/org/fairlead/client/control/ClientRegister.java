package org.fairlead.client.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.client.ClientView;
import org.fairlead.client.DispositionView;
import org.fairlead.client.MaskingView;
import org.fairlead.client.ProgramView;
import org.fairlead.client.QueueView;
import org.fairlead.client.SiteView;
import org.fairlead.client.entity.Client;
import org.fairlead.client.entity.DialledNumber;
import org.fairlead.client.entity.Disposition;
import org.fairlead.client.entity.Program;
import org.fairlead.client.entity.Queue;
import org.fairlead.client.entity.Site;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;

/** Reads what is set up for the clients in scope; the scope itself hides all others. */
@ApplicationScoped
public class ClientRegister {

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    public List<ClientView> clients() {
        return database.createQuery("select c from Client c where c.id <> 0 order by c.name", Client.class)
                .getResultStream()
                .map(Client::view)
                .toList();
    }

    public ClientView client(ClientId id) {
        Client client = database.find(Client.class, id.value());
        if (client == null) {
            throw new NotFound("client " + id);
        }
        return client.view();
    }

    public List<ProgramView> programs(ClientId client) {
        return database.createQuery(
                        "select p from Program p join fetch p.brand where p.client = :client order by p.name",
                        Program.class)
                .setParameter("client", client.value())
                .getResultStream()
                .map(Program::view)
                .toList();
    }

    public Program program(UUID id) {
        Program program = database.find(Program.class, id);
        if (program == null) {
            throw new NotFound("program " + id);
        }
        return program;
    }

    public List<QueueView> queues(UUID programId) {
        Program program = program(programId);
        Map<UUID, List<QueueView.NumberView>> numbers = numbers(program);
        return database.createQuery(
                        "select q from Queue q where q.program = :program order by q.priority, q.name", Queue.class)
                .setParameter("program", program.id())
                .getResultStream()
                .map(queue -> queue.view(numbers.getOrDefault(queue.id(), List.of())))
                .toList();
    }

    public List<DispositionView> dispositions(UUID programId, String language) {
        Program program = program(programId);
        return database.createQuery(
                        "select d from Disposition d where d.program = :program order by d.digit", Disposition.class)
                .setParameter("program", program.id())
                .getResultStream()
                .map(disposition -> disposition.view(language, program.firstLanguage()))
                .toList();
    }

    public List<SiteView> sites() {
        return database.createQuery("select s from Site s order by s.name", Site.class)
                .getResultStream()
                .map(Site::view)
                .toList();
    }

    public Map<Integer, MaskingView> masking(ClientId client) {
        Map<Integer, MaskingView> bySite = new HashMap<>();
        for (Object line : database.createNativeQuery(
                        "select site_id, shown, reveal from masking where client_id = :client")
                .setParameter("client", client.value())
                .getResultList()) {
            Object[] columns = (Object[]) line;
            bySite.put((Integer) columns[0], new MaskingView((String) columns[1], (Boolean) columns[2]));
        }
        return bySite;
    }

    private Map<UUID, List<QueueView.NumberView>> numbers(Program program) {
        return database.createQuery(
                        "select n from DialledNumber n where n.queue in "
                                + "(select q.id from Queue q where q.program = :program) order by n.number",
                        DialledNumber.class)
                .setParameter("program", program.id())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        DialledNumber::queue, Collectors.mapping(DialledNumber::view, Collectors.toList())));
    }
}
