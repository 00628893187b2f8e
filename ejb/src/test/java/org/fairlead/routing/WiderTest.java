package org.fairlead.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.Test;

class WiderTest {

    private static final Map<String, Integer> ASKED = Map.of("lang:it", 4, "billing", 3);

    @Test
    void eachRingAsksForLess() {
        var first = Wider.by(15, 1);
        var second = new Wider(40, 3, Map.of("lang:it", 2));

        assertThatCode(() -> Wider.require(List.of(first, second), ASKED, 3)).doesNotThrowAnyException();
        assertThat(first.asks(ASKED)).isEqualTo(Map.of("lang:it", 3, "billing", 2));
        assertThat(second.asks(ASKED)).isEqualTo(Map.of("lang:it", 2));
        assertThat(first.speaks(3)).isEqualTo(2);
        assertThat(second.speaks(0)).isZero();
    }

    @Test
    void saysWhichRingCannotBe() {
        refuses("queue.policy.ring.wait", Wider.by(15, 1), Wider.by(15, 2));
        refuses("queue.policy.ring.wait", Wider.by(0, 1));
        refuses("queue.policy.ring.wait", Wider.by(3601, 1));
        refuses("queue.policy.ring.by", Wider.by(15, 5));
        refuses("queue.policy.ring.same", Wider.by(15, 0));
        refuses("queue.policy.ring.same", Wider.by(15, 2), Wider.by(30, 2));
        refuses("queue.policy.ring.narrower", Wider.by(15, 2), Wider.by(30, 1));
        refuses("queue.policy.ring.narrower", new Wider(15, 0, Map.of("lang:it", 4, "cards", 1)));
        refuses("queue.policy.ring.skills", new Wider(15, 0, Map.of("lang:it", 0)));
        refuses(
                "queue.policy.ring.most",
                Wider.by(1, 1),
                Wider.by(2, 2),
                Wider.by(3, 3),
                Wider.by(4, 4),
                new Wider(5, 0, Map.of("lang:it", 1)),
                new Wider(6, 0, Map.of("billing", 1)));
    }

    private static void refuses(String key, Wider... rings) {
        assertThatThrownBy(() -> Wider.require(List.of(rings), ASKED, 0))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
