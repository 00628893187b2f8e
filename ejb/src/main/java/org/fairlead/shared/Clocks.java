package org.fairlead.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;

/** The one place where time comes from. Everybody else has a {@link Clock} injected, so that tests can travel. */
@ApplicationScoped
public class Clocks {

    /** PostgreSQL keeps microseconds: an instant is the same before and after it was stored. */
    private static final Duration PRECISION = Duration.ofNanos(1_000);

    @Produces
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), PRECISION);
    }
}
