package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.fairlead.routing.CallersInLine;
import org.fairlead.routing.CallersInLine.Told;
import org.fairlead.routing.CallersInLine.Wish;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.web.compliance.Denials;
import org.fairlead.web.shell.Viewer;
import org.fairlead.web.tables.Notices;
import org.jspecify.annotations.Nullable;

/** What waiting callers were told against how it was, and who is to be called back. */
@Named
@ViewScoped
public class LinePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int DAYS = 7;
    private static final int MOST = 100;

    @EJB
    private transient CallersInLine callers;

    @Inject
    private Notices notices;

    @Inject
    private Viewer viewer;

    private @Nullable List<Told> told;
    private @Nullable List<Wish> wishes;

    public int getDays() {
        return DAYS;
    }

    public List<Told> getTold() {
        List<Told> known = told;
        if (known == null) {
            known = callers.told(DAYS);
            told = known;
        }
        return known;
    }

    public List<Wish> getWishes() {
        List<Wish> known = wishes;
        if (known == null) {
            known = callers.wishes(MOST);
            wishes = known;
        }
        return known;
    }

    /** Nobody is called back for it; the list is read anew, whatever came of it. */
    public void cancel(String contact) {
        try {
            callers.cancel(UUID.fromString(contact));
            notices.done("floor.line.cancelled");
        } catch (Refused refused) {
            notices.refused(refused);
        } catch (NotFound gone) {
            notices.refused(new Refused("floor.line.over"));
        }
        wishes = null;
    }

    /** What the outreach decision said; empty when it has not been asked, or allowed. */
    public String denied(Wish wish) {
        Verdict verdict = wish.verdict();
        return verdict == null || verdict.allowed()
                ? ""
                : new Denials(viewer.getWords(), viewer.getFormats()).full(verdict);
    }
}
