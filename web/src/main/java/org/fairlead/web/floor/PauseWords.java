package org.fairlead.web.floor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.fairlead.routing.PauseReasons;
import org.fairlead.routing.PauseReasons.Reason;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** What agents said when they paused, in the reader's language: on the page and in its files. */
@RequestScoped
public class PauseWords {

    @EJB
    private PauseReasons reasons;

    @Inject
    private Viewer viewer;

    private @Nullable List<Reason> known;

    /** @return what a reason's code means; the code where it is not known any more; null for none */
    public @Nullable String of(@Nullable String code) {
        if (code == null) {
            return null;
        }
        List<Reason> all = known;
        if (all == null) {
            all = reasons.all();
            known = all;
        }
        return said(all, viewer.getWords().language().tag(), code);
    }

    static String said(List<Reason> known, String language, String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .map(each -> each.label(language))
                .findFirst()
                .orElse(code);
    }
}
