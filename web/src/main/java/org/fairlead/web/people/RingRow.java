package org.fairlead.web.people;

import java.io.Serializable;
import org.fairlead.routing.Wider;
import org.jspecify.annotations.Nullable;

/** Who is asked as well after a wait, being edited. */
public class RingRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private int after;
    private int by;
    private @Nullable String skills = "";

    RingRow(@Nullable Wider ring) {
        if (ring != null) {
            after = ring.afterSeconds();
            by = ring.by();
            skills = QueueRows.skills(ring.skills());
        }
    }

    Wider ring() {
        return new Wider(after, by, QueueRows.skills(skills, "queue.policy.entry"));
    }

    public int getAfter() {
        return after;
    }

    public void setAfter(int seconds) {
        after = seconds;
    }

    public int getBy() {
        return by;
    }

    public void setBy(int levels) {
        by = levels;
    }

    public @Nullable String getSkills() {
        return skills;
    }

    public void setSkills(@Nullable String text) {
        skills = text;
    }
}
