package org.fairlead.web.collections;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.client.Clients;
import org.fairlead.collections.Arrangements;
import org.fairlead.collections.Arrangements.Instalment;
import org.fairlead.collections.Arrangements.View;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Address;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Plans and settlements: those that wait for a second person, and those that stand. */
@Named
@ViewScoped
public class ArrangementsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    @EJB
    private transient Arrangements arrangements;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    private @Nullable String shown;
    private final HashMap<String, String> why = new HashMap<>();

    /** What is not ours is as absent as what is not there. */
    public void open() {
        if (shown != null) {
            arrangements.instalments(Address.uuid(shown));
        }
    }

    public List<View> getWaiting() {
        return arrangements.waiting();
    }

    public List<View> getStanding() {
        return arrangements.standing(0, SHOWN);
    }

    public List<Instalment> getInstalments() {
        return shown == null ? List.of() : arrangements.instalments(Address.uuid(shown));
    }

    /** The one whose instalments are shown; null when it is neither waiting nor standing any more. */
    public @Nullable View getOpened() {
        for (List<View> some : List.of(getWaiting(), getStanding())) {
            for (View one : some) {
                if (one.arrangementId().toString().equals(shown)) {
                    return one;
                }
            }
        }
        return null;
    }

    public String clientName(ClientId client) {
        return clients.client(client).name();
    }

    public void approve(String id) {
        act(() -> arrangements.approve(Address.uuid(id)), "collections.arrangements.approved");
    }

    public void refuse(String id) {
        act(() -> arrangements.refuse(Address.uuid(id), reason(id)), "collections.arrangements.refused");
    }

    public void takeBack(String id) {
        act(() -> arrangements.takeBack(Address.uuid(id), reason(id)), "collections.arrangements.taken.back");
    }

    private String reason(String id) {
        String written = why.get(id);
        return written == null ? "" : written;
    }

    private void act(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (Refused refused) {
            notices.refused(refused);
        }
    }

    public Map<String, String> getWhy() {
        return why;
    }

    public @Nullable String getShown() {
        return shown;
    }

    public void setShown(@Nullable String shown) {
        this.shown = shown;
    }
}
