package org.fairlead.campaign.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.AttemptEnd;
import org.fairlead.campaign.Callbacks.CallbackView;
import org.fairlead.campaign.Callbacks.TakenCallback;
import org.fairlead.campaign.RunningCampaign;
import org.fairlead.campaign.TakenLead;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.shared.Sql;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A promise to call again: whose it is, when, and what the law says. */
@Tag("database")
class CallbackBookTest {

    /** A Monday noon in New York. */
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private static final Instant PROMISED = NOON.plus(Duration.ofHours(2));
    private static final UUID STRANGER = UUID.fromString("00000000-0000-7000-8000-000000000009");

    private final TestCampaign campaign = new TestCampaign();
    private final RuledOutreach outreach = new RuledOutreach();
    private final AttemptBook book = new AttemptBook(outreach);

    @BeforeEach
    void promise() {
        campaign.execute(
                """
                insert into disposition values (7, '%1$s', 'LATER', 1, '{}', 'CALLBACK');
                insert into person values ('%2$s', 'other', 'Other', 1, 'en', true);
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones)
                values (7, gen_random_uuid(), '%3$s', '%4$s', '+12125550123', 'Anna', 'US', '{America/New_York}')
                """
                        .formatted(TestCampaign.PROGRAM, STRANGER, TestCampaign.CAMPAIGN, TestCampaign.LIST));
        TakenLead lead = dialled(NOON).get(0);
        in(c -> book.end(
                c,
                new AttemptEnd(
                        TestCampaign.CLIENT,
                        lead.attemptId(),
                        "HANDLED",
                        "LATER",
                        TestCampaign.PERSON,
                        PROMISED,
                        true,
                        NOON)));
    }

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void belongsToWhoPromisedItWhileAtWorkAndForAQuarterOfAnHour() {
        present("ON_CONTACT");

        assertThat(dialled(PROMISED.plusSeconds(60))).isEmpty();
        assertThat(dialled(PROMISED.plus(Duration.ofMinutes(16)))).hasSize(1);
    }

    @Test
    void isAnyonesWhenItsOwnerHasGone() {
        present("OFFLINE");

        assertThat(dialled(PROMISED.plusSeconds(60))).hasSize(1);
    }

    @Test
    void isListedForItsOwnerAndNotForAColleagueWithoutTheSkill() {
        present("AVAILABLE");

        List<CallbackView> mine = in(c -> CallbackBook.due(c, TestCampaign.PERSON, NOON));
        assertThat(mine).singleElement().satisfies(one -> {
            assertThat(one.mine()).isTrue();
            assertThat(one.dueAt()).isEqualTo(PROMISED);
            assertThat(one.number()).doesNotContain("5550");
        });
        assertThat(due(STRANGER, PROMISED)).isEmpty();
        assertThatThrownBy(() -> take(STRANGER, PROMISED)).isInstanceOf(NotFound.class);
    }

    @Test
    void passesTheOutreachDecisionAndIsWrittenDownAsAnAttempt() {
        present("AVAILABLE");

        TakenCallback taken = take(TestCampaign.PERSON, PROMISED);

        assertThat(taken.lead()).isNotNull();
        assertThat(campaign.count("attempt where state = 'WRITTEN' and mode = 'PREVIEW'"))
                .isEqualTo(1);
        assertThat(campaign.count("callback where state = 'DONE'")).isEqualTo(1);
        assertThatThrownBy(() -> take(TestCampaign.PERSON, PROMISED)).hasMessage("callback.gone");
    }

    @Test
    void isNotMadeEarlyAndADeniedOneIsDueWhenItIsAllowed() {
        present("AVAILABLE");
        assertThatThrownBy(() -> take(TestCampaign.PERSON, NOON))
                .isInstanceOf(Refused.class)
                .hasMessage("callback.early");

        TakenCallback denied = take(TestCampaign.PERSON, PROMISED.plus(Duration.ofHours(10)));

        assertThat(denied.lead()).isNull();
        assertThat(campaign.count("attempt where state = 'DENIED'")).isEqualTo(1);
        assertThat(campaign.count("callback where state = 'DUE' and due_at = '2026-11-24T14:00:00Z'"))
                .isEqualTo(1);
    }

    @Test
    void staysPromisedWhenTheAttemptNeverLeft() {
        present("AVAILABLE");
        TakenLead lead = take(TestCampaign.PERSON, PROMISED).lead();
        assertThat(lead).isNotNull();

        in(c -> book.giveBack(c, TestCampaign.CLIENT, lead.attemptId(), PROMISED));

        assertThat(campaign.count("callback where state = 'DUE' and agent_id = '" + TestCampaign.PERSON + "'"))
                .isEqualTo(1);
        assertThat(campaign.count("lead where state = 'CALLBACK'")).isEqualTo(1);
        assertThat(due(TestCampaign.PERSON, PROMISED)).hasSize(1);
    }

    @Test
    void isHandedOverByItsOwnerAlone() {
        present("AVAILABLE");
        UUID id = due(TestCampaign.PERSON, NOON).get(0).id();

        assertThatThrownBy(() -> in(c -> CallbackBook.give(c, id, STRANGER))).isInstanceOf(NotFound.class);
        ClientId whose = in(c -> CallbackBook.give(c, id, TestCampaign.PERSON));

        assertThat(whose).isEqualTo(TestCampaign.CLIENT);
        assertThat(dialled(PROMISED.plusSeconds(60))).hasSize(1);
    }

    private void present(String presence) {
        campaign.execute(
                "insert into agent_session (person_id, session_id, presence, since, client_id) values ('%s', 's', '%s', now(), 8)"
                        .formatted(TestCampaign.PERSON, presence));
    }

    private List<CallbackView> due(UUID who, Instant at) {
        return in(c -> CallbackBook.due(c, who, at));
    }

    private TakenCallback take(UUID who, Instant at) {
        UUID id = due(TestCampaign.PERSON, NOON).stream()
                .findFirst()
                .map(CallbackView::id)
                .orElseGet(this::anyCallback);
        return in(c -> CallbackBook.take(c, outreach, id, who, () -> at));
    }

    private UUID anyCallback() {
        return in(c -> Sql.one(c, row -> row.getObject(1, UUID.class), "select callback_id from callback")
                .orElseThrow());
    }

    private List<TakenLead> dialled(Instant now) {
        RunningCampaign running = running().stream()
                .filter(r -> r.campaignId().equals(TestCampaign.CAMPAIGN))
                .findFirst()
                .orElseThrow();
        return in(c -> book.take(c, running, 1, () -> now));
    }

    private List<RunningCampaign> running() {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return book.running(c);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T in(Function<Connection, T> work) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            T result = work.apply(c);
            c.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
