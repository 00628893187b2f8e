package org.fairlead.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.fairlead.shared.Json;
import org.fairlead.telephony.GatewayLinks.GatewayLink;
import org.fairlead.web.api.HealthResource.Link;
import org.junit.jupiter.api.Test;

class HealthResourceTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aRoundTripThatNobodyHasMeasuredIsLeftOutAndAMeasuredOneTold() {
        var unknown = Json.write(Link.of(new GatewayLink("izmir", NOON, -1, true)));
        var quick = Json.write(Link.of(new GatewayLink("izmir", NOON, 0, true)));
        var usual = Json.write(Link.of(new GatewayLink("izmir", NOON, 7, true)));

        assertThat(unknown).contains("\"heardAt\":\"2026-11-21T12:00:00Z\"").doesNotContain("roundTrip");
        assertThat(quick).contains("\"roundTripMillis\":0");
        assertThat(usual).contains("\"roundTripMillis\":7");
    }
}
