package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fairlead.gateway.simulator.CustomerPlan.Answer;

/**
 * Who picks up when the simulator dials. The plan is a function of the seed, the number and how often that number was
 * dialled, not of the order of the dials, so that a run can be repeated.
 */
public final class Customers {

    private static final Duration SET_UP = Duration.ofMillis(300);
    private static final Duration MACHINE_SPEAKS = Duration.ofSeconds(25);

    private final long seed;
    private final Map<String, Integer> dials = new HashMap<>();
    private volatile OutboundHabits habits;

    public Customers(long seed, OutboundHabits habits) {
        this.seed = seed;
        this.habits = habits;
    }

    public OutboundHabits habits() {
        return habits;
    }

    public void behave(OutboundHabits wanted) {
        habits = wanted;
    }

    /** What who is dialled at this number is going to do. */
    public CustomerPlan answering(String number) {
        int nth = dials.merge(number, 1, Integer::sum);
        SplittableRandom random = new SplittableRandom(seed ^ (31L * number.hashCode() + nth));
        OutboundHabits now = habits;
        Answer answer = now.byLastDigit() ? byLastDigit(number) : drawn(now, random);
        double ring = now.ringFromSeconds() + random.nextDouble() * (now.ringToSeconds() - now.ringFromSeconds());
        Duration patience = answer == Answer.MACHINE ? MACHINE_SPEAKS : Draws.around(random, now.patienceSeconds(), 1);
        Duration talk = Draws.around(random, now.talkSeconds(), 3);
        boolean hangsUp = random.nextDouble() < now.hangsUpFirst();
        return new CustomerPlan(
                answer, SET_UP, Draws.seconds(ring), patience, hangsUp ? talk : null, null, keys(number));
    }

    /** Most press what leads on; some want to be left in peace, and some press nothing. */
    private static String keys(String number) {
        return switch (number.charAt(number.length() - 1)) {
            case '9' -> "9";
            case '7' -> "";
            default -> "1";
        };
    }

    /** Whether the target of a transfer answers. */
    boolean reaches(String target) {
        return !habits.byLastDigit()
                || target.isEmpty()
                || switch (byLastDigit(target)) {
                    case HUMAN, MACHINE -> true;
                    case BUSY, NO_ANSWER, CONGESTION, UNALLOCATED, REJECTED, FAX -> false;
                };
    }

    /** Whether the call is taken at this number; a machine takes what nobody is asked about. */
    boolean takes(String number, boolean asked) {
        return reaches(number) && !(asked && habits.byLastDigit() && byLastDigit(number) == Answer.MACHINE);
    }

    private static Answer byLastDigit(String number) {
        if (number.endsWith("88")) {
            return Answer.FAX;
        }
        return switch (number.charAt(number.length() - 1)) {
            case '2' -> Answer.BUSY;
            case '3' -> Answer.NO_ANSWER;
            case '4' -> Answer.CONGESTION;
            case '5' -> Answer.UNALLOCATED;
            case '6' -> Answer.MACHINE;
            default -> Answer.HUMAN;
        };
    }

    private static Answer drawn(OutboundHabits habits, RandomGenerator random) {
        Answer[] answers = Answer.values();
        return answers[
                Draws.weighted(
                        random,
                        habits.human(),
                        habits.machine(),
                        habits.busy(),
                        habits.noAnswer(),
                        habits.congestion(),
                        habits.unallocated(),
                        habits.rejected())];
    }
}
