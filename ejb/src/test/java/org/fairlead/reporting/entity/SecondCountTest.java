package org.fairlead.reporting.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fairlead.reporting.AgentSecondLedger.Line;
import org.fairlead.reporting.entity.SecondCount.Change;
import org.fairlead.routing.Presence;
import org.fairlead.shared.ClientId;
import org.junit.jupiter.api.Test;

class SecondCountTest {

    private static final ClientId LUMEN = new ClientId(1);
    private static final ClientId ANADOLU = new ClientId(2);
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void aSharedAgentsHourIsSplitBetweenClientsWithoutASecondTwice() {
        List<Change> shift = List.of(
                new Change(NINE, ClientId.OUTSOURCER, Presence.AVAILABLE),
                new Change(NINE.plusMillis(600_400), LUMEN, Presence.ON_CONTACT),
                new Change(NINE.plusMillis(1_200_900), ANADOLU, Presence.ON_CONTACT),
                new Change(NINE.plusSeconds(3600), ClientId.OUTSOURCER, Presence.OFFLINE));

        List<Line> lines = SecondCount.lines(shift, NINE, NINE.plusSeconds(7200));

        assertThat(lines)
                .containsExactly(
                        new Line(ClientId.OUTSOURCER, Presence.AVAILABLE, 600),
                        new Line(LUMEN, Presence.ON_CONTACT, 600),
                        new Line(ANADOLU, Presence.ON_CONTACT, 2400));
    }

    @Test
    void aSessionFromTheDayBeforeCountsFromMidnightAndARunningOneUpToNow() {
        List<Change> overnight = List.of(new Change(NINE.minusSeconds(5000), LUMEN, Presence.AVAILABLE));

        List<Line> lines = SecondCount.lines(overnight, NINE, NINE.plusSeconds(90));

        assertThat(lines).containsExactly(new Line(LUMEN, Presence.AVAILABLE, 90));
    }

    @Property(tries = 300)
    void theSumIsTheTimeLoggedInToTheSecond(@ForAll("shifts") List<Change> shift) {
        Instant until = NINE.plusSeconds(100_000);

        long counted = SecondCount.lines(shift, NINE, until).stream()
                .mapToLong(Line::seconds)
                .sum();

        assertThat(counted).isEqualTo(secondsLoggedIn(shift, until));
    }

    private static long secondsLoggedIn(List<Change> shift, Instant until) {
        long seconds = 0;
        Instant since = null;
        for (Change change : shift) {
            boolean online = change.presence() != Presence.OFFLINE;
            if (online && since == null) {
                since = change.at();
            } else if (!online && since != null) {
                seconds += change.at().getEpochSecond() - since.getEpochSecond();
                since = null;
            }
        }
        return since == null ? seconds : seconds + until.getEpochSecond() - since.getEpochSecond();
    }

    @Provide
    Arbitrary<List<Change>> shifts() {
        Arbitrary<Change> steps = Combinators.combine(
                        Arbitraries.integers().between(0, 900_000),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(Presence.class))
                .as((millis, client, presence) ->
                        new Change(Instant.ofEpochMilli(millis), new ClientId(client), presence));
        return steps.list().ofMaxSize(40).map(SecondCountTest::inOrder);
    }

    private static List<Change> inOrder(List<Change> steps) {
        List<Change> shift = new ArrayList<>();
        Instant at = NINE;
        for (Change step : steps) {
            at = at.plusMillis(step.at().toEpochMilli());
            shift.add(new Change(at, step.client(), step.presence()));
        }
        return shift;
    }
}
