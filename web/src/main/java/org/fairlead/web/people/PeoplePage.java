package org.fairlead.web.people;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairlead.client.ClientView;
import org.fairlead.client.Clients;
import org.fairlead.client.PeopleQuery;
import org.fairlead.client.PersonView;
import org.fairlead.client.SiteView;
import org.fairlead.i18n.Language;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Notices;
import org.fairlead.web.tables.PagedRows;
import org.fairlead.web.tables.Query;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.data.SortEvent;

/** Who works here, what they can do and for whom. BPO admins edit; each change is audited by the facade. */
@Named
@ViewScoped
public class PeoplePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<String> ROLES =
            List.of(Roles.AGENT, Roles.SUPERVISOR, Roles.ACCOUNT_MANAGER, Roles.BPO_ADMIN, Roles.COMPLIANCE_OFFICER);

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable String search;
    private @Nullable String site;
    private @Nullable String client;
    private @Nullable String sort;
    private boolean descending;
    private @Nullable PersonForm form;

    private final PagedRows<PersonView> rows = new PagedRows<>(new PagedRows.Source<>() {
        @Override
        public int count() {
            return clients.countPeople(query(null, false));
        }

        @Override
        public List<PersonView> page(int first, int size, @Nullable String sortField, boolean descending) {
            return clients.people(query(sortField, descending), first, size);
        }
    });

    private PeopleQuery query(@Nullable String sort, boolean descending) {
        return PeopleFilter.query(viewer, search, site, client, sort, descending);
    }

    /** The table is in another order: so is its file. */
    public void sorted(SortEvent event) {
        sort = null;
        descending = false;
        event.getSortBy().values().stream()
                .filter(by -> by.getOrder().isAscending() || by.getOrder().isDescending())
                .findFirst()
                .ifPresent(by -> {
                    sort = by.getField();
                    descending = by.getOrder().isDescending();
                });
    }

    /** The people as they are narrowed and ordered now, as a file. */
    public String getExport() {
        var address = new LinkedHashMap<String, @Nullable String>();
        address.put("search", search);
        address.put("site", site);
        address.put("client", client);
        address.put("sort", sort);
        address.put("order", descending ? "desc" : null);
        return Query.link("/api/export/people.csv", address);
    }

    public PagedRows<PersonView> getRows() {
        return rows;
    }

    public List<SiteView> getSites() {
        return clients.sites();
    }

    public List<ClientView> getClients() {
        return clients.clients();
    }

    /** Names of whom the person serves, as far as the reader sees these clients. */
    public String servedBy(PersonView person) {
        Map<ClientId, String> names =
                clients.clients().stream().collect(Collectors.toMap(ClientView::id, ClientView::name));
        return person.clients().stream()
                .filter(names::containsKey)
                .sorted()
                .map(names::get)
                .collect(Collectors.joining(", "));
    }

    public List<Map.Entry<String, Integer>> skills(PersonView person) {
        return PeopleFilter.ordered(person.skills());
    }

    public List<Integer> getProficiencies() {
        return IntStream.rangeClosed(1, 5).boxed().toList();
    }

    public void edit(UUID personId) {
        form = new PersonForm(clients.person(personId));
    }

    public void create() {
        form = new PersonForm(
                clients.sites().stream().findFirst().map(SiteView::id).orElse(1),
                viewer.getLanguage().tag());
    }

    public List<String> getRoles() {
        return ROLES;
    }

    public List<Language> getLanguages() {
        return Language.all();
    }

    public void addSkill() {
        if (form != null) {
            form.addSkill();
        }
    }

    public void removeSkill(PersonForm.Skill skill) {
        if (form != null) {
            form.removeSkill(skill);
        }
    }

    public void save() {
        var edited = form;
        if (edited == null) {
            return;
        }
        try {
            var repeated = edited.repeated();
            if (repeated != null) {
                throw new Refused("person.skill.twice", repeated);
            }
            var id = edited.getId();
            if (id == null) {
                var made = clients.create(edited.wantedLogin(), edited.edit());
                notices.done("people.created", made.name(), made.login());
            } else {
                notices.done("people.saved", clients.edit(id, edited.edit()).name());
            }
            form = null;
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public @Nullable PersonForm getForm() {
        return form;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search == null || search.isBlank() ? null : search;
    }

    public @Nullable String getSite() {
        return site;
    }

    public void setSite(@Nullable String site) {
        this.site = site == null || site.isBlank() ? null : site;
    }

    public @Nullable String getClient() {
        return client;
    }

    public void setClient(@Nullable String client) {
        this.client = client == null || client.isBlank() ? null : client;
    }
}
