package org.fairlead.dialer.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.fairlead.routing.CallbackGuard;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Refused;

/** Asks the outreach decision when it is a customer's turn to be called back. */
@ApplicationScoped
public class CallbackJudge implements CallbackGuard {

    @Inject
    private DialRound round;

    @Override
    public Answer ask(ClientId client, UUID callbackId) {
        Optional<Verdict> verdict = round.judgeInLine(client, callbackId);
        if (verdict.isEmpty()) {
            return new Answer(new Refused("attempt.not-open"), null);
        }
        return verdict.get().allowed()
                ? new Answer(null, null)
                : new Answer(
                        new Refused("attempt.denied", verdict.get()),
                        verdict.get().nextAllowed());
    }
}
