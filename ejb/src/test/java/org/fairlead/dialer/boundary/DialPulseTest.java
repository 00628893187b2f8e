package org.fairlead.dialer.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fairlead.contact.ContactClosed;
import org.fairlead.contact.Outcome;
import org.fairlead.dialer.boundary.DialPulse.Found;
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
    private final List<Boolean> anew = new ArrayList<>();
    private Found found = Found.CAMPAIGNS;
    private long takes;

    @BeforeEach
    void begin() {
        pulse.begin(
                books -> {
                    rounds++;
                    anew.add(books);
                    now += takes;
                    return found;
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
    void theLongerARoundTakesTheLongerTheEngineIsLeftAlone() {
        takes = 80;
        pulse.beatNow();
        dialEnds();
        takes = 300;
        pulse.beatNow();
        later.remove(0).run();
        dialEnds();
        later.remove(0).run();

        assertThat(waits).containsExactly(320L, DialPulse.EVERY_MILLIS);
        assertThat(rounds).isEqualTo(4);
    }

    @Test
    void theBooksAreAskedTwiceASecondAndNotAtEachHappening() {
        now += 100;
        pulse.beatNow();
        now += 399;
        pulse.beatNow();
        now += 1;
        pulse.beatNow();
        now += 100;
        pulse.beatNow();

        assertThat(anew).containsExactly(true, false, false, true, false);
    }

    @Test
    void afterAnAbandonedCallTheWindowsAreCountedAnew() {
        now += 100;
        pulse.closed(closed(UUID.randomUUID(), Outcome.ABANDONED));
        later.remove(0).run();
        now += 100;
        dialEnds();
        later.remove(0).run();

        assertThat(anew).containsExactly(true, true, false);
    }

    @Test
    void afterARoundThatFailedTheBooksAreAskedAgainAtTheNextBeat() {
        now += DialPulse.EVERY_MILLIS;
        found = Found.FAILED;
        pulse.beatNow();
        now += 100;
        dialEnds();
        found = Found.CAMPAIGNS;
        pulse.beatNow();

        assertThat(later).isEmpty();
        assertThat(anew).containsExactly(true, true, true);
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
                books -> {
                    dialEnds();
                    now += 60;
                    return Found.CAMPAIGNS;
                },
                (work, millis) -> {
                    later.add(work);
                    waits.add(millis);
                },
                () -> now);

        later.remove(0).run();

        assertThat(later).hasSize(1);
        assertThat(waits).last().isEqualTo(240L);
    }

    @Test
    void nothingIsAskedWhileNoCampaignRuns() {
        found = Found.NOTHING;
        pulse.beatNow();

        dialEnds();

        assertThat(later).isEmpty();
    }

    @Test
    void aContactThatNoCampaignDialledBringsNoRound() {
        pulse.closed(closed(null, Outcome.ABANDONED));

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
        pulse.closed(closed(UUID.randomUUID(), Outcome.NO_ANSWER));
    }

    private static ContactClosed closed(@Nullable UUID attempt, Outcome outcome) {
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
                outcome,
                null,
                null,
                null,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
