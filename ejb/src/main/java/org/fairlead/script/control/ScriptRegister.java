package org.fairlead.script.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.script.ScriptVersionView.State;
import org.fairlead.script.entity.ScriptVersion;
import org.fairlead.shared.NotFound;

/** The versions of scripts, as far as the scope reaches. */
@ApplicationScoped
public class ScriptRegister {

    @PersistenceContext(unitName = "fairlead")
    private EntityManager database;

    List<ScriptVersion> versions(UUID program) {
        return database.createQuery(
                        "select s from ScriptVersion s where s.program = :program order by s.version desc",
                        ScriptVersion.class)
                .setParameter("program", program)
                .getResultList();
    }

    ScriptVersion version(UUID program, int version) {
        ScriptVersion found = database.find(ScriptVersion.class, new ScriptVersion.Key(program, version));
        if (found == null) {
            throw new NotFound("script " + program + " version " + version);
        }
        return found;
    }

    Optional<ScriptVersion> published(UUID program) {
        return database.createQuery(
                        "select s from ScriptVersion s where s.program = :program and s.state = :published",
                        ScriptVersion.class)
                .setParameter("program", program)
                .setParameter("published", State.PUBLISHED)
                .getResultStream()
                .findFirst();
    }

    /** Retires what is published now. Two who publish at once wait for each other here. */
    void retirePublished(UUID program) {
        published(program).ifPresent(old -> {
            database.lock(old, LockModeType.PESSIMISTIC_WRITE);
            old.retire();
            database.flush();
        });
    }
}
