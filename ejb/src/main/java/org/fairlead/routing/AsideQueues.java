package org.fairlead.routing;

/** Where messages end up that nobody could read, deliver or deliver in time: somebody has to look at them. */
public interface AsideQueues {

    /** The queues for messages that were put aside. */
    enum Aside {
        PARKING,
        DEAD,
        EXPIRED
    }

    /** How many messages lie there now; 0 where the broker is not this server's own and cannot be asked. */
    long depth(Aside queue);

    /** What has to be looked at: parked and dead ones. What expired was meant to. */
    long toBeLookedAt();
}
