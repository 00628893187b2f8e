package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fairlead.routing.StuckAgents;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Agents whose state has lasted longer than it should, each put right with one click. */
@Named
@ViewScoped
public class StuckPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient StuckAgents agents;

    @Inject
    private Notices notices;

    private @Nullable List<Stuck> stuck;

    public List<Stuck> getStuck() {
        if (stuck == null) {
            stuck = look();
        }
        return stuck;
    }

    private List<Stuck> look() {
        try {
            return agents.now();
        } catch (Refused away) {
            notices.refused(away);
            return List.of();
        }
    }

    public void repair(String person) {
        try {
            agents.repair(UUID.fromString(person));
            notices.done("floor.stuck.done");
        } catch (Refused refused) {
            notices.refused(refused);
        } catch (NotFound gone) {
            notices.refused(new Refused("floor.not-stuck"));
        }
        stuck = null;
    }
}
