package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.fairlead.compliance.Verdict;
import org.fairlead.routing.CallersInLine;
import org.fairlead.routing.CallersInLine.Told;
import org.fairlead.routing.CallersInLine.Wish;
import org.fairlead.web.compliance.Denials;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** What waiting callers were told against how it was, and who is to be called back. */
@Named
@RequestScoped
public class LinePage {

    private static final int DAYS = 7;
    private static final int MOST = 100;

    @EJB
    private CallersInLine callers;

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

    /** What the outreach decision said; empty when it has not been asked, or allowed. */
    public String denied(Wish wish) {
        Verdict verdict = wish.verdict();
        return verdict == null || verdict.allowed()
                ? ""
                : new Denials(viewer.getWords(), viewer.getFormats()).full(verdict);
    }
}
