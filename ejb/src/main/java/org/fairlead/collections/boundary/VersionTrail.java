package org.fairlead.collections.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import org.fairlead.collections.Placements.Portfolio;
import org.fairlead.security.Audit;
import org.fairlead.security.CurrentCaller;

/** Who did what to a version of a portfolio's: strategies, scores. */
@Dependent
public class VersionTrail {

    @Inject
    private CurrentCaller caller;

    @Inject
    private Audit audit;

    public String login() {
        return caller.caller().login();
    }

    public void written(Portfolio portfolio, String what, int version, Map<String, String> more) {
        audit.record(portfolio.client(), what, portfolio.portfolioId() + "/" + version, more);
    }
}
