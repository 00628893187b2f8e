package org.fairlead.web.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderTest {

    private static final Map<String, @Nullable String> KEPT = kept();

    private static Map<String, @Nullable String> kept() {
        var kept = new LinkedHashMap<String, @Nullable String>();
        kept.put("client", "2");
        kept.put("page", null);
        return kept;
    }

    @Test
    void aHeadingTurnsTheOrderRoundAndKeepsWhatElseTheAddressSays() {
        var order = order("leads", null);

        assertThat(order.link("leads")).isEqualTo("/x.xhtml?client=2&sort=leads&order=desc");
        assertThat(order.link("name")).isEqualTo("/x.xhtml?client=2&sort=name");
        assertThat(order("leads", "desc").link("leads")).isEqualTo("/x.xhtml?client=2&sort=leads");
        assertThat(order.aria("leads")).isEqualTo("ascending");
        assertThat(order.aria("name")).isEqualTo("none");
    }

    @Test
    void aColumnThatTheTableDoesNotHaveIsNoOrder() {
        assertThat(order("name; drop table lead", "desc").by()).isNull();
        assertThat(order("name; drop table lead", "desc").descending()).isFalse();
    }

    private static Order order(@Nullable String by, @Nullable String direction) {
        return Order.of("/x.xhtml", KEPT, Set.of("name", "leads"), by, direction);
    }
}
