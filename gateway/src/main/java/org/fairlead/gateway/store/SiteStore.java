package org.fairlead.gateway.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.jms.GatewayEvent;

/**
 * The memory of one gateway that outlives its process. Each write is with the operating system when the method returns
 * or very soon after, so that the end of the process loses nothing; only {@link #carriesOut} with {@code certain} waits
 * for the disk, which a power cut may not undo.
 *
 * <p>When it cannot be written, that is logged and calls go on, with this process' memory alone; only what must be
 * certain fails with {@link StoreBroken}, and is not carried out.
 */
public interface SiteStore extends AutoCloseable {

    /**
     * What an earlier process left.
     *
     * @param events not yet with the broker, the oldest first
     * @param fence the highest seen, {@code Long.MIN_VALUE} for none
     */
    record Left(List<KeptEvent> events, List<SeenCommand> commands, List<KeptCall> calls, long fence) {}

    /** @param place under which it is removed */
    record KeptEvent(long place, GatewayEvent event) {}

    /** @param until it need not be remembered longer */
    record SeenCommand(UUID id, Instant until) {}

    /**
     * A live call.
     *
     * @param ceiling no event of it has a higher sequence
     */
    record KeptCall(UUID call, int ceiling, boolean answered) {}

    Left left();

    /** Keeps an event until it is removed. */
    KeptEvent keep(GatewayEvent event);

    /** The broker has these. */
    void sent(List<KeptEvent> events);

    /**
     * Remembers a command before it is carried out.
     *
     * @param certain not before it is on the disk: for what must never be done twice
     */
    void carriesOut(SeenCommand command, boolean certain);

    void forget(UUID command);

    void fence(long highest);

    void lives(KeptCall call);

    void ended(UUID call);

    @Override
    void close();
}
