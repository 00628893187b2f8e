package org.fairlead.itests.bench;

import org.fairlead.itests.figure.Figure.Goal;
import org.fairlead.itests.figure.Figures;

/**
 * {@code bench collections-year}: a simulated year of 10,000 debts, played twice. Each day every book agrees with a tally
 * beside it and the trust with its own; the second run makes the same remittances to the cent.
 */
public final class CollectionsYearBench {

    private static final int DEBTS = 10_000;

    private final Figures figures;
    private final long seed;

    public CollectionsYearBench(Figures figures, long seed) {
        this.figures = figures;
        this.seed = seed;
    }

    public void run() {
        CollectionsYear first = new CollectionsYear(seed, DEBTS).play();
        CollectionsYear second = new CollectionsYear(seed, DEBTS).play();
        figures.report("year.debts", DEBTS, "debts");
        figures.report("year.payments", (double) first.payments(), "payments");
        figures.report("year.returns", (double) first.returns(), "payments");
        figures.report("year.arrangements-made", (double) first.arrangements().get(0), "arrangements");
        figures.report("year.arrangements-paid", (double) first.arrangements().get(1), "arrangements");
        figures.report("year.arrangements-broken", (double) first.arrangements().get(2), "arrangements");
        figures.report("year.remittances", first.remittances().size(), "remittances");
        figures.add("year.days-out-of-step", (double) first.daysOutOfStep(), "days", Goal.exactly(0));
        int same = first.remittances().equals(second.remittances()) ? 1 : 0;
        figures.add("year.same-remittances-again", same, "runs", Goal.exactly(1));
    }
}
