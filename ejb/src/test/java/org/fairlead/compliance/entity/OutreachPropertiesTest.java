package org.fairlead.compliance.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.ConsentFact;
import org.fairlead.compliance.OutreachFacts.Standing;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.Verdict;
import org.fairlead.compliance.Verdict.Denial;

/** What must hold whatever the rules and the facts are (compliance.md, property tests). */
@Domain(DomainContext.Global.class)
@Domain(OutreachDomain.class)
class OutreachPropertiesTest {

    /** 1. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void addingARuleNeverEnlargesWhatIsAllowed(
            @ForAll OutreachFacts facts,
            @ForAll List<OutreachRule> rules,
            @ForAll OutreachRule added,
            @ForAll Instant at) {
        List<OutreachRule> more = new ArrayList<>(rules);
        more.add(added);

        Verdict before = OutreachPolicy.decide(facts, rules, at);
        Verdict after = OutreachPolicy.decide(facts, more, at);

        assertThat(after.allowed() && !before.allowed()).isFalse();
        assertThat(after.denials()).containsAll(before.denials());
        Instant next = after.nextAllowed();
        if (!before.allowed() && next != null) {
            assertThat(before.nextAllowed()).isNotNull().isBeforeOrEqualTo(next);
        }
    }

    /** 2. Two campaigns that share a person ask in turn, some calls with an end, some without. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void noWindowOverTheJournalEverExceedsACap(@ForAll CapRule any, @ForAll OutreachFacts somebody, @ForAll long seed) {
        CapRule cap = new CapRule(
                RuleHead.own("CAP", CapRule.KIND),
                any.most(),
                any.window(),
                any.counter(),
                any.key(),
                any.channels(),
                true,
                null,
                false);
        Random random = new Random(seed);
        Instant now = OutreachDomain.FROM;
        List<PastContact> made = new ArrayList<>();
        OutreachFacts facts = somebody.with(Standing.NOTHING);
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(1 + random.nextInt(40_000));
            if (OutreachPolicy.decide(facts.after(made), List.of(cap), now).allowed()) {
                made.add(made(facts, now, random));
            }
        }

        for (PastContact first : made) {
            Instant end = cap.window().end(first.at(), facts.where().zones());
            long inside = made.stream()
                    .filter(past -> !past.at().isBefore(first.at()) && past.at().isBefore(end))
                    .filter(cap.counter()::counts)
                    .count();
            assertThat(inside).isLessThanOrEqualTo(cap.most());
        }
    }

    /** 3. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void noOrderOfRulesOrOfPastEventsChangesTheVerdict(
            @ForAll OutreachFacts facts, @ForAll List<OutreachRule> rules, @ForAll Instant at, @ForAll long seed) {
        List<OutreachRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(seed));
        List<PastContact> past = new ArrayList<>(facts.past());
        Collections.shuffle(past, new Random(seed));
        List<ConsentFact> consents = new ArrayList<>(facts.standing().consents());
        Collections.shuffle(consents, new Random(seed));
        Standing said = facts.standing();
        OutreachFacts same =
                facts.after(past).with(new Standing(said.listedOn(), said.lists(), consents, said.holds()));

        Verdict one = OutreachPolicy.decide(facts, rules, at);
        Verdict other = OutreachPolicy.decide(same, shuffled, at);

        assertThat(other.allowed()).isEqualTo(one.allowed());
        assertThat(other.nextAllowed()).isEqualTo(one.nextAllowed());
        assertThat(other.denials())
                .extracting(Denial::rule)
                .containsExactlyInAnyOrderElementsOf(
                        one.denials().stream().map(Denial::rule).toList());
    }

    /** 4. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anEntryOrARevocationThatArrivesNowStopsTheNextAttempt(
            @ForAll OutreachFacts facts, @ForAll List<OutreachRule> rules, @ForAll Instant at) {
        Standing said = facts.standing();
        List<ConsentFact> revoked = new ArrayList<>(said.consents());
        revoked.add(new ConsentFact(false, facts.target().channel(), null, OutreachDomain.LATER, null));

        Verdict listed = OutreachPolicy.decide(
                facts.with(new Standing(Set.of("INTERNAL"), said.lists(), said.consents(), said.holds())), rules, at);
        Verdict unwanted = OutreachPolicy.decide(
                facts.with(new Standing(said.listedOn(), said.lists(), revoked, said.holds())), rules, at);

        assertThat(listed.deniedBy(OutreachPolicy.DO_NOT_CALL)).isTrue();
        assertThat(listed.nextAllowed()).isNull();
        assertThat(unwanted.deniedBy(ConsentRule.KIND)).isTrue();
        assertThat(unwanted.nextAllowed()).isNull();
    }

    /** 5. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anAttemptWhoseEndNobodyKnowsCountsAsMuchAsAnyOther(
            @ForAll OutreachFacts facts, @ForAll List<CapRule> caps, @ForAll Instant at) {
        List<OutreachRule> rules = List.copyOf(caps);
        List<PastContact> lost = facts.past().stream()
                .map(past -> new PastContact(
                        past.at(),
                        past.channel(),
                        past.inbound(),
                        past.number(),
                        past.person(),
                        past.debt(),
                        past.place(),
                        past.result() == Result.OPEN ? Result.OPEN : Result.UNKNOWN))
                .toList();

        Verdict known = OutreachPolicy.decide(facts, rules, at);
        Verdict unknown = OutreachPolicy.decide(facts.after(lost), rules, at);

        assertThat(unknown.allowed() && !known.allowed()).isFalse();
        for (int i = 0; i < known.counts().size(); i++) {
            assertThat(unknown.counts().get(i).seen())
                    .isGreaterThanOrEqualTo(known.counts().get(i).seen());
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theNextAllowedInstantIsAllowedAndNoneBeforeItIs(
            @ForAll OutreachFacts facts, @ForAll List<OutreachRule> rules, @ForAll Instant at, @ForAll long seed) {
        Verdict verdict = OutreachPolicy.decide(facts, rules, at);
        Instant next = verdict.nextAllowed();

        if (next != null) {
            assertThat(verdict.allowed()).isFalse();
            assertThat(OutreachPolicy.decide(facts, rules, next).allowed()).isTrue();
            assertThat(OutreachPolicy.decide(facts, rules, next.minusNanos(1)).allowed())
                    .isFalse();
            Random random = new Random(seed);
            long wait = Duration.between(at, next).toSeconds();
            for (int i = 0; i < 30; i++) {
                Instant between = at.plusSeconds((long) (random.nextDouble() * wait));
                assertThat(OutreachPolicy.decide(facts, rules, between).allowed())
                        .isFalse();
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aStaleListDeniesWhateverElseIsSo(
            @ForAll OutreachFacts facts, @ForAll List<OutreachRule> rules, @ForAll Instant at) {
        List<OutreachRule> more = new ArrayList<>(rules);
        more.add(new ScrubRule(RuleHead.own("SCRUB", ScrubRule.KIND), "REGISTER", 15));
        Standing stale = new Standing(
                Set.of(),
                Map.of("REGISTER", LocalDate.of(2025, 12, 1)),
                facts.standing().consents(),
                List.of());

        Verdict verdict = OutreachPolicy.decide(facts.with(stale), more, at);

        assertThat(verdict.deniedBy(ScrubRule.KIND)).isTrue();
        assertThat(verdict.nextAllowed()).isNull();
    }

    private static PastContact made(OutreachFacts facts, Instant at, Random random) {
        Result[] ends = {Result.NO_ANSWER, Result.CONVERSATION, Result.UNKNOWN, Result.MACHINE};
        return new PastContact(
                at,
                facts.target().channel(),
                false,
                facts.target().number(),
                facts.target().person(),
                facts.target().debt(),
                facts.target().place(),
                ends[random.nextInt(ends.length)]);
    }
}
