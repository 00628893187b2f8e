package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.entity.acd.Overflow.Trigger;
import org.jspecify.annotations.Nullable;

/** A queue with what has happened in it. */
final class LiveQueue {

    /** Shares are kept over the last so many, not for ever. */
    private static final long MEMORY = 1000;

    /** Those of whom nothing special is known and who have not waited long. */
    static final ContactClass.Key PLAIN = new ContactClass.Key(0, "", Map.of(), -1);

    QueueRules rules;
    boolean gated;
    int waiting;
    final Map<ContactClass.Key, ContactClass> classes = new HashMap<>();

    @Nullable
    ContactClass plain;

    /** Whose last turn was which, by the agent. */
    final Map<UUID, Long> turns = new HashMap<>();

    long turn;
    /** How many each site got. */
    final Map<Integer, Long> given = new HashMap<>();

    long givenAll;
    Waits waits = new Waits();
    private Map<UUID, Integer> places = Map.of();
    private List<Overflow> byWait = List.of();
    private boolean anyLanguage;

    LiveQueue(QueueRules rules) {
        this.rules = rules;
        follow(rules);
    }

    final void follow(QueueRules now) {
        rules = now;
        places = new HashMap<>();
        for (UUID agent : rules.list()) {
            places.putIfAbsent(agent, places.size());
        }
        byWait = new ArrayList<>(rules.overflows().stream()
                .filter(each -> each.trigger() == Trigger.WAIT)
                .sorted(Comparator.comparingLong(Overflow::bound))
                .toList());
        anyLanguage = rules.rings().stream().allMatch(ring -> ring.language() == 0);
    }

    /** Overflow by wait, the earliest first. */
    List<Overflow> byWait() {
        return byWait;
    }

    int placeOf(Seat seat) {
        return places.getOrDefault(seat.id, Integer.MAX_VALUE);
    }

    int teamOf(Seat seat) {
        List<String> teams = rules.teams();
        Set<String> own = seat.facts.teams();
        for (int i = 0; i < teams.size(); i++) {
            if (own.contains(teams.get(i))) {
                return i;
            }
        }
        return teams.size();
    }

    /** How far ahead of its share the agent's site is. */
    long aheadOfShare(Seat seat) {
        int site = seat.facts.site();
        long share = rules.shares().getOrDefault(site, 0);
        return 100 * given.getOrDefault(site, 0L) - share * (givenAll + 1);
    }

    void gave(Seat seat) {
        if (rules.orders().contains(AgentOrder.ROUND_ROBIN)) {
            turns.put(seat.id, ++turn);
        }
        if (!rules.shares().isEmpty()) {
            gave(seat.facts.site());
        }
    }

    private void gave(int ofSite) {
        given.merge(ofSite, 1L, Long::sum);
        if (++givenAll >= MEMORY) {
            given.replaceAll((site, count) -> count / 2);
            givenAll = given.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    boolean plain(Ticket ticket) {
        return anyLanguage && ticket.ring == 0 && ticket.site < 0 && ticket.extra.isEmpty();
    }

    ContactClass.Key key(Ticket ticket) {
        String language = anyLanguage ? "" : ticket.facts.language();
        return new ContactClass.Key(ticket.ring, language, ticket.extra, ticket.site);
    }

    /** The ring that has been reached after that wait. */
    int ringAfter(long millis) {
        int ring = 0;
        while (ring + 1 < rules.rings().size() && rules.rings().get(ring + 1).afterMillis() <= millis) {
            ring++;
        }
        return ring;
    }
}
