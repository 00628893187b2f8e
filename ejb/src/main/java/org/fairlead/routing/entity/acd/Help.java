package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What would help: which agent, given which role, would shorten which wait, and what that costs where the agent works
 * now. Told from who waits and who is there at this moment.
 */
public final class Help {

    /** Where no agreement says how long a wait may be. */
    private static final long TARGET = 20_000;

    private final Acd acd;
    private final Hall hall;

    Help(Acd acd) {
        this.acd = acd;
        this.hall = acd.hall;
    }

    /**
     * One agent in another role.
     *
     * @param skills all that the agent would have
     * @param before what the last who waits must expect, and what with the agent's help
     * @param elsewhere the same for the queue that would miss the agent most; both 0 when none would
     */
    public record Move(
            UUID queue,
            UUID agent,
            Set<Integer> clients,
            Map<String, Integer> skills,
            long before,
            long after,
            long elsewhere,
            long elsewhereAfter) {}

    /** Somebody who might come, and what that would do elsewhere. */
    private record Donor(Seat seat, long elsewhere, long elsewhereAfter) {}

    List<Move> moves(int most) {
        List<Move> moves = new ArrayList<>();
        Set<UUID> taken = new HashSet<>();
        List<LiveQueue> inNeed = hall.queues.values().stream()
                .filter(queue -> queue.waiting > 0 && (there(queue) == 0 || expected(queue) > target(queue)))
                .sorted(Comparator.<LiveQueue>comparingLong(queue -> target(queue) - expected(queue))
                        .thenComparing(queue -> queue.rules.id()))
                .toList();
        for (LiveQueue queue : inNeed) {
            hall.byIndex.stream()
                    .filter(seat -> mayLearn(seat, queue) && !taken.contains(seat.id))
                    .map(this::donor)
                    .filter(donor -> donor.elsewhereAfter() < expected(queue))
                    .min(Comparator.comparingLong(Donor::elsewhereAfter).thenComparing(donor -> donor.seat().id))
                    .ifPresent(donor -> {
                        taken.add(donor.seat().id);
                        moves.add(move(queue, donor));
                    });
            if (moves.size() >= most) {
                break;
            }
        }
        return moves;
    }

    private Move move(LiveQueue queue, Donor donor) {
        Seat seat = donor.seat();
        Set<Integer> clients = new HashSet<>(seat.facts.clients());
        clients.add(queue.rules.client());
        Map<String, Integer> skills = new HashMap<>(seat.facts.skills());
        plain(queue).needs.skills().forEach((skill, least) -> skills.merge(skill, least, Math::max));
        long before = expected(queue);
        int there = there(queue);
        return new Move(
                queue.rules.id(),
                seat.id,
                clients,
                skills,
                before,
                there == 0 ? queue.rules.handleMillis() * queue.waiting : before * there / (there + 1),
                donor.elsewhere(),
                donor.elsewhereAfter());
    }

    /** There, not moved, not asked for this queue yet, serving its client, and able to talk with those who wait. */
    private boolean mayLearn(Seat seat, LiveQueue queue) {
        boolean moved = !seat.facts.queues().isEmpty();
        if (seat.state == Seat.State.GONE || moved || !seat.own.clients().contains(queue.rules.client())) {
            return false;
        }
        for (Ticket each : acd.waitingIn(queue)) {
            ContactClass at = hall.classOf(each);
            boolean speaks = at.needs.skills().entrySet().stream()
                    .filter(asked -> asked.getKey().startsWith("lang:"))
                    .allMatch(asked -> seat.facts.skills().getOrDefault(asked.getKey(), 0) >= asked.getValue());
            if (at.seats.get(seat.index) || !speaks) {
                return false;
            }
        }
        return true;
    }

    private Donor donor(Seat seat) {
        long worst = 0;
        long worstAfter = 0;
        for (LiveQueue queue : hall.queues.values()) {
            if (queue.waiting == 0 || !plain(queue).seats.get(seat.index)) {
                continue;
            }
            int there = there(queue);
            long now = expected(queue);
            long after = there <= 1 ? Long.MAX_VALUE : now * there / (there - 1);
            if (after > worstAfter) {
                worst = now;
                worstAfter = after;
            }
        }
        return new Donor(seat, worst, worstAfter);
    }

    private ContactClass plain(LiveQueue queue) {
        List<Ticket> waiting = acd.waitingIn(queue);
        return waiting.isEmpty() ? hall.anyClassOf(queue) : hall.classOf(waiting.get(0));
    }

    private int there(LiveQueue queue) {
        return plain(queue).seats.common(hall.present);
    }

    /** How fast the queue moved tells nothing when everybody who made it move has gone. */
    private long expected(LiveQueue queue) {
        int there = there(queue);
        long asItMoved = queue.waits.expected(queue.waiting, there, queue.rules.handleMillis());
        return there == 0 ? Math.max(asItMoved, queue.rules.handleMillis() * queue.waiting) : asItMoved;
    }

    private static long target(LiveQueue queue) {
        MissCost cost = queue.rules.cost();
        return cost == null ? TARGET : cost.targetMillis();
    }
}
