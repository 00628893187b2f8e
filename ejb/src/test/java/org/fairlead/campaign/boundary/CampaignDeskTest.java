package org.fairlead.campaign.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fairlead.campaign.CampaignSettings;
import org.fairlead.campaign.Campaigns;
import org.fairlead.campaign.Campaigns.Recycling;
import org.fairlead.campaign.Dialing;
import org.fairlead.campaign.Leads;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.Outreach;
import org.fairlead.compliance.control.RuledOutreach;
import org.fairlead.security.Audit;
import org.fairlead.security.Caller;
import org.fairlead.security.CurrentCaller;
import org.fairlead.security.Roles;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.fairlead.testing.Beans;
import org.fairlead.testing.FakeAudit;
import org.fairlead.testing.FakeEvent;
import org.fairlead.testing.OneTransaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose campaigns and leads are seen and changed by whom, and what the trail says of it. */
@Tag("database")
class CampaignDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final Recycling ALL = new Recycling(Set.of("BUSY"), 0, null);
    private static final UUID LEAD = UUID.fromString("00000000-0000-7000-8000-000000000041");

    private final TestCampaign campaign = new TestCampaign();
    private final FakeAudit audit = new FakeAudit();
    private Connection own;
    private Connection strange;

    @BeforeEach
    void enter() {
        campaign.execute(
                """
                insert into lead (client_id, lead_id, campaign_id, list_id, number, name, country, time_zones, state,
                  last_outcome)
                values (7, '%s', '%s', '%s', '+12125550123', 'Anna', 'US', '{America/New_York}', 'EXHAUSTED', 'BUSY')
                """
                        .formatted(LEAD, TestCampaign.CAMPAIGN, TestCampaign.LIST));
        own = campaign.scoped(TestCampaign.CLIENT);
        strange = campaign.scoped(TestCampaign.STRANGER);
    }

    @AfterEach
    void leave() throws SQLException {
        own.close();
        strange.close();
        campaign.close();
    }

    @Test
    void nothingOfAnotherClientIsSeenOrMadeReadyAgain() {
        Beans stranger = beans(TestCampaign.STRANGER, strange);
        Campaigns campaigns = stranger.get(CampaignDesk.class);
        Leads leads = stranger.get(LeadDesk.class);

        assertNotFound(() -> campaigns.recycle(TestCampaign.CAMPAIGN, ALL));
        assertNotFound(() -> campaigns.spent(TestCampaign.CAMPAIGN));
        assertNotFound(() -> leads.lead(LEAD));

        assertThat(audit.entries()).isEmpty();
        assertThat(campaign.count("lead where state = 'EXHAUSTED'")).isEqualTo(1);
    }

    @Test
    void theTrailSaysWhichLeadsWereMadeReadyAgain() {
        Campaigns campaigns = beans(TestCampaign.CLIENT, own).get(CampaignDesk.class);

        campaigns.recycle(TestCampaign.CAMPAIGN, new Recycling(Set.of("BUSY"), 0, TestCampaign.LIST));

        assertThat(audit.entries())
                .containsExactly("7 lead.recycle " + TestCampaign.CAMPAIGN + " {days=0, leads=1, list="
                        + TestCampaign.LIST + ", outcomes=BUSY}");
    }

    @Test
    void whoOnlyWatchesOverACampaignMakesNobodyReadyAgain() throws NoSuchMethodException {
        RolesAllowed roles = CampaignDesk.class
                .getMethod("recycle", UUID.class, Recycling.class)
                .getAnnotation(RolesAllowed.class);

        assertThat(roles.value()).containsExactlyInAnyOrder(Roles.SUPERVISOR, Roles.BPO_ADMIN);
    }

    @Test
    void theLimitOfAbandonedCallsIsNeverLooserThanTheStrictestLawAndTheErrorNamesIt() {
        Campaigns campaigns = beans(TestCampaign.CLIENT, own).get(CampaignDesk.class);
        CampaignSettings before = campaigns.settings(TestCampaign.CAMPAIGN);

        assertThatThrownBy(() -> campaigns.edit(TestCampaign.CAMPAIGN, with(before, 0.031)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("campaign.abandonment.rule");
                    assertThat(refused.arguments()).element(0).hasToString("3");
                    assertThat(refused.arguments()).element(1).hasToString("US-TM-ABN@1");
                });
        campaigns.edit(TestCampaign.CAMPAIGN, with(before, 0.03));
        campaigns.edit(TestCampaign.CAMPAIGN, with(campaigns.settings(TestCampaign.CAMPAIGN), 0.01));

        assertThat(campaigns.settings(TestCampaign.CAMPAIGN).dialing().abandonLimit())
                .isEqualTo(0.01);
    }

    private static CampaignSettings with(CampaignSettings s, double limit) {
        Dialing dialing = new Dialing(
                s.dialing().lines(), limit, s.dialing().window(), s.dialing().weight());
        return new CampaignSettings(
                s.client(),
                s.programId(),
                s.code(),
                s.name(),
                s.mode(),
                s.gateway(),
                s.callerId(),
                s.language(),
                s.skills(),
                s.country(),
                s.callFrom(),
                s.callUntil(),
                s.ringSeconds(),
                s.detectMachine(),
                s.capCount(),
                s.capDays(),
                dialing,
                s.agentless(),
                s.retry(),
                s.version());
    }

    private static void assertNotFound(ThrowingCallable tried) {
        assertThatThrownBy(tried).isInstanceOf(NotFound.class);
    }

    private Beans beans(ClientId serves, Connection transaction) {
        Caller caller = new Caller(TestCampaign.PERSON, "sena", "Sena", 1, "en", Set.of(serves));
        return new Beans()
                .with(DataSource.class, OneTransaction.of(transaction))
                .with(CurrentCaller.class, () -> caller)
                .with(Audit.class, audit)
                .with(Clock.class, Clock.fixed(NOON, ZoneOffset.UTC))
                .with(Outreach.class, new RuledOutreach())
                .with(Event.class, new FakeEvent<>());
    }
}
