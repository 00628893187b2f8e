package org.fairlead.collections.entity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Segment;

/** What a strategy must be before anybody may publish or simulate it; the first fault is named with its segment. */
public final class StrategyCheck {

    private static final int MOST_SEGMENTS = 40;
    private static final int MOST_STEPS = 20;
    private static final int MOST_TIMES = 1_000;
    private static final int LONGEST_DAYS = 365;

    private StrategyCheck() {}

    /**
     * What is wrong.
     *
     * @param key of the refusal, {@code strategy.*}
     * @param segment its name; empty when it is about the whole
     */
    public record Fault(String key, String segment) {}

    public static Optional<Fault> of(Strategy strategy) {
        if (strategy.champion().isEmpty()) {
            return fault("strategy.empty", "");
        }
        if (strategy.challengerShare() > 0 && strategy.challenger().isEmpty()) {
            return fault("strategy.challenger", "");
        }
        return side(strategy.champion()).or(() -> side(strategy.challenger()));
    }

    private static Optional<Fault> side(List<Segment> segments) {
        if (segments.size() > MOST_SEGMENTS) {
            return fault("strategy.many", "");
        }
        Set<String> names = new HashSet<>();
        for (Segment segment : segments) {
            if (segment.name().isBlank() || segment.name().length() > 60) {
                return fault("strategy.name", segment.name());
            }
            if (!names.add(segment.name())) {
                return fault("strategy.twice", segment.name());
            }
            Optional<Fault> inside = segment(segment);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> segment(Segment segment) {
        if (segment.daysFrom() > segment.daysUntil()) {
            return fault("strategy.days", segment.name());
        }
        if (!(segment.scoreFrom() >= 0 && segment.scoreFrom() < segment.scoreBelow())) {
            return fault("strategy.score", segment.name());
        }
        if (segment.balanceFrom() < 0 || segment.balanceFrom() >= segment.balanceBelow()) {
            return fault("strategy.balance", segment.name());
        }
        if (segment.actions().isEmpty() || segment.actions().size() > MOST_STEPS) {
            return fault("strategy.steps", segment.name());
        }
        for (Action action : segment.actions()) {
            if (action.times() < 1
                    || action.times() > MOST_TIMES
                    || action.after().isNegative()
                    || action.after().toDays() > LONGEST_DAYS) {
                return fault("strategy.times", segment.name());
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(String key, String segment) {
        return Optional.of(new Fault(key, segment));
    }
}
