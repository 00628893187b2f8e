package org.fairlead.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.ServiceLevels;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.ProgramView;
import org.fairlead.web.tables.Address;
import org.jspecify.annotations.Nullable;

/**
 * Which client, programme and day the portal's address speaks of. The address comes from outside: what is malformed is
 * as absent as what belongs to another client.
 */
@Named
@RequestScoped
public class PortalScope {

    @EJB
    private Clients clients;

    @EJB
    private ServiceLevels serviceLevels;

    private List<ClientView> choices = List.of();
    private List<ProgramView> programs = List.of();
    private @Nullable ClientView client;
    private @Nullable ProgramView program;
    private @Nullable ServiceLevelDay day;

    /**
     * Opens the address. Without a programme the client's first one is shown, without a client the caller's first one.
     */
    public void open(@Nullable String clientParam, @Nullable String programParam, @Nullable String dateParam) {
        choices = clients.clients();
        if (programParam != null) {
            program = clients.program(Address.uuid(programParam));
            client = clients.client(program.client());
        } else if (clientParam != null) {
            client = clients.client(Address.client(clientParam));
        } else {
            client = choices.stream().findFirst().orElse(null);
        }
        if (client == null) {
            return;
        }
        programs = clients.programs(client.id());
        if (program == null) {
            // a programme that customers call has a service level to show; one that only calls out has none
            program = programs.stream()
                    .filter(p -> !clients.queues(p.id()).isEmpty())
                    .findFirst()
                    .or(() -> programs.stream().findFirst())
                    .orElse(null);
        }
        if (program != null) {
            day = dateParam == null
                    ? serviceLevels.today(program.id())
                    : serviceLevels.on(program.id(), Address.date(dateParam));
        }
    }

    public List<ClientView> getChoices() {
        return choices;
    }

    public List<ProgramView> getPrograms() {
        return programs;
    }

    public List<ProgramView> programsOf(ClientView of) {
        return client != null && of.id().equals(client.id()) ? programs : clients.programs(of.id());
    }

    /** How many programmes the caller may choose from; with one there is nothing to choose. */
    public int getPlaces() {
        return choices.size() > 1 ? choices.size() : programs.size();
    }

    public @Nullable ClientView getClient() {
        return client;
    }

    public @Nullable ProgramView getProgram() {
        return program;
    }

    public @Nullable ServiceLevelDay getDay() {
        return day;
    }
}
