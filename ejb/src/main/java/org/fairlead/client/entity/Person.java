package org.fairlead.client.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** Someone who works here. Whom the person serves is seen as far as the scope reaches, and changed no further. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    @Column(name = "person_id")
    private UUID id;

    private String login;
    private String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "site_id")
    private Site site;

    private String language;
    private @Nullable String role;

    private boolean active;

    @Version
    private int version;

    @ElementCollection
    @CollectionTable(name = "person_skill", joinColumns = @JoinColumn(name = "person_id"))
    @MapKeyColumn(name = "skill")
    @Column(name = "proficiency")
    private Map<String, Integer> skills;

    @ElementCollection
    @CollectionTable(name = "person_client", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "client_id")
    private Set<Integer> clients;

    private String[] teams;

    protected Person() {}

    public UUID id() {
        return id;
    }

    public String login() {
        return login;
    }

    public static Person of(UUID id, String login) {
        Person person = new Person();
        person.id = id;
        person.login = login;
        person.skills = new HashMap<>();
        person.clients = new HashSet<>();
        person.teams = new String[0];
        return person;
    }

    public int version() {
        return version;
    }

    /** Row by row, so that clients outside the scope stay as they are. */
    public void apply(PersonEdit edit, Site works) {
        name = edit.name().strip();
        site = works;
        language = edit.language();
        role = edit.role();
        active = edit.active();
        skills.keySet().retainAll(edit.skills().keySet());
        skills.putAll(edit.skills());
        Set<Integer> wanted = edit.clients().stream().map(ClientId::value).collect(Collectors.toSet());
        teams = edit.teams().stream().sorted().toArray(String[]::new);
        clients.retainAll(wanted);
        clients.addAll(wanted);
    }

    public PersonView view() {
        return new PersonView(
                id,
                login,
                name,
                site.view(),
                language,
                role,
                active,
                version,
                skills,
                clients.stream().map(ClientId::new).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(Arrays.asList(teams)));
    }
}
