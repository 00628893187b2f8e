package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
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
            String rules = verdict.get().denials().stream().map(Denial::rule).collect(Collectors.joining(", "));
            throw new Refused("attempt.denied", rules);
        }
    }
}
