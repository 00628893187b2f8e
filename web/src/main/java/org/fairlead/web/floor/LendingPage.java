package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.routing.Lending;
import org.fairlead.routing.Lending.Decided;
import org.fairlead.routing.Lending.Lent;
import org.fairlead.routing.Lending.Proposal;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What would help now, done with one click until a time; and who helps elsewhere at present. */
@Named
@ViewScoped
public class LendingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int USUAL_MINUTES = 30;

    @EJB
    private transient Lending lending;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable List<Proposal> proposals;
    private @Nullable List<Lent> lent;
    private @Nullable List<Decided> decisions;
    private transient @Nullable Map<String, String> places;
    private transient @Nullable Map<String, String> helpers;
    private int minutes = USUAL_MINUTES;
    private @Nullable String place;
    private @Nullable String helper;
    private boolean alone;

    public List<Proposal> getProposals() {
        if (proposals == null) {
            proposals = ask();
        }
        return proposals;
    }

    private List<Proposal> ask() {
        try {
            return lending.whatWouldHelp();
        } catch (Refused away) {
            notices.refused(away);
            return List.of();
        }
    }

    public List<Lent> getLent() {
        if (lent == null) {
            lent = lending.lent();
        }
        return lent;
    }

    public List<Decided> getDecisions() {
        if (decisions == null) {
            decisions = lending.lastDecisions();
        }
        return decisions;
    }

    /** Why somebody was chosen, in the reader's words. */
    public String why(String text) {
        return new DecisionWords(viewer.getWords(), viewer.getFormats()).of(text);
    }

    /** Queues by what they are called. */
    public Map<String, String> getPlaces() {
        if (places == null) {
            places = new LinkedHashMap<>();
            for (Lending.Place each : lending.places()) {
                places.put(
                        each.clientName() + " · " + each.queueName(),
                        each.queue().toString());
            }
        }
        return places;
    }

    /** Agents by what they are called. */
    public Map<String, String> getHelpers() {
        if (helpers == null) {
            helpers = new LinkedHashMap<>();
            for (Lending.Helper each : lending.helpers()) {
                helpers.put(each.name() + " · " + each.login(), each.person().toString());
            }
        }
        return helpers;
    }

    /** Whom the supervisor chose, where the supervisor chose. */
    public void move() {
        if (place != null && helper != null) {
            lend(place, helper, alone);
        }
    }

    public void lend(String queue, String person) {
        lend(queue, person, false);
    }

    private void lend(String queue, String person, boolean there) {
        try {
            lending.lend(Address.uuid(queue), Address.uuid(person), minutes, there);
            notices.done(there ? "floor.lend.moved" : "floor.lend.done");
        } catch (Refused refused) {
            notices.refused(refused);
        }
        proposals = null;
        lent = null;
    }

    public void giveBack(String queue, String person) {
        lending.giveBack(UUID.fromString(queue), UUID.fromString(person));
        notices.done("floor.lend.back.done");
        proposals = null;
        lent = null;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public void setPlace(@Nullable String place) {
        this.place = place;
    }

    public @Nullable String getHelper() {
        return helper;
    }

    public void setHelper(@Nullable String helper) {
        this.helper = helper;
    }

    public boolean isAlone() {
        return alone;
    }

    public void setAlone(boolean alone) {
        this.alone = alone;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }
}
