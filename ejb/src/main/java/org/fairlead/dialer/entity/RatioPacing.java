package org.fairlead.dialer.entity;

/**
 * A fixed number of lines for each ready agent: one is progressive dialling, more is power dialling, by hand in steps of
 * a tenth while it runs. It learns nothing and knows no limit.
 */
public final class RatioPacing implements PacingPolicy {

    private final FloorBook book = new FloorBook();
    private double lines;
    private int claimed;
    private int answers;
    private int failures;

    /** @param lines for each ready agent, at least 1 */
    public RatioPacing(double lines) {
        setLines(lines);
    }

    /** One line for each ready agent: whoever answers has an agent. */
    public static RatioPacing progressive() {
        return new RatioPacing(1);
    }

    public void setLines(double lines) {
        this.lines = Math.max(1, lines);
    }

    @Override
    public void dialed(long call, double odds, long at) {
        book.dialed(call, odds, at);
    }

    @Override
    public void answered(long call, long at) {
        answers += book.answered(call, at) == null ? 0 : 1;
    }

    @Override
    public void failed(long call, long at) {
        failures += book.failed(call) == null ? 0 : 1;
    }

    @Override
    public void connected(long call, long agent, long at) {
        book.connected(call, agent, at);
    }

    @Override
    public void abandoned(long call, long at) {
        book.abandoned(call);
    }

    @Override
    public void occupied(long agent, long at) {
        book.enter(agent, FloorBook.State.TALKING, at);
    }

    @Override
    public void claimed(int contacts) {
        claimed = contacts;
    }

    @Override
    public void released(long agent, long at) {
        book.enter(agent, FloorBook.State.WRAP_UP, at);
    }

    @Override
    public void ready(long agent, long at) {
        book.enter(agent, FloorBook.State.READY, at);
    }

    @Override
    public void gone(long agent, long at) {
        book.gone(agent);
    }

    /** Of the calls that are out, those that were answered or probably will be. */
    public double answersToCome() {
        double share = (answers + 1.0) / (answers + failures + 2.0);
        return book.waiting() + book.ringing() * share;
    }

    @Override
    public int place(long at) {
        int goal = (int) Math.floor(lines * Math.max(0, book.ready() - claimed) + 1e-9);
        return Math.max(0, goal - book.ringing() - book.waiting());
    }
}
