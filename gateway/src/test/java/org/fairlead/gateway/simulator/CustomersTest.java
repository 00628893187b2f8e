package org.fairlead.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairlead.gateway.simulator.CustomerPlan.Answer;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private static List<CustomerPlan> plans(long seed) {
        Customers customers = new Customers(seed, OutboundHabits.USUAL);
        return IntStream.range(0, 4000)
                .mapToObj(i -> customers.answering("+9053212%05d".formatted(i)))
                .toList();
    }

    @Test
    void theSameSeedPlaysTheSameCustomers() {
        assertThat(plans(7)).isEqualTo(plans(7)).isNotEqualTo(plans(8));
    }

    @Test
    void theOrderOfTheDialsChangesNobody() {
        Customers one = new Customers(7, OutboundHabits.USUAL);
        Customers other = new Customers(7, OutboundHabits.USUAL);
        other.answering("+905321200002");

        CustomerPlan first = one.answering("+905321200001");

        assertThat(other.answering("+905321200001")).isEqualTo(first);
    }

    @Test
    void theAnswersFollowTheirWeights() {
        List<CustomerPlan> plans = plans(7);

        Map<Answer, Long> counts =
                plans.stream().collect(Collectors.groupingBy(CustomerPlan::answer, Collectors.counting()));

        assertThat(counts.get(Answer.HUMAN) / 4000.0).isCloseTo(0.42, within(0.03));
        assertThat(counts.get(Answer.NO_ANSWER) / 4000.0).isCloseTo(0.26, within(0.03));
        assertThat(counts.get(Answer.REJECTED) / 4000.0).isCloseTo(0.01, within(0.01));
    }

    @Test
    void habitsWithoutSenseAreRefused() {
        assertThatThrownBy(() -> new OutboundHabits(false, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0.5))
                .hasMessageContaining("weight");
        assertThatThrownBy(() -> new OutboundHabits(false, 1, 0, 0, 0, 0, 0, 0, 3, 2, 3, 4, 0.5))
                .hasMessageContaining("ringFromSeconds");
    }
}
