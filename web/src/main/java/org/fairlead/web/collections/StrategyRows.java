package org.fairlead.web.collections;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.collections.Strategies.Part;
import org.fairlead.collections.Strategies.Todo;
import org.fairlead.shared.Refused;
import org.fairlead.web.tables.Numbers;
import org.jspecify.annotations.Nullable;

/** Segments and their steps while they are edited: fields as they are written, with spare rows for more. */
public final class StrategyRows {

    private static final int SPARE_STEPS = 2;

    private StrategyRows() {}

    /** A side's segments, with an empty one at the end. */
    static List<SegmentRow> of(List<Part> parts, Numbers numbers) {
        List<SegmentRow> rows = new ArrayList<>();
        for (Part part : parts) {
            rows.add(new SegmentRow(rows.size() + 1, part, numbers));
        }
        rows.add(new SegmentRow(rows.size() + 1, null, numbers));
        return rows;
    }

    /** Those that have a name, in the order of their places. */
    static List<Part> read(List<SegmentRow> rows, Numbers numbers) {
        return rows.stream()
                .filter(SegmentRow::isSaid)
                .sorted(Comparator.comparingInt(SegmentRow::getPlace))
                .map(row -> row.part(numbers))
                .toList();
    }

    /** One segment. */
    public static class SegmentRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private int place;
        private @Nullable String name;
        private @Nullable String daysFrom;
        private @Nullable String daysUntil;
        private @Nullable String scoreFrom;
        private @Nullable String scoreBelow;
        private @Nullable String balanceFrom;
        private @Nullable String balanceBelow;
        private final ArrayList<StepRow> steps = new ArrayList<>();

        SegmentRow(int place, @Nullable Part part, Numbers numbers) {
            this.place = place;
            if (part != null) {
                name = part.name();
                daysFrom = Integer.toString(part.daysFrom());
                daysUntil = part.daysUntil() == null ? "" : part.daysUntil().toString();
                scoreFrom = numbers.show(part.scoreFrom());
                scoreBelow = numbers.show(part.scoreBelow());
                balanceFrom = numbers.show(part.balanceFrom());
                balanceBelow = numbers.show(part.balanceBelow());
                part.steps().forEach(step -> steps.add(new StepRow(step)));
            }
            for (int i = 0; i < SPARE_STEPS; i++) {
                steps.add(new StepRow(null));
            }
        }

        boolean isSaid() {
            return name != null && !name.isBlank();
        }

        Part part(Numbers numbers) {
            String said = name == null ? "" : name.strip();
            return new Part(
                    said,
                    whole(numbers, daysFrom, said, 0),
                    daysUntil == null || daysUntil.isBlank() ? null : whole(numbers, daysUntil, said, 0),
                    number(numbers, scoreFrom, "strategy.score", said),
                    number(numbers, scoreBelow, "strategy.score", said),
                    number(numbers, balanceFrom, "strategy.balance", said),
                    number(numbers, balanceBelow, "strategy.balance", said),
                    steps.stream()
                            .filter(StepRow::isSaid)
                            .map(step -> step.todo(numbers, said))
                            .toList());
        }

        public int getPlace() {
            return place;
        }

        public void setPlace(int place) {
            this.place = place;
        }

        public @Nullable String getName() {
            return name;
        }

        public void setName(@Nullable String name) {
            this.name = name;
        }

        public @Nullable String getDaysFrom() {
            return daysFrom;
        }

        public void setDaysFrom(@Nullable String daysFrom) {
            this.daysFrom = daysFrom;
        }

        public @Nullable String getDaysUntil() {
            return daysUntil;
        }

        public void setDaysUntil(@Nullable String daysUntil) {
            this.daysUntil = daysUntil;
        }

        public @Nullable String getScoreFrom() {
            return scoreFrom;
        }

        public void setScoreFrom(@Nullable String scoreFrom) {
            this.scoreFrom = scoreFrom;
        }

        public @Nullable String getScoreBelow() {
            return scoreBelow;
        }

        public void setScoreBelow(@Nullable String scoreBelow) {
            this.scoreBelow = scoreBelow;
        }

        public @Nullable String getBalanceFrom() {
            return balanceFrom;
        }

        public void setBalanceFrom(@Nullable String balanceFrom) {
            this.balanceFrom = balanceFrom;
        }

        public @Nullable String getBalanceBelow() {
            return balanceBelow;
        }

        public void setBalanceBelow(@Nullable String balanceBelow) {
            this.balanceBelow = balanceBelow;
        }

        public List<StepRow> getSteps() {
            return steps;
        }
    }

    /** One step. */
    public static class StepRow implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable String step = "";
        private @Nullable String after = "1";
        private @Nullable String times = "1";

        StepRow(@Nullable Todo todo) {
            if (todo != null) {
                step = todo.step();
                after = Integer.toString(todo.afterDays());
                times = Integer.toString(todo.times());
            }
        }

        boolean isSaid() {
            return step != null && !step.isBlank();
        }

        Todo todo(Numbers numbers, String segment) {
            return new Todo(String.valueOf(step), whole(numbers, after, segment, 0), whole(numbers, times, segment, 1));
        }

        public @Nullable String getStep() {
            return step;
        }

        public void setStep(@Nullable String step) {
            this.step = step;
        }

        public @Nullable String getAfter() {
            return after;
        }

        public void setAfter(@Nullable String after) {
            this.after = after;
        }

        public @Nullable String getTimes() {
            return times;
        }

        public void setTimes(@Nullable String times) {
            this.times = times;
        }
    }

    private static int whole(Numbers numbers, @Nullable String written, String segment, int none) {
        if (written == null || written.isBlank()) {
            return none;
        }
        try {
            return numbers.read(written)
                    .map(BigDecimal::intValueExact)
                    .orElseThrow(() -> new Refused("strategy.number", segment, written));
        } catch (ArithmeticException broken) {
            Refused refused = new Refused("strategy.number", segment, written);
            refused.initCause(broken);
            throw refused;
        }
    }

    private static @Nullable BigDecimal number(Numbers numbers, @Nullable String written, String key, String segment) {
        if (written == null || written.isBlank()) {
            return null;
        }
        return numbers.read(written).orElseThrow(() -> new Refused(key, segment));
    }
}
