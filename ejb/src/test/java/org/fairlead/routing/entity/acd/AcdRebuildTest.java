package org.fairlead.routing.entity.acd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What was thrown away and built again goes on as if nothing had happened. */
class AcdRebuildTest {

    private static final int EVENTS = 200;

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void decidesTheSameAfterItWasBuiltAgain(@ForAll long seed) {
        RandomFloor floor = new RandomFloor(seed, null);
        List<Decision> first = new ArrayList<>();
        List<Decision> second = new ArrayList<>();
        Acd lasting = new Acd(AcdSettings.usual(), first::add, RandomFloor.BEGIN);
        Acd rebuilt = new Acd(AcdSettings.usual(), second::add, RandomFloor.BEGIN);
        for (AcdEvent event : floor.setUp()) {
            lasting.apply(event, floor.now);
            rebuilt.apply(event, floor.now);
        }

        for (int i = 0; i < EVENTS; i++) {
            AcdEvent event = floor.next();
            lasting.apply(event, floor.now);
            rebuilt.apply(event, floor.now);
            if (i % 7 == 0) {
                rebuilt = Acd.of(AcdSettings.usual(), second::add, rebuilt.snapshot());
            }

            assertThat(second).as("event %d: %s", i, event).isEqualTo(first);
            first.clear();
            second.clear();
        }
    }
}
