package org.fairlead.collections.entity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.shared.Money;

/**
 * What is done about debts of which age, likelihood and size: versioned data of a client. Two sides, the champion and a
 * challenger, take each debt by a stored seed, so that a debt stays on its side.
 *
 * @param challengerShare of the debts, between 0 and 1
 */
public record Strategy(
        int version, long seed, double challengerShare, List<Segment> champion, List<Segment> challenger) {

    /** Which side works a debt. */
    public enum Side {
        CHAMPION,
        CHALLENGER
    }

    /**
     * The first one that speaks of a debt decides.
     *
     * @param daysUntil with the last day itself; {@code Integer.MAX_VALUE} for no end
     * @param scoreFrom probability, from so much on
     * @param balanceFrom from so much on, in minor units of the debt's currency
     */
    public record Segment(
            String name,
            int daysFrom,
            int daysUntil,
            double scoreFrom,
            double scoreBelow,
            long balanceFrom,
            long balanceBelow,
            List<Action> actions) {

        public Segment {
            actions = List.copyOf(actions);
        }

        boolean speaksOf(Facts facts) {
            return facts.daysPastDue() >= daysFrom
                    && facts.daysPastDue() <= daysUntil
                    && facts.score() >= scoreFrom
                    && facts.score() < scoreBelow
                    && facts.owed().minor() >= balanceFrom
                    && facts.owed().minor() < balanceBelow;
        }
    }

    /** @param after since the debt came into the segment or the last step was done */
    public record Action(Gates.Step step, Duration after, int times) {}

    /** What a strategy asks of a debt. */
    public record Facts(UUID debt, int daysPastDue, double score, Money owed) {}

    public Strategy {
        champion = List.copyOf(champion);
        challenger = List.copyOf(challenger);
        if (challengerShare < 0 || challengerShare > 1) {
            throw new IllegalArgumentException("a share is between 0 and 1: " + challengerShare);
        }
    }

    public Side side(UUID debt) {
        long mixed = debt.getMostSignificantBits() ^ Long.rotateLeft(debt.getLeastSignificantBits(), 32) ^ seed;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        double place = ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
        return place < challengerShare ? Side.CHALLENGER : Side.CHAMPION;
    }

    /** The debt's segment; empty when none speaks of it: that is a gap in the strategy, and shown as one. */
    public Optional<Segment> segment(Facts facts) {
        return of(side(facts.debt())).stream()
                .filter(segment -> segment.speaksOf(facts))
                .findFirst();
    }

    public List<Segment> of(Side side) {
        return side == Side.CHALLENGER ? challenger : champion;
    }
}
