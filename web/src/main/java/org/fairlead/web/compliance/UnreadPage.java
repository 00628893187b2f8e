package org.fairlead.web.compliance;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.fairlead.script.Omissions;
import org.fairlead.script.Omissions.Omission;
import org.fairlead.web.shell.Viewer;
import org.jspecify.annotations.Nullable;

/** Mandatory words that were not read to customers lately. */
@Named
@RequestScoped
public class UnreadPage {

    private static final int MOST = 20;

    @EJB
    private Omissions omissions;

    @Inject
    private Viewer viewer;

    private @Nullable List<Omission> read;

    public List<Omission> getLately() {
        List<Omission> known = read;
        if (known == null) {
            known = omissions.lately(viewer.getLanguage().tag(), MOST);
            read = known;
        }
        return known;
    }
}
