package org.fairlead.routing;

import java.util.List;
import org.fairlead.routing.QueueMenu.Question;
import org.fairlead.routing.QueuePolicy.Answering;
import org.fairlead.routing.QueuePolicy.Entry;
import org.fairlead.routing.QueuePolicy.Lift;
import org.fairlead.routing.QueuePolicy.Spill;
import org.fairlead.routing.QueuePolicy.Telling;
import org.fairlead.routing.QueuePolicy.Way;
import org.jspecify.annotations.Nullable;

/** A queue's policy for tests: the usual one, but for what is said. */
public final class PolicyBuilder {

    private List<String> orders = List.of();
    private List<Wider> wider = List.of();
    private int preferredSeconds;
    private QueuePolicy.@Nullable Speech speech;
    private List<Lift> lifts = List.of();
    private List<Entry> entries = List.of();
    private List<Spill> spills = List.of();
    private @Nullable OpeningHours hours;
    private @Nullable Way closed;
    private @Nullable Answering answering;
    private @Nullable Telling telling;
    private @Nullable QueueMenu menu;

    private PolicyBuilder() {}

    public static PolicyBuilder aPolicy() {
        return new PolicyBuilder();
    }

    public PolicyBuilder by(String... first) {
        orders = List.of(first);
        return this;
    }

    public PolicyBuilder wideningAfter(int seconds, int levels) {
        return widening(Wider.by(seconds, levels));
    }

    public PolicyBuilder widening(Wider... rings) {
        wider = List.of(rings);
        return this;
    }

    public PolicyBuilder asking(Question... questions) {
        menu = new QueueMenu(List.of(questions));
        return this;
    }

    public PolicyBuilder waitingForTheSameAgent(int seconds) {
        preferredSeconds = seconds;
        return this;
    }

    public PolicyBuilder speaking(int least) {
        speech = new QueuePolicy.Speech(least, "");
        return this;
    }

    public PolicyBuilder lifting(Lift... whom) {
        lifts = List.of(whom);
        return this;
    }

    public PolicyBuilder entering(Entry... rules) {
        entries = List.of(rules);
        return this;
    }

    public PolicyBuilder spilling(Spill... to) {
        spills = List.of(to);
        return this;
    }

    public PolicyBuilder open(@Nullable OpeningHours when) {
        hours = when;
        return this;
    }

    public PolicyBuilder closedTo(@Nullable Way way) {
        closed = way;
        return this;
    }

    public PolicyBuilder answered(Answering how) {
        answering = how;
        return this;
    }

    public PolicyBuilder telling(Telling what) {
        telling = what;
        return this;
    }

    public QueuePolicy build() {
        return new QueuePolicy(
                orders,
                0,
                wider,
                preferredSeconds,
                speech,
                null,
                lifts,
                entries,
                spills,
                hours,
                closed,
                answering,
                telling,
                menu);
    }
}
