package org.fairlead.web.people;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.client.PersonEdit;
import org.fairlead.client.PersonView;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/** A person being edited: what the dialog's fields write into until it is saved. */
public class PersonForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final @Nullable UUID id;
    private final int version;
    private @Nullable String login;
    private @Nullable String name;
    private int site;
    private @Nullable String language;
    private @Nullable String role;
    private boolean active;
    private List<String> clients;
    private @Nullable String teams;
    private final List<Skill> skills = new ArrayList<>();

    PersonForm(PersonView person) {
        id = person.id();
        version = person.version();
        login = person.login();
        name = person.name();
        site = person.site().id();
        language = person.language();
        role = person.role();
        active = person.active();
        clients = person.clients().stream().sorted().map(ClientId::toString).collect(Collectors.toList());
        teams = String.join(", ", new TreeSet<>(person.teams()));
        new TreeMap<>(person.skills()).forEach((skill, proficiency) -> skills.add(new Skill(skill, proficiency)));
    }

    /** A person who is not there yet. */
    PersonForm(int site, String language) {
        id = null;
        version = 0;
        this.site = site;
        this.language = language;
        role = Roles.AGENT;
        active = true;
        clients = new ArrayList<>();
        skills.add(new Skill("lang:" + language, 4));
    }

    /** One line of the dialog. */
    public static class Skill implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String name;
        private int proficiency;

        Skill(@Nullable String name, int proficiency) {
            this.name = name;
            this.proficiency = proficiency;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public int getProficiency() {
            return proficiency;
        }

        public void setProficiency(int proficiency) {
            this.proficiency = proficiency;
        }
    }

    void addSkill() {
        skills.add(new Skill(null, 3));
    }

    void removeSkill(Skill skill) {
        skills.remove(skill);
    }

    /** The first skill name that comes twice; null when each comes once. Lines without a name are not there. */
    @Nullable
    String repeated() {
        var seen = new LinkedHashMap<String, Skill>();
        for (var skill : skills) {
            if (skill.name != null && seen.put(skill.name.strip(), skill) != null) {
                return skill.name;
            }
        }
        return null;
    }

    PersonEdit edit() {
        Map<String, Integer> wanted = new TreeMap<>();
        for (var skill : skills) {
            if (skill.name != null && !skill.name.isBlank()) {
                wanted.put(skill.name.strip(), skill.proficiency);
            }
        }
        return new PersonEdit(
                version,
                name == null ? "" : name,
                site,
                language == null ? "" : language,
                role,
                active,
                wanted,
                clients.stream().map(c -> new ClientId(Integer.parseInt(c))).collect(Collectors.toSet()),
                wantedTeams());
    }

    private Set<String> wantedTeams() {
        return Stream.of(teams == null ? new String[0] : teams.split(","))
                .map(String::strip)
                .filter(team -> !team.isEmpty())
                .collect(Collectors.toSet());
    }

    /** The log-in that a new person shall have; empty when none was written. */
    String wantedLogin() {
        return login == null ? "" : login.strip();
    }

    public @Nullable UUID getId() {
        return id;
    }

    public boolean isFresh() {
        return id == null;
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(@Nullable String login) {
        this.login = login;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public int getSite() {
        return site;
    }

    public void setSite(int site) {
        this.site = site;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getRole() {
        return role;
    }

    public void setRole(@Nullable String role) {
        this.role = role;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getClients() {
        return clients;
    }

    public void setClients(List<String> clients) {
        this.clients = clients;
    }

    public @Nullable String getTeams() {
        return teams;
    }

    public void setTeams(@Nullable String teams) {
        this.teams = teams;
    }

    public List<Skill> getSkills() {
        return skills;
    }
}
