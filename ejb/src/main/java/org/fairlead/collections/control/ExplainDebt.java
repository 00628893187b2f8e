package org.fairlead.collections.control;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fairlead.collections.Strategies.Explained;
import org.fairlead.collections.Strategies.Reason;
import org.fairlead.collections.control.StrategyShelf.Published;
import org.fairlead.collections.entity.Course;
import org.fairlead.collections.entity.Course.Done;
import org.fairlead.collections.entity.Course.Reading;
import org.fairlead.collections.entity.Score.Part;
import org.fairlead.collections.entity.Strategy.Action;
import org.fairlead.collections.entity.Strategy.Facts;
import org.fairlead.collections.entity.Strategy.Segment;
import org.fairlead.shared.Json;
import org.fairlead.shared.Sql;
import org.jspecify.annotations.Nullable;

/** Why a debt is in its segment, what is done about it now, and what is next. */
public final class ExplainDebt {

    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};

    private final Connection c;
    private final Instant now;

    public ExplainDebt(Connection c, Instant now) {
        this.c = c;
        this.now = now;
    }

    /** Null where the portfolio has no strategy in force. */
    public @Nullable Explained of(DebtFile debt) {
        LocalDate today = now.atZone(debt.zone()).toLocalDate();
        Published strategy = new StrategyShelf(c, debt.client()).of(debt.portfolioId(), today);
        if (strategy == null) {
            return null;
        }
        Scored scored = score(debt);
        Double score = scored.score();
        List<Done> done =
                StrategySteps.done(c, debt.client(), new UUID[] {debt.debtId()}).getOrDefault(debt.debtId(), List.of());
        int days = (int) ChronoUnit.DAYS.between(debt.pastDueSince(), today);
        Facts facts = new Facts(debt.debtId(), days, Objects.requireNonNullElse(score, DebtFile.UNSCORED), debt.owed());
        return said(Course.read(strategy.body(), facts, done, debt.gates(), today, now), facts, scored);
    }

    private static Explained said(Reading course, Facts facts, Scored scored) {
        Segment segment = course.segment();
        Action step = course.step();
        Action then = course.then();
        String currency = facts.owed().currency();
        return new Explained(
                course.state().name(),
                course.version(),
                course.side().name(),
                segment == null ? null : StrategyForm.part(segment, currency),
                facts.daysPastDue(),
                facts.score(),
                scored.score() != null,
                scored.reasons(),
                facts.owed().amount(),
                currency,
                step == null ? null : step.step().name(),
                course.done(),
                step == null ? 0 : step.times(),
                course.ripe(),
                course.against().stream().map(Enum::name).sorted().toList(),
                then == null ? null : then.step().name());
    }

    private Scored score(DebtFile debt) {
        return Sql.list(
                        c,
                        row -> new Scored(row.getObject(1, Double.class), reasons(row.getString(2))),
                        "select score, score_reasons from debt where client_id = ? and debt_id = ?",
                        debt.client(),
                        debt.debtId())
                .get(0);
    }

    private static List<Reason> reasons(@Nullable String json) {
        return json == null
                ? List.of()
                : Json.read(json, PARTS).stream()
                        .map(part -> new Reason(part.fact(), part.value(), part.points()))
                        .toList();
    }

    private record Scored(@Nullable Double score, List<Reason> reasons) {}
}
