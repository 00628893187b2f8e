package org.fairlead.web.desk;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.PauseReasons.Reason;
import org.fairlead.routing.Presence;
import org.fairlead.web.shell.Viewer;

/** What an agent may choose as presence: where a kind of pause has reasons, one line for each of them, and none without. */
@Named
@RequestScoped
public class PausePanel {

    @EJB
    private PauseReasons reasons;

    @Inject
    private Viewer viewer;

    /** @param reason its code; empty where none is asked for */
    public record Choice(Presence presence, String reason, String label) {}

    public List<Choice> getChoices() {
        List<Reason> known = reasons.active();
        String language = viewer.getWords().language().tag();
        List<Choice> choices = new ArrayList<>();
        for (Presence presence : Presence.values()) {
            if (!presence.chosen()) {
                continue;
            }
            String name = viewer.getWords().get("presence." + presence);
            List<Choice> said = known.stream()
                    .filter(reason -> reason.presence() == presence)
                    .map(reason -> new Choice(presence, reason.code(), name + " · " + reason.label(language)))
                    .toList();
            choices.addAll(said.isEmpty() ? List.of(new Choice(presence, "", name)) : said);
        }
        return choices;
    }
}
