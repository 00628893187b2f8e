package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.fairlead.routing.PreviewGuard;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;

/** Asks the outreach decision once more when an agent dials a previewed lead. */
@ApplicationScoped
public class PreviewJudge implements PreviewGuard {

    @Inject
    private DialRound round;

    @Override
    public void requireAllowed(ClientId client, UUID attemptId) {
        Optional<Verdict> verdict = round.judgeAgain(client, attemptId);
        if (verdict.isEmpty()) {
            throw new Refused("attempt.not-open");
        }
        if (!verdict.get().allowed()) {
            throw new Refused("attempt.denied", verdict.get());
        }
    }
}
