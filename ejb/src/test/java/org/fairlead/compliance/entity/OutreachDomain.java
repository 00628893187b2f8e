package org.fairlead.compliance.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.ConsentFact;
import org.fairlead.compliance.OutreachFacts.HoldFact;
import org.fairlead.compliance.OutreachFacts.Manner;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.OutreachFacts.Whereabouts;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.entity.CapRule.Counter;
import org.fairlead.compliance.entity.CapRule.Key;
import org.fairlead.compliance.entity.CoolingOffRule.Unless;
import org.fairlead.compliance.entity.HoursRule.Day;
import org.fairlead.compliance.entity.HoursRule.Window;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.Holidays;

/** Made-up people, pasts and rules, with time zones that are hard to keep. */
class OutreachDomain extends DomainContextBase {

    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final int YEAR = 365 * 86_400;
    private static final String NUMBER = "+390280001001";

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.integers().between(0, YEAR).map(FROM::plusSeconds);
    }

    @Provide
    Arbitrary<OutreachFacts> facts() {
        Arbitrary<List<ZoneId>> zones = Arbitraries.of(
                        "America/New_York",
                        "America/Los_Angeles",
                        "Europe/Rome",
                        "Asia/Kathmandu",
                        "America/Havana",
                        "Australia/Lord_Howe")
                .map(ZoneId::of)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
        Arbitrary<String> debts = Arbitraries.of("A", "B").injectNull(0.3);
        return Combinators.combine(zones, past().list().ofMaxSize(10), debts, standings())
                .as((where, past, debt, said) -> OutreachFacts.of(
                                new ClientId(1),
                                Target.call(NUMBER).about("P1", debt),
                                new Whereabouts(where, Set.of("XX")),
                                Manner.byHand(20, "+390280001009"))
                        .after(past)
                        .with(said));
    }

    private Arbitrary<PastContact> past() {
        return Combinators.combine(
                        instants(),
                        Arbitraries.of(NUMBER, "+390280001002"),
                        Arbitraries.of("P1", "P2").injectNull(0.2),
                        Arbitraries.of("A", "B").injectNull(0.2),
                        Arbitraries.of(Result.class),
                        Arbitraries.of(Channel.VOICE, Channel.VOICE, Channel.SMS))
                .as((at, number, person, debt, result, channel) ->
                        new PastContact(at, channel, false, number, person, debt, Place.PERSONAL, result));
    }

    private Arbitrary<Standing> standings() {
        Arbitrary<ConsentFact> consents = Combinators.combine(
                        Arbitraries.of(true, true, false),
                        Arbitraries.of(Channel.VOICE, Channel.SMS).injectNull(0.5),
                        instants())
                .as((given, channel, since) -> new ConsentFact(given, channel, null, since, null));
        Arbitrary<HoldFact> holds = Combinators.combine(Arbitraries.of("A", "B").injectNull(0.2), instants())
                .as((debt, until) -> new HoldFact("dispute", debt, FROM, until));
        return Combinators.combine(consents.list().ofMaxSize(2), holds.list().ofMaxSize(1))
                .as((consent, hold) -> new Standing(Set.of(), Map.of(), consent, hold));
    }

    @Provide
    Arbitrary<List<OutreachRule>> rules() {
        return rule().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<OutreachRule> rule() {
        return Arbitraries.oneOf(hours(), caps().map(cap -> cap), coolingOff());
    }

    @Provide
    Arbitrary<List<CapRule>> manyCaps() {
        return caps().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<CapRule> caps() {
        Arbitrary<Counter> counters = Arbitraries.of(Counter.ATTEMPTS, Counter.CONNECTS, Counter.CONVERSATIONS);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5), spans(), counters, Arbitraries.of(Key.class), heads())
                .as((most, window, counter, key, head) ->
                        new CapRule(head, most, window, counter, key, Set.of(Channel.VOICE), true, null, false));
    }

    private Arbitrary<OutreachRule> coolingOff() {
        return Combinators.combine(heads(), spans(), Arbitraries.of(Key.class), Arbitraries.of(Result.class))
                .as((head, pause, key, after) ->
                        new CoolingOffRule(head, Set.of(after), pause, key, Set.of(Channel.VOICE), Unless.NEVER));
    }

    private static Arbitrary<Span> spans() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 400).map(h -> new Span.Rolling(Duration.ofHours(h))),
                Arbitraries.of(Span.Calendar.class),
                Arbitraries.integers().between(1, 9).map(Span.DaysFromTheEvents::new),
                Arbitraries.integers().between(1, 9).map(d -> new Span.BusinessDays(d, "XX", Holidays.NONE)),
                Arbitraries.of(Span.Calendar.class)
                        .map(c -> new Span.Strictest(new Span.Rolling(Duration.ofDays(7)), c)));
    }

    /** Some in force for a part of the year only. */
    private Arbitrary<RuleHead> heads() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 365).map(d -> LocalDate.of(2026, 1, 1)
                .plusDays(d));
        return Combinators.combine(
                        Arbitraries.integers().between(1, 1_000_000), days.injectNull(0.8), days.injectNull(0.8))
                .as((id, from, until) -> new RuleHead("R" + id, 1, "XX", "made_up", "", "", from, until));
    }

    private Arbitrary<OutreachRule> hours() {
        Arbitrary<List<Window>> windows = Arbitraries.integers()
                .between(0, 23 * 60)
                .flatMap(from ->
                        Arbitraries.integers().between(from + 1, 24 * 60 - 1).map(until -> window(from, until)))
                .list()
                .ofMaxSize(2);
        return Combinators.combine(windows, windows, windows, heads()).as((weekday, sat, sun, head) -> {
            Map<Day, List<Window>> days = new EnumMap<>(Day.class);
            days.put(Day.MON_FRI, sorted(weekday));
            days.put(Day.SAT, sorted(sat));
            days.put(Day.SUN, sorted(sun));
            return new HoursRule(head, days, List.of(), Set.of(Channel.VOICE), null, Holidays.NONE);
        });
    }

    private static List<Window> sorted(List<Window> windows) {
        return windows.stream().sorted(Comparator.comparing(Window::from)).toList();
    }

    private static Window window(int from, int until) {
        return new Window(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(until * 60L));
    }
}
