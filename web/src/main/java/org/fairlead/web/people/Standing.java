package org.fairlead.web.people;

import java.io.Serializable;
import java.util.UUID;
import org.fairlead.client.PersonView;

/** A person on the invented floor. */
public class Standing implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final String name;
    private final String skills;
    private boolean free = true;
    private int idleSeconds;

    Standing(PersonView person, String skills, int idleSeconds) {
        this.id = person.id();
        this.name = person.name();
        this.skills = skills;
        this.idleSeconds = idleSeconds;
    }

    public UUID getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public String getSkills() {
        return skills;
    }

    public boolean isFree() {
        return free;
    }

    public void setFree(boolean free) {
        this.free = free;
    }

    public int getIdleSeconds() {
        return idleSeconds;
    }

    public void setIdleSeconds(int idleSeconds) {
        this.idleSeconds = idleSeconds;
    }
}
