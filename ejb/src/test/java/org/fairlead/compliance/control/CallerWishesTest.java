package org.fairlead.compliance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.campaign.TestCampaign;
import org.fairlead.compliance.DoNotCall.Entry;
import org.fairlead.compliance.Outreach.Wish;
import org.fairlead.launcher.postgres.DatabaseRole;
import org.fairlead.shared.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class CallerWishesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    private static final UUID UNWANTED = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID RESOLVED = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID WITHHELD = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final UUID CALLED_BACK = UUID.fromString("00000000-0000-7000-8000-00000000000d");
    private static final UUID DIALLED = UUID.fromString("00000000-0000-7000-8000-00000000000e");

    private final TestCampaign campaign = new TestCampaign();
    private final RuledOutreach outreach = new RuledOutreach();

    @AfterEach
    void dropDatabase() {
        campaign.close();
    }

    @Test
    void aCallerWhoWantsNoCallsIsListed() {
        threeCalls();

        Optional<String> unwanted = hear(UNWANTED);
        Optional<String> again = hear(UNWANTED);
        Optional<String> resolved = hear(RESOLVED);
        Optional<String> withheld = hear(WITHHELD);

        assertThat(unwanted).contains("+12125550111");
        assertThat(again).contains("+12125550111");
        assertThat(resolved).isEmpty();
        assertThat(withheld).isEmpty();
        assertThat(campaign.count("do_not_call")).isEqualTo(1);
        assertThat(campaign.count("do_not_call where client_id = 7 and number = '+12125550111'"))
                .isEqualTo(1);
    }

    /** What is said in an attempt is heard with the attempt, which knows the lead as well. */
    @Test
    void whoSaysItInTheCallBackThatWasAskedForInLineIsListedToo() {
        threeCalls();
        call(CALLED_BACK, "'+12125550113'", "stop", "'OUTBOUND', null");
        call(DIALLED, "'+12125550114'", "stop", "'OUTBOUND', '%s'".formatted(DIALLED));

        List<Wish> unheard = unheard(NOON.minusSeconds(60));
        Optional<String> calledBack = hear(CALLED_BACK);
        Optional<String> dialled = hear(DIALLED);

        assertThat(unheard).extracting(Wish::contactId).containsExactlyInAnyOrder(UNWANTED, CALLED_BACK);
        assertThat(calledBack).contains("+12125550113");
        assertThat(dialled).isEmpty();
        assertThat(campaign.count("do_not_call where client_id = 7 and number = '+12125550113'"))
                .isEqualTo(1);
    }

    @Test
    void whatIsWishedForGoodOutlastsAnEntryThatEnds() {
        threeCalls();
        String number = "+12125550111";
        list(number, "a week of peace", LocalDate.of(2026, 11, 30));

        boolean within = listedAt(number);
        list(number, "a shorter wish", LocalDate.of(2026, 11, 25));
        List<Entry> longest = entries();
        hear(UNWANTED, NOON.plusSeconds(3_600));
        List<Entry> forGood = entries();
        list(number, "a later day", LocalDate.of(2027, 1, 1));

        assertThat(within).isTrue();
        assertThat(longest)
                .containsExactly(
                        new Entry(TestCampaign.CLIENT, number, NOON, "a week of peace", LocalDate.of(2026, 11, 30)));
        assertThat(forGood).singleElement().returns(null, Entry::until).returns(NOON, Entry::since);
        assertThat(forGood.get(0).source()).startsWith("a week of peace; ");
        assertThat(entries()).isEqualTo(forGood);
    }

    @Test
    void whoIsListedAgainAfterTheEntryEndedIsListed() {
        threeCalls();
        String number = "+12125550111";
        campaign.execute("insert into do_not_call values (7, '+12125550111', now() - interval '9 days', 'once',"
                + " now() - interval '1 day')");

        boolean ended = listedAt(number);
        hear(UNWANTED);

        assertThat(ended).isFalse();
        assertThat(listedAt(number)).isTrue();
    }

    @Test
    void aDayThatIsOverIsRefused() {
        assertThatThrownBy(() -> list("+12125550111", "too late", LocalDate.of(2026, 11, 22)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("do-not-call.until");
        assertThat(campaign.count("do_not_call")).isZero();
    }

    private void list(String number, String source, LocalDate until) {
        scoped(c -> DoNotCallList.add(c, TestCampaign.CLIENT, number, source, until, NOON));
    }

    private boolean listedAt(String number) {
        return scoped(c ->
                DoNotCallList.among(c, TestCampaign.CLIENT, List.of(number)).contains(number));
    }

    private List<Entry> entries() {
        return scoped(c -> DoNotCallList.entries(c, TestCampaign.CLIENT, "", 0, 10));
    }

    private <T> T scoped(Function<Connection, T> work) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            T found = work.apply(c);
            c.commit();
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void findsAWishThatNobodyHeardBeforeTheServerDied() {
        threeCalls();

        List<Wish> unheard = unheard(NOON.minusSeconds(60));
        campaign.execute("select audit_append(7, now(), 'system', 'do-not-call.add', '+12125550111', '{\"contact\": \""
                + UNWANTED + "\"}')");

        assertThat(unheard).containsExactly(new Wish(TestCampaign.CLIENT, UNWANTED, NOON));
        assertThat(unheard(NOON.minusSeconds(60))).isEmpty();
    }

    private void threeCalls() {
        campaign.execute("insert into disposition values (7, '%1$s', 'stop', 1, '{}', 'DO_NOT_CALL'),"
                .concat(" (7, '%1$s', 'fine', 2, '{}', 'RESOLVED')")
                .formatted(TestCampaign.PROGRAM));
        call(UNWANTED, "'+12125550111'", "stop");
        call(RESOLVED, "'+12125550112'", "fine");
        call(WITHHELD, "null", "stop");
    }

    private void call(UUID id, String remote, String disposition) {
        call(id, remote, disposition, "'INBOUND', null");
    }

    private void call(UUID id, String remote, String disposition, String directionAndAttempt) {
        campaign.execute(
                """
                insert into contact (client_id, contact_id, program_id, direction, attempt_id, state, remote, gateway, call_id,
                  offered_at, closed_at, outcome, disposition)
                values (7, '%1$s', '%2$s', %6$s, 'ENDED', %3$s, 'manila', '%1$s', '%4$s', '%4$s', 'HANDLED', '%5$s')
                """
                        .formatted(id, TestCampaign.PROGRAM, remote, NOON, disposition, directionAndAttempt));
    }

    private Optional<String> hear(UUID contactId) {
        return hear(contactId, NOON);
    }

    private Optional<String> hear(UUID contactId, Instant at) {
        try (Connection c = campaign.scoped(TestCampaign.CLIENT)) {
            Optional<String> number = outreach.listCaller(c, TestCampaign.CLIENT, contactId, at);
            c.commit();
            return number;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Wish> unheard(Instant since) {
        try (Connection c = campaign.connect(DatabaseRole.ENGINE)) {
            return outreach.unheard(c, since);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
