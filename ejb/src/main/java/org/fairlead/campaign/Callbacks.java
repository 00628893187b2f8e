package org.fairlead.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.compliance.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Promises to call somebody again. One that an agent keeps is that agent's for a quarter of an hour after its time, as
 * long as the agent is at work; then, and when nobody keeps it, it is anyone's. Role: agent.
 */
public interface Callbacks {

    /** The caller's own of the next twelve hours, and those of anyone that the caller may make; the earliest first. */
    List<CallbackView> due();

    /**
     * Takes one to be made now, with the outreach decision that every attempt goes through. A denied one is written down
     * and moved to when it is allowed.
     *
     * @throws org.fairlead.shared.Refused {@code callback.gone} when it is not due any more, {@code callback.early} when
     *     its time is more than a quarter of an hour away
     */
    TakenCallback take(UUID callbackId);

    /** Hands the caller's own over: anyone may make it from now on. Audited. */
    void give(UUID callbackId);

    /**
     * A promise.
     *
     * @param number masked
     * @param mine whether the caller keeps it
     * @param zone where the customer is
     */
    record CallbackView(
            UUID id,
            int clientId,
            String client,
            String campaign,
            String name,
            String number,
            Instant dueAt,
            boolean mine,
            String zone) {}

    /**
     * What became of taking one.
     *
     * @param lead to be dialled; null when the verdict denies it
     * @param agent who makes it
     */
    record TakenCallback(RunningCampaign campaign, @Nullable TakenLead lead, Verdict verdict, UUID agent) {}
}
