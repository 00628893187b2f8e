package org.fairlead.client;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * The clients with all that is set up for them, and the people who serve them. Everything is limited to the caller's
 * clients; what lies outside is {@link org.fairlead.shared.NotFound}, and asking for it leaves an audit entry.
 */
public interface Clients {

    /** The caller's clients by name; the outsourcer itself ({@link ClientId#OUTSOURCER}) is not among them. */
    List<ClientView> clients();

    ClientView client(ClientId id);

    /** The client's programmes by name. */
    List<ProgramView> programs(ClientId client);

    ProgramView program(UUID programId);

    /** The programme's queues, the most urgent first. */
    List<QueueView> queues(UUID programId);

    /**
     * The programme's outcomes in the order of their keys.
     *
     * @param language a tag such as {@code it}; names missing in it come in the programme's first language
     */
    List<DispositionView> dispositions(UUID programId, String language);

    List<SiteView> sites();

    /** How much of the client's numbers is shown, by site; 0 stands for all sites without a line of their own. */
    Map<Integer, MaskingView> masking(ClientId client);

    /** Whoever is calling. */
    PersonView me();

    /** The people who serve at least one of the caller's clients, by name. Roles: supervisor, BPO admin. */
    List<PersonView> people();

    /** A page of {@link #people()}. */
    List<PersonView> people(PeopleQuery query, int first, int most);

    int countPeople(PeopleQuery query);

    /** One of {@link #people()}. */
    PersonView person(UUID personId);

    /**
     * Sets a person's skills, clients and whether the person may work. Role: BPO admin.
     *
     * @throws org.fairlead.shared.Refused {@code person.skill} for an unusable skill name or proficiency, {@code
     *     person.client} for a client outside the admin's own scope, {@code person.self} when admins would lock
     *     themselves out
     */
    PersonView edit(UUID personId, PersonEdit edit);

    /**
     * Makes a person. The log-in itself, with its password and role, is made in Keycloak under the same user name; until
     * then nobody can log in with it. Role: BPO admin who serves the outsourcer.
     *
     * @param edit all but the version
     */
    PersonView create(String login, PersonEdit edit);
}
