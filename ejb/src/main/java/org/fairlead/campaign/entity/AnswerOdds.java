package org.fairlead.campaign.entity;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely a lead is to answer: each thing that is known before a dial multiplies the odds of the client's usual lead by
 * a ratio of its own. The ratios are learned together, so that what two of them have in common is not counted twice, and
 * what was seen seldom is drawn to one.
 *
 * @param base the odds of the usual lead, as their logarithm
 */
public record AnswerOdds(double base, Map<Factor, Map<String, Effect>> effects) {

    /** Nothing is learned yet: every lead is the usual one. */
    public static final AnswerOdds NOTHING = new AnswerOdds(0, Map.of());

    private static final String NONE = "NONE";
    private static final int MOST_EARLIER = 4;

    /** Tries of which a ratio's prior is worth some. */
    private static final double PULL = 8;

    private static final double FEWEST_TRIES = 200;
    private static final double FEWEST_ANSWERS = 20;
    private static final int ROUNDS = 30;
    private static final double SMALL = 1e-4;

    /** What is known before a dial. */
    public enum Factor {
        HOUR,
        WEEKDAY,
        EARLIER,
        KIND,
        LAST
    }

    /**
     * What one value is worth.
     *
     * @param log the logarithm of the ratio
     * @param tries that were seen with it, as far as they are remembered
     */
    public record Effect(double log, double tries, double answers) {

        public double ratio() {
            return Math.exp(log);
        }
    }

    /** Tries that had all of these in common. */
    public record Cell(Map<Factor, String> values, double tries, double answers) {
        public Cell {
            values = Map.copyOf(values);
        }
    }

    /**
     * A lead before a dial.
     *
     * @param local the time where it lives
     * @param kind of the number
     * @param last how its last try ended; null before the first
     */
    public static Map<Factor, String> lead(ZonedDateTime local, int earlier, String kind, @Nullable String last) {
        return Map.of(
                Factor.HOUR, Integer.toString(local.getHour()),
                Factor.WEEKDAY, Integer.toString(local.getDayOfWeek().getValue()),
                Factor.EARLIER, Integer.toString(Math.min(earlier, MOST_EARLIER)),
                Factor.KIND, kind,
                Factor.LAST, last == null || last.equals("DENIED") ? NONE : last);
    }

    public boolean known() {
        return !effects.isEmpty();
    }

    public @Nullable Effect effect(Factor factor, String value) {
        return effects.getOrDefault(factor, Map.of()).get(value);
    }

    /** Against the usual lead; 1 when nothing is known. */
    public double ratio(Map<Factor, String> lead) {
        double log = 0;
        for (Map.Entry<Factor, String> one : lead.entrySet()) {
            Effect effect = effect(one.getKey(), one.getValue());
            log += effect == null ? 0 : effect.log();
        }
        return Math.exp(log);
    }

    /** The share of such leads that answers. */
    public double share(Map<Factor, String> lead) {
        return 1 / (1 + Math.exp(-base) / ratio(lead));
    }

    /** Learns; too few tries teach nothing. */
    public static AnswerOdds learn(List<Cell> cells) {
        double tries = cells.stream().mapToDouble(Cell::tries).sum();
        double answers = cells.stream().mapToDouble(Cell::answers).sum();
        if (tries < FEWEST_TRIES || answers < FEWEST_ANSWERS || answers >= tries) {
            return NOTHING;
        }
        return new Learning(cells, Math.log(answers / (tries - answers))).learn();
    }

    /** Newton's steps, one ratio after the other, until none of them moves any more. */
    private static final class Learning {
        private final List<Cell> cells;
        private final double[] logOdds;
        private final Map<Factor, Map<String, List<Integer>>> members = new EnumMap<>(Factor.class);
        private final Map<Factor, Map<String, Double>> effects = new EnumMap<>(Factor.class);
        private double base;

        Learning(List<Cell> cells, double base) {
            this.cells = cells;
            this.base = base;
            this.logOdds = new double[cells.size()];
            for (int i = 0; i < cells.size(); i++) {
                logOdds[i] = base;
                int index = i;
                cells.get(i).values().forEach((factor, value) -> members.computeIfAbsent(
                                factor, fresh -> new HashMap<>())
                        .computeIfAbsent(value, fresh -> new ArrayList<>())
                        .add(index));
            }
        }

        AnswerOdds learn() {
            List<Integer> all = new ArrayList<>();
            for (int i = 0; i < cells.size(); i++) {
                all.add(i);
            }
            double moved = 1;
            for (int round = 0; round < ROUNDS && moved > SMALL; round++) {
                double step = step(all, 0, 0);
                base += step;
                moved = Math.abs(step);
                for (Factor factor : Factor.values()) {
                    Map<String, Double> known = effects.computeIfAbsent(factor, fresh -> new HashMap<>());
                    for (Map.Entry<String, List<Integer>> value :
                            members.getOrDefault(factor, Map.of()).entrySet()) {
                        double before = known.getOrDefault(value.getKey(), 0.0);
                        double by = step(value.getValue(), before, PULL);
                        known.put(value.getKey(), before + by);
                        moved = Math.max(moved, Math.abs(by));
                    }
                }
            }
            return new AnswerOdds(base, result());
        }

        /** Moves the log odds of these cells to where their answers are likeliest. @return by how much */
        private double step(List<Integer> of, double now, double pull) {
            double slope = -pull * now;
            double bend = pull;
            for (int i : of) {
                Cell cell = cells.get(i);
                double share = 1 / (1 + Math.exp(-logOdds[i]));
                slope += cell.answers() - cell.tries() * share;
                bend += cell.tries() * share * (1 - share);
            }
            double step = bend < 1e-9 ? 0 : Math.max(-1, Math.min(1, slope / bend));
            for (int i : of) {
                logOdds[i] += step;
            }
            return step;
        }

        private Map<Factor, Map<String, Effect>> result() {
            Map<Factor, Map<String, Effect>> result = new EnumMap<>(Factor.class);
            members.forEach((factor, values) -> {
                Map<String, Effect> of = new HashMap<>();
                values.forEach((value, its) -> of.put(
                        value,
                        new Effect(
                                effects.getOrDefault(factor, Map.of()).getOrDefault(value, 0.0),
                                its.stream()
                                        .mapToDouble(i -> cells.get(i).tries())
                                        .sum(),
                                its.stream()
                                        .mapToDouble(i -> cells.get(i).answers())
                                        .sum())));
                result.put(factor, of);
            });
            return result;
        }
    }
}
