package org.fairlead.collections;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a portfolio asks of who says to be the debtor, and in whose name its client's messages leave. Role: BPO admin. */
public interface DeskTerms {

    /** All that can be asked. */
    List<String> questions();

    /** What is asked, the best first; two that are known of a debtor are. */
    List<String> identity(UUID portfolioId);

    /** @throws org.fairlead.shared.Refused {@code identity.few}, {@code identity.twice}, {@code identity.step} */
    void saveIdentity(UUID portfolioId, List<String> steps);

    /** One for each channel, of the portfolio's client. */
    List<Sender> senders(UUID portfolioId);

    /**
     * Whatever leaves from now on has them, all or none; nothing: nothing leaves that way.
     *
     * @throws org.fairlead.shared.Refused {@code sender.channel}, {@code sender.email}, {@code sender.sms}
     */
    void saveSenders(UUID portfolioId, List<Sender> senders);

    /** @param sender null where there is none yet */
    record Sender(String channel, @Nullable String sender) {}
}
