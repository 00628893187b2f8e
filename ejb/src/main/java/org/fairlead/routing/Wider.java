package org.fairlead.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.shared.Refused;

/**
 * Who is asked as well after a wait: a ring around the ones before, whose agents stay asked.
 *
 * @param afterSeconds of waiting
 * @param by how much less each of the queue's skills may be, and the customer's language
 * @param skills asked in place of the queue's, each with the least proficiency; empty: the queue's, that much less
 */
public record Wider(int afterSeconds, int by, Map<String, Integer> skills) {

    /** More help nobody, and each costs the distributor a look. */
    public static final int MOST = 5;

    private static final int LONGEST = 3600;
    private static final int BEST = 5;
    private static final String WAIT = "queue.policy.ring.wait";

    public Wider {
        skills = skills == null ? Map.of() : Map.copyOf(skills);
    }

    /** Each skill so much less. */
    public static Wider by(int afterSeconds, int levels) {
        return new Wider(afterSeconds, levels, Map.of());
    }

    /** What it asks for in a queue that asks for these. */
    public Map<String, Integer> asks(Map<String, Integer> queue) {
        if (!skills.isEmpty()) {
            return skills;
        }
        Map<String, Integer> less = new HashMap<>(queue);
        less.replaceAll((skill, asked) -> Math.max(1, asked - by));
        return less;
    }

    /** What it asks of the customer's language, where the queue asks for that. */
    public int speaks(int least) {
        return least == 0 ? 0 : Math.max(1, least - by);
    }

    /**
     * Whether each ring comes later than the one before and lets somebody in who was not asked before.
     *
     * @param asked what the queue asks for
     * @param least in the customer's language
     * @throws Refused {@code queue.policy.ring.*} with the number of the ring
     */
    public static void require(List<Wider> rings, Map<String, Integer> asked, int least) {
        if (rings.size() > MOST) {
            throw new Refused("queue.policy.ring.most", MOST);
        }
        int waited = 0;
        Map<String, Integer> before = asked;
        int spoken = least;
        for (int i = 0; i < rings.size(); i++) {
            Wider ring = rings.get(i);
            int number = i + 1;
            if (ring.afterSeconds() <= waited || ring.afterSeconds() > LONGEST) {
                throw new Refused(WAIT, number, waited, LONGEST);
            }
            if (ring.by() < 0 || ring.by() >= BEST) {
                throw new Refused("queue.policy.ring.by", number, BEST - 1);
            }
            Map<String, Integer> now = ring.asks(asked);
            requireWider(number, before, now);
            int speaks = ring.speaks(least);
            if (now.equals(before) && speaks >= spoken) {
                throw new Refused("queue.policy.ring.same", number);
            }
            waited = ring.afterSeconds();
            before = now;
            spoken = speaks;
        }
    }

    private static void requireWider(int number, Map<String, Integer> before, Map<String, Integer> now) {
        now.forEach((skill, level) -> {
            if (level < 1 || level > BEST) {
                throw new Refused("queue.policy.ring.skills", number, skill + " " + level);
            }
            if (level > before.getOrDefault(skill, 0)) {
                throw new Refused("queue.policy.ring.narrower", number, skill + " " + level);
            }
        });
    }
}
