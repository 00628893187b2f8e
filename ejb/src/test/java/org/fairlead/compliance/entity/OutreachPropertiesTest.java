package org.fairlead.compliance.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;
import org.fairlead.compliance.entity.CapRule.Unit;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.fairlead.shared.ClientId;

/** What must hold whatever the rules and the facts are (compliance.md). */
class OutreachPropertiesTest {

    private static final long FROM = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void addingARuleNeverEnlargesWhatIsAllowed(
            @ForAll("facts") OutreachFacts facts,
            @ForAll("rules") List<OutreachRule> rules,
            @ForAll("rule") OutreachRule added,
            @ForAll("instants") Instant at) {
        List<OutreachRule> more = new ArrayList<>(rules);
        more.add(added);

        Verdict before = OutreachPolicy.decide(facts, rules, at);
        Verdict after = OutreachPolicy.decide(facts, more, at);

        assertThat(after.allowed() && !before.allowed()).isFalse();
        assertThat(after.denials()).containsAll(before.denials());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noOrderOfRulesOrOfPastAttemptsChangesTheVerdict(
            @ForAll("facts") OutreachFacts facts,
            @ForAll("rules") List<OutreachRule> rules,
            @ForAll("instants") Instant at,
            @ForAll long seed) {
        List<OutreachRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed));
        List<Instant> attempts = new ArrayList<>(facts.attempts());
        Collections.shuffle(attempts, new Random(seed));
        OutreachFacts same = new OutreachFacts(
                facts.client(), facts.number(), facts.zones(), facts.jurisdictions(), facts.listed(), attempts);

        Verdict one = OutreachPolicy.decide(facts, rules, at);
        Verdict other = OutreachPolicy.decide(same, shuffled, at);

        assertThat(other.allowed()).isEqualTo(one.allowed());
        assertThat(other.nextAllowed()).isEqualTo(one.nextAllowed());
        assertThat(other.denials())
                .extracting(Denial::rule)
                .containsExactlyInAnyOrderElementsOf(
                        one.denials().stream().map(Denial::rule).toList());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theNextAllowedInstantIsAllowedAndNoneBeforeItIs(
            @ForAll("facts") OutreachFacts facts,
            @ForAll("rules") List<OutreachRule> rules,
            @ForAll("instants") Instant at,
            @ForAll long seed) {
        Verdict verdict = OutreachPolicy.decide(facts, rules, at);
        Instant next = verdict.nextAllowed();

        if (next != null) {
            assertThat(verdict.allowed()).isFalse();
            assertThat(OutreachPolicy.decide(facts, rules, next).allowed()).isTrue();
            Random random = new Random(seed);
            long wait = Duration.between(at, next).toSeconds();
            for (int i = 0; i < 50; i++) {
                Instant between = at.plusSeconds((long) (random.nextDouble() * wait));
                assertThat(OutreachPolicy.decide(facts, rules, between).allowed())
                        .isFalse();
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void askingAtEveryTurnNeverExceedsARollingCap(@ForAll("caps") CapRule cap, @ForAll long seed) {
        Random random = new Random(seed);
        Instant now = Instant.ofEpochSecond(FROM);
        List<Instant> made = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(1 + random.nextInt(40_000));
            OutreachFacts facts = facts(List.of(ZoneId.of("Europe/Rome")), made);
            if (OutreachPolicy.decide(facts, List.of(cap), now).allowed()) {
                made.add(now);
            }
        }

        if (cap.window() instanceof CapRule.Window.Rolling rolling) {
            for (Instant start : made) {
                Instant end = start.plus(rolling.length());
                long inside = made.stream()
                        .filter(t -> !t.isBefore(start) && t.isBefore(end))
                        .count();
                assertThat(inside).isLessThanOrEqualTo(cap.most());
            }
        }
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, YEAR).map(s -> Instant.ofEpochSecond(FROM + s));
    }

    @Provide
    Arbitrary<OutreachFacts> facts() {
        Arbitrary<List<ZoneId>> zones = Arbitraries.of(
                        "America/New_York",
                        "America/Los_Angeles",
                        "Europe/Rome",
                        "Asia/Kathmandu",
                        "Australia/Lord_Howe")
                .map(ZoneId::of)
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(zones, instants().list().ofMaxSize(8)).as(OutreachPropertiesTest::facts);
    }

    @Provide
    Arbitrary<List<OutreachRule>> rules() {
        return rule().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<OutreachRule> rule() {
        return Arbitraries.oneOf(hours(), caps().map(cap -> cap));
    }

    @Provide
    Arbitrary<CapRule> caps() {
        Arbitrary<CapRule.Window> windows = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 400).map(h -> new CapRule.Window.Rolling(Duration.ofHours(h))),
                Arbitraries.of(Unit.class).map(CapRule.Window.Calendar::new));
        return Combinators.combine(Arbitraries.integers().between(1, 5), windows)
                .as((most, window) -> new CapRule("CAP-" + most + window, "", most, window));
    }

    private static Arbitrary<OutreachRule> hours() {
        Arbitrary<List<Window>> windows = Arbitraries.integers()
                .between(0, 23 * 60)
                .flatMap(from ->
                        Arbitraries.integers().between(from + 1, 24 * 60 - 1).map(until -> window(from, until)))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(windows, windows, windows).as((weekday, sat, sun) -> {
            Map<Day, List<Window>> days = new EnumMap<>(Day.class);
            days.put(Day.MON_FRI, weekday);
            days.put(Day.SAT, sat);
            days.put(Day.SUN, sun);
            return new HoursRule("HOURS-" + days, "", "XX", days, List.of(), Holidays.NONE);
        });
    }

    private static Window window(int from, int until) {
        return new Window(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L));
    }

    private static OutreachFacts facts(List<ZoneId> zones, List<Instant> attempts) {
        return new OutreachFacts(new ClientId(1), "+390280001001", zones, Set.of("XX"), false, attempts);
    }
}
