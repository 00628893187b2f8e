package org.fairlead.collections.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fairlead.collections.Strategies.Body;
import org.fairlead.collections.Strategies.Part;
import org.fairlead.collections.Strategies.Todo;
import org.fairlead.collections.entity.Gates.Step;
import org.fairlead.collections.entity.Strategy;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.collections.entity.StrategyCheck;
import org.fairlead.collections.entity.StrategyCheck.Fault;
import org.fairlead.shared.Money;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/** A strategy as people write it, and as it is kept: bounds that are not said are none. */
final class StrategyForm {

    /** Above every probability. */
    private static final double NO_SCORE_BOUND = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StrategyForm() {}

    static List<String> steps() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.VALIDATION_NOTICE)
                .map(Enum::name)
                .toList();
    }

    /** @throws Refused {@code strategy.*} */
    static Strategy read(Body body, int version, long seed, String currency) {
        BigDecimal percent = body.challengerPercent();
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new Refused("strategy.share");
        }
        Strategy strategy = new Strategy(
                version,
                seed,
                percent.doubleValue() / 100,
                body.champion().stream().map(part -> segment(part, currency)).toList(),
                body.challenger().stream().map(part -> segment(part, currency)).toList());
        Optional<Fault> fault = StrategyCheck.of(strategy);
        if (fault.isPresent()) {
            throw new Refused(fault.get().key(), fault.get().segment());
        }
        return strategy;
    }

    private static Segment segment(Part part, String currency) {
        Integer until = part.daysUntil();
        return new Segment(
                part.name().strip(),
                part.daysFrom(),
                until == null ? Integer.MAX_VALUE : until,
                part.scoreFrom() == null ? 0 : part.scoreFrom().doubleValue(),
                part.scoreBelow() == null ? NO_SCORE_BOUND : part.scoreBelow().doubleValue(),
                minor(part, part.balanceFrom(), currency, 0),
                minor(part, part.balanceBelow(), currency, Long.MAX_VALUE),
                part.steps().stream()
                        .map(step -> new Action(
                                step(part, step.step()), Duration.ofDays(Math.max(-1, step.afterDays())), step.times()))
                        .toList());
    }

    private static long minor(Part part, @Nullable BigDecimal amount, String currency, long none) {
        if (amount == null) {
            return none;
        }
        try {
            return Money.rounded(amount, currency, RoundingMode.UNNECESSARY).minor();
        } catch (ArithmeticException finer) {
            Refused refused = new Refused("strategy.balance", part.name());
            refused.initCause(finer);
            throw refused;
        }
    }

    private static Step step(Part part, String name) {
        return Arrays.stream(Step.values())
                .filter(step -> step.name().equals(name) && step != Step.VALIDATION_NOTICE)
                .findFirst()
                .orElseThrow(() -> new Refused("strategy.steps", part.name()));
    }

    static Body body(Strategy strategy, String currency) {
        return new Body(
                BigDecimal.valueOf(strategy.challengerShare())
                        .multiply(HUNDRED)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros(),
                strategy.champion().stream()
                        .map(segment -> part(segment, currency))
                        .toList(),
                strategy.challenger().stream()
                        .map(segment -> part(segment, currency))
                        .toList());
    }

    static Part part(Segment segment, String currency) {
        return new Part(
                segment.name(),
                segment.daysFrom(),
                segment.daysUntil() == Integer.MAX_VALUE ? null : segment.daysUntil(),
                segment.scoreFrom() <= 0 ? null : BigDecimal.valueOf(segment.scoreFrom()),
                segment.scoreBelow() > 1 ? null : BigDecimal.valueOf(segment.scoreBelow()),
                segment.balanceFrom() == 0 ? null : new Money(segment.balanceFrom(), currency).amount(),
                unbounded(segment) ? null : new Money(segment.balanceBelow(), currency).amount(),
                segment.actions().stream()
                        .map(action -> new Todo(
                                action.step().name(), (int) action.after().toDays(), action.times()))
                        .toList());
    }

    /** What was written by hand says a number that no debt reaches. */
    private static boolean unbounded(Segment segment) {
        return segment.balanceBelow() >= 9_000_000_000_000_000L;
    }
}
