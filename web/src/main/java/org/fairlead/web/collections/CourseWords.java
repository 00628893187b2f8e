package org.fairlead.web.collections;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.collections.Strategies.Part;
import org.fairlead.collections.Strategies.Reason;
import org.fairlead.i18n.Formats;
import org.fairlead.i18n.Words;
import org.jspecify.annotations.Nullable;

/** Why a debt is in its segment, why its step comes now or not yet, and what is next: in sentences. */
public final class CourseWords {

    private final Words words;
    private final Formats formats;

    public CourseWords(Words words, Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** Segment, step, and what follows. */
    public List<String> of(Explained course) {
        List<String> said = new ArrayList<>();
        said.add(why(course));
        if (!course.reasons().isEmpty()) {
            said.add(words.format(
                    "collections.course.reasons",
                    course.reasons().stream().map(this::reason).collect(Collectors.joining("; "))));
        }
        String step = course.step();
        if (step == null) {
            said.add(words.get("collections.course." + course.state()));
            return said;
        }
        String name = step(step);
        switch (course.state()) {
            case "WAITS" -> said.add(
                    words.format("collections.course.WAITS", name, formats.dateTime(course.ripe()), times(course)));
            case "CLOSED" -> said.add(words.format(
                    "collections.course.CLOSED",
                    name,
                    course.against().stream()
                            .map(reason -> words.get("desk.debtor.against." + reason))
                            .collect(Collectors.joining(", "))));
            default -> said.add(words.format("collections.course.DUE", name, times(course)));
        }
        String then = course.then();
        said.add(
                then == null
                        ? words.get("collections.course.last")
                        : words.format("collections.course.then", step(then)));
        return said;
    }

    private String reason(Reason reason) {
        return words.format(
                "collections.course.reason",
                words.get("collections.score.fact." + reason.fact()),
                formats.decimal(reason.value(), reason.value() == Math.rint(reason.value()) ? 0 : 2),
                formats.decimal(reason.points(), 2));
    }

    private String why(Explained course) {
        String side = words.get("desk.debtor.side." + course.side());
        String version = words.format("desk.debtor.version", Integer.toString(course.version()));
        String facts = words.format(
                "collections.course.facts",
                course.daysPastDue(),
                score(course),
                formats.money(course.owed(), course.currency()));
        Part segment = course.segment();
        return segment == null
                ? words.format("collections.course.gap", side, version, facts)
                : words.format("collections.course.segment", segment.name(), side, version, bounds(segment), facts);
    }

    private String bounds(Part segment) {
        List<String> bounds = new ArrayList<>();
        String until = segment.daysUntil() == null ? "…" : segment.daysUntil().toString();
        bounds.add(words.format("collections.course.days", segment.daysFrom() + "–" + until));
        if (segment.scoreFrom() != null || segment.scoreBelow() != null) {
            bounds.add(words.format("collections.course.score", span(segment.scoreFrom(), segment.scoreBelow())));
        }
        if (segment.balanceFrom() != null || segment.balanceBelow() != null) {
            bounds.add(words.format("collections.course.balance", span(segment.balanceFrom(), segment.balanceBelow())));
        }
        return String.join(", ", bounds);
    }

    private String span(@Nullable BigDecimal from, @Nullable BigDecimal below) {
        return (from == null ? "0" : formats.editable(from)) + "–" + (below == null ? "…" : formats.editable(below));
    }

    private String score(Explained course) {
        String number = formats.decimal(BigDecimal.valueOf(course.score()).setScale(2, RoundingMode.HALF_UP), 2);
        return course.scored() ? number : words.format("collections.course.unscored", number);
    }

    private String times(Explained course) {
        return words.format("collections.course.times", course.done() + 1, course.times());
    }

    private String step(String step) {
        return words.get("desk.debtor.step." + step).replaceFirst("\\s*:$", "");
    }
}
