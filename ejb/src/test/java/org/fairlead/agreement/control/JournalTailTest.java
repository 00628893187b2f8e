package org.fairlead.agreement.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.fairlead.agreement.ClockStart;
import org.fairlead.agreement.Formula;
import org.fairlead.agreement.Part;
import org.fairlead.agreement.ServiceLevelDay;
import org.fairlead.agreement.entity.CountedProgram;
import org.fairlead.agreement.entity.Journey;
import org.fairlead.agreement.entity.Terms;
import org.fairlead.launcher.ThrowawayPostgres;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalTailTest {

    private static final UUID PROGRAM = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID QUEUE = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final UUID CAMPAIGN = UUID.fromString("00000000-0000-7000-8000-000000000003");
    private static final Instant NOON = Instant.parse("2026-11-21T11:00:00Z");

    private final ThrowawayPostgres database = ThrowawayPostgres.migrated();
    private Connection engine;

    @BeforeEach
    void aProgramWithTwoAgreements() throws SQLException {
        engine = database.connect(DatabaseRole.ENGINE);
        try (Statement statement = engine.createStatement()) {
            statement.execute(
                    """
                    insert into client values (7, 'seven', 'Seven', 'IT', 'Europe/Rome', true);
                    insert into brand values (7, '%1$s', 'b', 'B', 'B', '#000000', '#000000');
                    insert into program values (7, '%1$s', '%1$s', 'p', 'P', 'SUPPORT', '{it}');
                    insert into queue (client_id, queue_id, program_id, code, name) values (7, '%2$s', '%1$s', 'q', 'Q');
                    insert into agreement values
                      (7, gen_random_uuid(), '%1$s', 'IN_TIME_OF_ALL', 30, 5, 'OFFERED', 70, '1.0', '2026-01-01'),
                      (7, gen_random_uuid(), '%1$s', 'ANSWERED_IN_TIME_OF_ALL', 20, 5, 'QUEUED', 80, '4.2', '2026-11-01'),
                      (7, gen_random_uuid(), '%1$s', 'ANSWERED_IN_TIME_OF_ALL', 10, 5, 'QUEUED', 90, '9.9', '2027-01-01');
                    """
                            .formatted(PROGRAM, QUEUE));
        }
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        engine.close();
        database.close();
    }

    @Test
    void theAgreementInForceOnThatDayCounts() throws SQLException {
        CountedProgram october = program(LocalDate.of(2026, 10, 5));
        CountedProgram today = program(null);

        assertThat(october.agreement().clockStart()).isEqualTo(ClockStart.OFFERED);
        assertThat(today.agreement().formula()).isEqualTo(Formula.ANSWERED_IN_TIME_OF_ALL);
        assertThat(today.agreement().clause()).isEqualTo("4.2");
    }

    @Test
    void journeysTakeTheFirstMomentOfEachKindAndLeaveCampaignsOut() throws SQLException {
        UUID inbound = UUID.randomUUID();
        event(inbound, 1, NOON, "OFFERED", null, "{}");
        event(inbound, 2, NOON.plusSeconds(1), "QUEUED", null, "{}");
        event(inbound, 3, NOON.plusSeconds(9), "CONNECTED", null, "{}");
        event(inbound, 4, NOON.plusSeconds(60), "CONNECTED", null, "{}");
        event(UUID.randomUUID(), 1, NOON, "QUEUED", CAMPAIGN, "{}");

        List<Journey> journeys =
                JournalReader.journeys(engine, new ClientId(7), PROGRAM, NOON.minusSeconds(60), NOON.plusSeconds(600));

        assertThat(journeys)
                .containsExactly(new Journey(inbound, NOON, NOON.plusSeconds(1), NOON.plusSeconds(9), null, false));
    }

    @Test
    void whoWasSentToAVoicemailGaveNothingUpInTimeAndAMessageAtTheDoorIsNoContactOfTheLevel() throws SQLException {
        UUID diverted = UUID.randomUUID();
        event(diverted, 1, NOON, "QUEUED", null, "{}");
        event(diverted, 2, NOON.plusSeconds(4), "ENDED", null, "{\"outcome\": \"VOICEMAIL\"}");
        UUID atTheDoor = UUID.randomUUID();
        event(atTheDoor, 1, NOON, "OFFERED", null, "{}");
        event(atTheDoor, 2, NOON.plusSeconds(20), "ENDED", null, "{\"outcome\": \"VOICEMAIL\"}");
        Terms fromTheOffer = new Terms(ClockStart.OFFERED, Duration.ofSeconds(60), Duration.ofSeconds(5));
        Terms fromTheQueue = new Terms(ClockStart.QUEUED, Duration.ofSeconds(60), Duration.ofSeconds(5));

        List<Journey> journeys =
                JournalReader.journeys(engine, new ClientId(7), PROGRAM, NOON.minusSeconds(60), NOON.plusSeconds(600));

        assertThat(journeys).hasSize(2);
        assertThat(journeys.stream().flatMap(each -> fromTheQueue.judge(each).stream()))
                .singleElement()
                .satisfies(counted -> assertThat(counted.parts())
                        .as("within the threshold and the short time, but not by the customer's will")
                        .containsExactlyInAnyOrder(Part.ABANDONED, Part.ABANDONED_LATE));
        assertThat(journeys.stream()
                        .filter(each -> each.contactId().equals(atTheDoor))
                        .flatMap(each -> fromTheOffer.judge(each).stream()))
                .isEmpty();
    }

    @Test
    void theTailSeesEachNewEventAndGivesWhatReadingTheWholeDayGives() throws SQLException {
        JournalTail tail = new JournalTail();
        UUID answered = UUID.randomUUID();
        UUID abandoned = UUID.randomUUID();
        UUID closedQueue = UUID.randomUUID();
        event(answered, 1, NOON, "QUEUED", null, "{}");
        ServiceLevelDay before = tail.follow(engine, NOON.plusSeconds(5)).get(0);

        event(answered, 2, NOON.plusSeconds(6), "CONNECTED", null, "{}");
        event(abandoned, 1, NOON.plusSeconds(7), "QUEUED", null, "{}");
        event(abandoned, 2, NOON.plusSeconds(37), "ENDED", null, "{\"outcome\": \"ABANDONED\"}");
        event(closedQueue, 1, NOON.plusSeconds(8), "OFFERED", null, "{}");
        event(closedQueue, 2, NOON.plusSeconds(8), "ENDED", null, "{\"outcome\": \"REFUSED\"}");
        ServiceLevelDay followed = tail.follow(engine, NOON.plusSeconds(40)).get(0);
        ServiceLevelDay readWhole =
                new JournalTail().follow(engine, NOON.plusSeconds(40)).get(0);

        assertThat(before.counts().waiting()).isEqualTo(1);
        assertThat(before.level().percent()).isNull();
        assertThat(followed.counts().offered()).isEqualTo(2);
        assertThat(followed.level().percent()).isEqualByComparingTo("50");
        assertThat(followed.missed()).isTrue();
        assertThat(followed).isEqualTo(readWhole);
    }

    private CountedProgram program(@Nullable LocalDate date) throws SQLException {
        return AgreementReader.program(engine, PROGRAM, date, NOON).orElseThrow();
    }

    private void event(UUID contact, int position, Instant at, String kind, @Nullable UUID campaign, String detail)
            throws SQLException {
        try (PreparedStatement insert = engine.prepareStatement(
                "insert into contact_event (client_id, contact_id, position, at, kind, program_id, campaign_id, detail)"
                        + " values (7, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
            insert.setObject(1, contact);
            insert.setInt(2, position);
            insert.setObject(3, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            insert.setString(4, kind);
            insert.setObject(5, PROGRAM);
            insert.setObject(6, campaign);
            insert.setString(7, detail);
            insert.execute();
        }
    }
}
