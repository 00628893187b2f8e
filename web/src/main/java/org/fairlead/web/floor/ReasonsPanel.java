package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.client.Clients;
import org.fairlead.i18n.Language;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.PauseReasons.Reason;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Reasons for pauses: made, changed and switched off by BPO admins. */
@Named
@ViewScoped
public class ReasonsPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private transient PauseReasons reasons;

    @EJB
    private transient Clients clients;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private int client;
    private @Nullable String code;
    private Presence presence = Presence.BREAK;
    private final Map<String, String> labels = new HashMap<>();

    public List<Reason> getAll() {
        return reasons.all();
    }

    public String label(Reason reason) {
        return reason.label(viewer.getWords().language().tag());
    }

    public String whose(Reason reason) {
        if (reason.client().equals(ClientId.OUTSOURCER)) {
            return viewer.getWords().get("floor.reasons.everybody");
        }
        return clients.clients().stream()
                .filter(each -> each.id().equals(reason.client()))
                .map(each -> each.name())
                .findFirst()
                .orElse("–");
    }

    public void save() {
        Map<String, String> said = new HashMap<>();
        labels.forEach((language, label) -> {
            if (label != null && !label.isBlank()) {
                said.put(language, label.strip());
            }
        });
        keep(new Reason(new ClientId(client), code == null ? "" : code.strip(), presence, said, true));
    }

    public void turn(Reason reason) {
        keep(new Reason(reason.client(), reason.code(), reason.presence(), reason.labels(), !reason.active()));
    }

    private void keep(Reason reason) {
        try {
            reasons.save(reason);
            notices.done("floor.reasons.saved");
        } catch (Refused refused) {
            notices.refused(refused);
        } catch (NotFound gone) {
            notices.refused(new Refused("shift.person"));
        }
    }

    /** Kinds of pause that an agent can give a reason for. */
    public List<Presence> getKinds() {
        return Arrays.stream(Presence.values())
                .filter(each -> each.chosen() && each != Presence.AVAILABLE)
                .toList();
    }

    /** The languages of the console, by their codes. */
    public List<String> getLanguages() {
        return Language.all().stream().map(Language::tag).toList();
    }

    public Map<String, String> getLabels() {
        return labels;
    }

    public int getClient() {
        return client;
    }

    public void setClient(int id) {
        client = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String text) {
        code = text;
    }

    public Presence getPresence() {
        return presence;
    }

    public void setPresence(Presence kind) {
        presence = kind;
    }
}
