package org.fairlead.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.fairlead.gateway.simulator.CrowdOrder.CalledNumber;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static CrowdOrder order(long seed) {
        return new CrowdOrder(
                60,
                10,
                seed,
                List.of(new CalledNumber("+390280001001", 3), new CalledNumber("+908502001001", 1)),
                90,
                45,
                5,
                false,
                null);
    }

    @Test
    void theSameSeedIsTheSameCrowd() {
        assertThat(Crowd.of(order(3), "a")).isEqualTo(Crowd.of(order(3), "a")).isNotEqualTo(Crowd.of(order(4), "a"));
    }

    @Test
    void allCallWithinTheTimeInTheirOrderAndByWeight() {
        List<Crowd.Arrival> crowd = Crowd.of(order(3), "a");

        assertThat(crowd).hasSize(600).isSortedAccordingTo((a, b) -> a.after().compareTo(b.after()));
        assertThat(crowd.get(599).after()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        long toFirst = crowd.stream()
                .filter(arrival -> arrival.call().dialled().equals("+390280001001"))
                .count();
        assertThat(toFirst / 600.0).isCloseTo(0.75, within(0.06));
    }

    @Test
    void talkAndPatienceAreAroundTheirMeans() {
        List<Crowd.Arrival> crowd = Crowd.of(order(3), "a");

        double talk = crowd.stream()
                .mapToDouble(a -> a.call().plan().talk().toMillis())
                .average()
                .orElseThrow();
        assertThat(talk / 1000).isCloseTo(45, within(8.0));
        assertThat(crowd).allMatch(a -> a.call().plan().talk().compareTo(Duration.ofSeconds(5)) >= 0);
        assertThat(crowd)
                .allMatch(a -> a.call().from().startsWith(a.call().dialled().substring(0, 3)));
    }
}
