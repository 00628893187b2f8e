package org.fairlead.web.voice;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.contact.Voicemails;
import org.fairlead.contact.Voicemails.Message;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** Messages that customers left: heard, and marked as seen to. */
@Named
@ViewScoped
public class VoicemailPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 100;
    private static final int LATELY = 20;

    @EJB
    private transient Voicemails voicemails;

    @Inject
    private Notices notices;

    private transient @Nullable List<Message> waiting;
    private transient @Nullable List<Message> seenTo;
    private final Map<String, String> notes = new HashMap<>();

    public List<Message> getWaiting() {
        List<Message> known = waiting;
        if (known == null) {
            known = voicemails.messages(false, MOST);
            waiting = known;
        }
        return known;
    }

    public List<Message> getSeenTo() {
        List<Message> known = seenTo;
        if (known == null) {
            known = voicemails.messages(true, LATELY);
            seenTo = known;
        }
        return known;
    }

    public void done(Message message) {
        try {
            String note = notes.getOrDefault(message.contact().toString(), "");
            voicemails.done(message.contact(), note == null ? "" : note);
            notices.done("voice.mail.done.told");
        } catch (Refused refused) {
            notices.refused(refused);
        }
        waiting = null;
        seenTo = null;
    }

    /** What is to be remembered of each, by contact. */
    public Map<String, String> getNotes() {
        return notes;
    }
}
