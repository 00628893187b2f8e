package org.fairlead.compliance.entity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairlead.compliance.Channel;
import org.fairlead.compliance.OutreachFacts;
import org.fairlead.compliance.OutreachFacts.Target;
import org.fairlead.compliance.PastContact;
import org.fairlead.compliance.PastContact.Place;
import org.fairlead.compliance.PastContact.Result;
import org.fairlead.compliance.Verdict.Count;
import org.jspecify.annotations.Nullable;

/**
 * At most so many in a window. What is under way, and what nobody knows the end of, counts; so does what, by another
 * clock, is yet to come.
 *
 * @param most of them before the one that is denied
 * @param channels whose attempts it limits, and counts
 * @param busyCounts false where an attempt that did not connect is no attempt
 * @param place limits and counts calls to such telephones only; unknown ones are taken for it; null for all
 * @param afterAConversation counts from the first conversation on
 */
public record CapRule(
        RuleHead head,
        int most,
        Span window,
        Counter counter,
        Key key,
        Set<Channel> channels,
        boolean busyCounts,
        @Nullable Place place,
        boolean afterAConversation)
        implements OutreachRule {

    public static final String KIND = "frequency_cap";

    public CapRule {
        channels = Set.copyOf(channels);
    }

    /** What is counted. */
    public enum Counter {
        ATTEMPTS {
            @Override
            boolean counts(PastContact past) {
                return !past.inbound();
            }
        },
        CONNECTS {
            @Override
            boolean counts(PastContact past) {
                return !past.inbound() && past.result() != Result.NOT_CONNECTED && past.result() != Result.NO_ANSWER;
            }
        },
        CONVERSATIONS {
            @Override
            boolean counts(PastContact past) {
                return switch (past.result()) {
                    case CONVERSATION, REFUSAL, UNKNOWN, OPEN -> true;
                    default -> false;
                };
            }
        },
        MESSAGES {
            @Override
            boolean counts(PastContact past) {
                return !past.inbound() && past.channel().isMessage();
            }
        };

        abstract boolean counts(PastContact past);
    }

    /** What the attempts that are counted have in common. The client, who is the seller or creditor, always. */
    public enum Key {
        NUMBER {
            @Override
            boolean same(Target target, PastContact past) {
                return target.number().equals(past.number());
            }
        },
        /** The number, too: a person who is known by it alone is the same. */
        PERSON {
            @Override
            boolean same(Target target, PastContact past) {
                return NUMBER.same(target, past)
                        || (target.person() != null && target.person().equals(past.person()));
            }
        },
        /** Of that person. Where either does not say which debt, it may be the same. */
        DEBT {
            @Override
            boolean same(Target target, PastContact past) {
                boolean debt = target.debt() == null
                        || past.debt() == null
                        || target.debt().equals(past.debt());
                return debt && PERSON.same(target, past);
            }
        };

        abstract boolean same(Target target, PastContact past);
    }

    /** Attempts to call one number, of whatever kind: what campaigns set for themselves. */
    public static CapRule ofNumber(RuleHead head, int most, Span window) {
        return new CapRule(head, most, window, Counter.ATTEMPTS, Key.NUMBER, Set.of(Channel.VOICE), true, null, false);
    }

    @Override
    public boolean concerns(OutreachFacts facts) {
        return channels.contains(facts.target().channel())
                && concerns(facts.target().place());
    }

    @Override
    public @Nullable Instant earliest(OutreachFacts facts, Instant at) {
        List<PastContact> counted = counted(facts).toList();
        if (counted.size() < most) {
            return at;
        }
        if (most == 0) {
            return null;
        }
        List<@Nullable Instant> ends = counted.stream()
                .map(past -> window.end(past.at(), facts.where().zones()))
                .sorted(Comparator.nullsFirst(Comparator.reverseOrder()))
                .toList();
        Instant free = ends.get(most - 1);
        return free == null || free.isAfter(at) ? free : at;
    }

    @Override
    public Reason reason(OutreachFacts facts, Instant at) {
        return Reason.of("frequency_cap", seen(facts, at), most, window.code(), counter, key);
    }

    @Override
    public Optional<Count> count(OutreachFacts facts, Instant at) {
        return Optional.of(new Count(head.reference(), seen(facts, at), most, window.code()));
    }

    private int seen(OutreachFacts facts, Instant at) {
        return (int) counted(facts)
                .map(past -> window.end(past.at(), facts.where().zones()))
                .filter(end -> end == null || end.isAfter(at))
                .count();
    }

    private Stream<PastContact> counted(OutreachFacts facts) {
        return facts.past().stream()
                .filter(past -> channels.contains(past.channel()) && concerns(past.place()))
                .filter(past -> busyCounts || past.result() != Result.NOT_CONNECTED)
                .filter(counter::counts)
                .filter(past -> key.same(facts.target(), past))
                .filter(past -> !afterAConversation || followsAConversation(facts, past));
    }

    private boolean followsAConversation(OutreachFacts facts, PastContact past) {
        return facts.past().stream()
                .filter(before -> key.same(facts.target(), before) && Counter.CONVERSATIONS.counts(before))
                .anyMatch(before -> !before.at().isAfter(past.at()));
    }

    private boolean concerns(Place where) {
        boolean perhaps = where == Place.UNKNOWN && place != Place.THIRD_PARTY;
        return place == null || where == place || perhaps;
    }
}
