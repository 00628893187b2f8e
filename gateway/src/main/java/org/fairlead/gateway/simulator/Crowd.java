package org.fairlead.gateway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The customers of a crowd, each with the moment of the call: a fixed number of calls at independent moments, which
 * is what a steady stream of strangers looks like.
 */
public final class Crowd {

    private Crowd() {}

    /** @param after since the crowd began */
    public record Arrival(Duration after, InboundCall call) {}

    /** All arrivals, in their order. */
    public static List<Arrival> of(CrowdOrder order, String name) {
        SplittableRandom random = new SplittableRandom(order.seed());
        int calls = (int) Math.max(1, Math.round(order.callsPerMinute() * order.minutes()));
        List<Double> moments = new ArrayList<>(calls);
        for (int i = 0; i < calls; i++) {
            moments.add(random.nextDouble() * order.minutes() * 60);
        }
        Collections.sort(moments);
        double[] weights = order.numbers().stream()
                .mapToDouble(CrowdOrder.CalledNumber::weight)
                .toArray();
        List<Arrival> arrivals = new ArrayList<>(calls);
        for (double moment : moments) {
            String dialled =
                    order.numbers().get(Draws.weighted(random, weights)).dialled();
            arrivals.add(new Arrival(
                    Draws.seconds(moment),
                    new InboundCall(dialled, from(order, dialled, random), plan(order, random), name)));
        }
        return arrivals;
    }

    private static CustomerPlan plan(CrowdOrder order, SplittableRandom random) {
        Duration patience = Draws.around(random, order.patienceSeconds(), 2);
        Duration talk = Draws.around(random, order.talkSeconds(), order.talkAtLeastSeconds());
        return new CustomerPlan(
                CustomerPlan.Answer.HUMAN,
                Duration.ZERO,
                Duration.ZERO,
                patience,
                order.agentEnds() ? null : talk,
                null,
                "1");
    }

    /** A made-up caller is from the country that the number belongs to: the first digits are the same. */
    private static String from(CrowdOrder order, String dialled, SplittableRandom random) {
        List<String> given = order.from();
        if (given != null && !given.isEmpty()) {
            return given.get(random.nextInt(given.size()));
        }
        String start = dialled.substring(0, Math.min(3, dialled.length()));
        StringBuilder number = new StringBuilder(start);
        while (number.length() < dialled.length()) {
            number.append((char) ('0' + random.nextInt(10)));
        }
        return number.toString();
    }
}
