package org.fairlead.routing.control;

import java.time.Instant;
import org.fairlead.routing.entity.Effects;

/** Hears what the engine does, for metrics and logs. Never throws. */
public interface EngineFigures {

    void began(long epoch, int contacts, int agents, int commandsSentAgain);

    /** A batch was decided and is stored. */
    void committed(Effects effects, Instant decided, Instant stored);

    void parked();

    /** The database is away, or came back. */
    void storeAway(Exception why);

    void poison(Exception why);

    void fenced(Exception why);

    /** How many inputs wait. */
    void waiting(int inputs);

    /** For tests and tools that measure otherwise. */
    static EngineFigures none() {
        return new EngineFigures() {
            @Override
            public void began(long epoch, int contacts, int agents, int commandsSentAgain) {}

            @Override
            public void committed(Effects effects, Instant decided, Instant stored) {}

            @Override
            public void parked() {}

            @Override
            public void storeAway(Exception why) {}

            @Override
            public void poison(Exception why) {}

            @Override
            public void fenced(Exception why) {}

            @Override
            public void waiting(int inputs) {}
        };
    }
}
