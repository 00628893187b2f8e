package org.fairlead.agreement.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.agreement.AgreementView;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.CountedContact;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.Part;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DayCountTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOON = Instant.parse("2026-11-21T11:00:00Z");
    private static final Terms TWENTY_SECONDS =
            new Terms(ClockStart.QUEUED, Duration.ofSeconds(20), Duration.ofSeconds(5));

    @Test
    void aWaitOfExactlyTheThresholdIsInTime() {
        CountedContact atTheEdge = judged(answered(NOON, 20_000));
        CountedContact beyond = judged(answered(NOON, 20_001));

        assertThat(atTheEdge.parts()).containsExactlyInAnyOrder(Part.ANSWERED, Part.ANSWERED_IN_TIME);
        assertThat(beyond.parts()).containsExactly(Part.ANSWERED);
    }

    @Test
    void givingUpEarlyIsShortGivingUpLateIsNot() {
        assertThat(judged(abandoned(NOON, 4_000)).parts())
                .containsExactlyInAnyOrder(Part.ABANDONED, Part.ABANDONED_IN_TIME, Part.SHORT_ABANDONED);
        assertThat(judged(abandoned(NOON, 19_000)).parts())
                .containsExactlyInAnyOrder(Part.ABANDONED, Part.ABANDONED_IN_TIME);
        assertThat(judged(abandoned(NOON, 21_000)).parts())
                .containsExactlyInAnyOrder(Part.ABANDONED, Part.ABANDONED_LATE);
    }

    @Test
    void theClockMayStartWhenTheCallComesInMenuIncluded() {
        Journey journey = new Journey(UUID.randomUUID(), NOON, NOON.plusSeconds(15), NOON.plusSeconds(25), null, false);

        Terms fromTheOffer = new Terms(ClockStart.OFFERED, Duration.ofSeconds(20), Duration.ofSeconds(5));

        assertThat(judged(journey).parts()).contains(Part.ANSWERED_IN_TIME);
        assertThat(fromTheOffer.judge(journey).orElseThrow().parts()).doesNotContain(Part.ANSWERED_IN_TIME);
    }

    @Test
    void whoNeverEnteredTheQueueIsNotCountedByAClockThatStartsThere() {
        Journey inTheMenu = new Journey(UUID.randomUUID(), NOON, null, null, NOON.plusSeconds(9), false);

        assertThat(TWENTY_SECONDS.judge(inTheMenu)).isEmpty();
    }

    @Test
    void whoIsTurnedAwayFromTheLineCountsAsLostHoweverSoonAndWhoIsNeverLetInDoesNot() {
        Journey full = new Journey(UUID.randomUUID(), NOON, NOON, null, NOON.plusSeconds(1), true);
        Journey closed = new Journey(UUID.randomUUID(), NOON, null, null, NOON.plusSeconds(1), true);
        Terms fromTheOffer = new Terms(ClockStart.OFFERED, Duration.ofSeconds(20), Duration.ofSeconds(5));

        assertThat(judged(full).parts()).containsExactlyInAnyOrder(Part.ABANDONED, Part.ABANDONED_LATE);
        assertThat(TWENTY_SECONDS.judge(closed)).isEmpty();
        assertThat(fromTheOffer.judge(closed)).isEmpty();
    }

    @Test
    void aContactBelongsToTheDayOfTheClientsZoneInWhichItsClockBegan() {
        Journey lateYesterday = answered(Instant.parse("2026-11-20T22:59:59Z"), 10_000);
        Journey justToday = answered(Instant.parse("2026-11-20T23:00:00Z"), 10_000);
        Journey lateToday = answered(Instant.parse("2026-11-21T22:59:59Z"), 10_000);
        Journey tomorrow = answered(Instant.parse("2026-11-21T23:00:00Z"), 10_000);

        List<CountedContact> day =
                DayCount.ofDay(List.of(tomorrow, lateToday, justToday, lateYesterday), TWENTY_SECONDS, DAY, ROME);

        assertThat(day)
                .extracting(CountedContact::contactId)
                .containsExactly(justToday.contactId(), lateToday.contactId());
    }

    @Test
    void anIntervalWithoutContactsIsNotApplicable() {
        List<CountedContact> contacts =
                List.of(judged(answered(NOON, 1_000)), judged(answered(NOON.plusSeconds(3600), 30_000)));

        DayCount day = DayCount.of(contacts, ROME, agreement());

        assertThat(day.intervals()).hasSize(3);
        assertThat(day.intervals().get(0).level().percent()).isEqualByComparingTo("100");
        assertThat(day.intervals().get(1).level().percent()).isNull();
        assertThat(day.intervals().get(2).level().percent()).isEqualByComparingTo("0");
    }

    @Test
    void halfHoursFollowTheWallClockWhereTheOffsetIsNotWhole() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu");

        Instant halfHour = DayCount.halfHour(Instant.parse("2026-11-21T11:20:00Z"), kathmandu);

        assertThat(halfHour).isEqualTo(Instant.parse("2026-11-21T11:15:00Z"));
    }

    private static CountedContact judged(Journey journey) {
        return TWENTY_SECONDS.judge(journey).orElseThrow();
    }

    private static Journey answered(Instant queued, long afterMillis) {
        return journey(queued, queued.plusMillis(afterMillis), null);
    }

    private static Journey abandoned(Instant queued, long afterMillis) {
        return journey(queued, null, queued.plusMillis(afterMillis));
    }

    private static Journey journey(Instant queued, @Nullable Instant answered, @Nullable Instant ended) {
        return new Journey(UUID.randomUUID(), queued.minusSeconds(1), queued, answered, ended, false);
    }

    private static AgreementView agreement() {
        return new AgreementView(
                UUID.randomUUID(),
                Formula.ANSWERED_IN_TIME_OF_ALL,
                20,
                5,
                ClockStart.QUEUED,
                new BigDecimal("80"),
                "4.2",
                LocalDate.of(2026, 1, 1));
    }

    @Test
    void countsEachQueueForItself() {
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        var contacts = List.of(
                new CountedContact(UUID.randomUUID(), NOON, NOON, true, Set.of(Part.ANSWERED), first),
                new CountedContact(UUID.randomUUID(), NOON, NOON, false, Set.of(Part.ABANDONED), second),
                new CountedContact(UUID.randomUUID(), NOON, NOON, false, Set.of(Part.ABANDONED), null));

        var levels = DayCount.byQueue(contacts, null);

        assertThat(levels).containsOnlyKeys(first, second);
        assertThat(levels.get(first).counts().answered()).isEqualTo(1);
        assertThat(levels.get(second).counts().abandoned()).isEqualTo(1);
    }
}
