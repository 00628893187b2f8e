package org.fairlead.dialer.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.Outcome;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialPulseTest {

    private final DialPulse pulse = new DialPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final List<Long> waits = new ArrayList<>();
    private long now = 10_000;
    private int rounds;
    private boolean campaigns = true;

    @BeforeEach
    void begin() {
        pulse.begin(
                () -> {
                    rounds++;
                    return campaigns;
                },
                (work, millis) -> {
                    later.add(work);
                    waits.add(millis);
                },
                () -> now);
        pulse.beatNow();
    }

    @Test
    void aCallThatEndsBringsARoundButNoSoonerThanPacingWasTunedFor() {
        now += 30;
        dialEnds();
        now += 10_000;
        later.remove(0).run();
        now += 10_000;
        dialEnds();

        assertThat(waits).containsExactly(DialPulse.SOONEST_MILLIS - 30, 0L);
        assertThat(rounds).isEqualTo(2);
    }

    @Test
    void whatHappensTogetherBringsOneRound() {
        dialEnds();
        dialEnds();
        dialEnds();

        assertThat(later).hasSize(1);
    }

    @Test
    void whatHappensDuringARoundBringsAnother() {
        dialEnds();
        pulse.begin(
                () -> {
                    dialEnds();
                    return true;
                },
                (work, millis) -> later.add(work),
                () -> now);

        later.remove(0).run();

        assertThat(later).hasSize(1);
    }

    @Test
    void nothingIsAskedWhileNoCampaignRuns() {
        campaigns = false;
        pulse.beatNow();

        dialEnds();

        assertThat(later).isEmpty();
    }

    @Test
    void aContactThatNoCampaignDialledBringsNoRound() {
        pulse.closed(closed(null));

        assertThat(later).isEmpty();
    }

    @Test
    void nothingHappensAfterTheEnd() {
        dialEnds();
        pulse.end();

        later.remove(0).run();
        dialEnds();

        assertThat(rounds).isEqualTo(1);
        assertThat(later).isEmpty();
    }

    private void dialEnds() {
        pulse.closed(closed(UUID.randomUUID()));
    }

    private static ContactClosed closed(@Nullable UUID attempt) {
        return new ContactClosed(
                new ClientId(3),
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                attempt,
                null,
                "OUTBOUND",
                "+12125550111",
                Outcome.NO_ANSWER,
                null,
                null,
                null,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
