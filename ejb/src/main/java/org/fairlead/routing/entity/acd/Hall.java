package org.fairlead.routing.entity.acd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody in it: agents, contacts, queues and their classes, and the indexes between them. */
final class Hall {

    private static final String LANGUAGE = "lang:";
    private static final Channel[] CHANNELS = Channel.values();

    final AcdSettings settings;
    final Tickets tickets = new Tickets();
    final Map<UUID, LiveQueue> queues = new HashMap<>();
    final Map<UUID, Seat> seats = new HashMap<>();
    final List<Seat> byIndex = new ArrayList<>();
    final IdleSeats[] idle = new IdleSeats[Channel.COUNT];
    final Bits present = new Bits();
    /** Classes in which somebody waits who may be given to an agent, by channel. */
    final Bits[] wanting = new Bits[Channel.COUNT];
    /** The rank of the first in each class. */
    long[] firstRank = new long[64];
    /** The first of each line of each class, where misses cost money. */
    final Heads heads = new Heads();
    /** Until when it has been told who is late; whoever becomes so counts as in time until somebody looks. */
    long lateBy;
    /** Queues in which a miss costs something. */
    private int priced;

    private final List<@Nullable ContactClass> classes = new ArrayList<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Map<String, Integer> skills = new HashMap<>();
    private final Map<Integer, Integer> pools = new HashMap<>();
    private final Map<Capacity, Limits> limits = new HashMap<>();

    Hall(AcdSettings settings) {
        this.settings = settings;
        for (Channel channel : Channel.values()) {
            idle[channel.index] = new IdleSeats(channel);
            wanting[channel.index] = new Bits();
        }
    }

    IdleSeats idle(Channel channel) {
        return idle[channel.index];
    }

    /** An agent of whom nothing is known yet serves nobody. */
    Seat seat(UUID id) {
        Seat known = seats.get(id);
        if (known != null) {
            return known;
        }
        Seat seat = new Seat(byIndex.size(), AgentFacts.of(id, Set.of(), Map.of()));
        byIndex.add(seat);
        seats.put(id, seat);
        return seat;
    }

    /** The agent may serve something else from now on. */
    void role(Seat seat, AgentFacts facts) {
        seat.facts = facts;
        Arrays.fill(seat.proficiency, (byte) 0);
        facts.skills().forEach((skill, proficiency) -> {
            int number = skill(skill);
            if (number >= seat.proficiency.length) {
                seat.proficiency = Arrays.copyOf(seat.proficiency, Math.max(number + 1, skills.size()));
            }
            seat.proficiency[number] = proficiency.byteValue();
        });
        seat.bound(limits.computeIfAbsent(facts.capacity(), Limits::new));
        for (ContactClass each : classes) {
            if (each != null) {
                serve(seat, each);
            }
        }
    }

    private static void serve(Seat seat, ContactClass each) {
        boolean serves = each.servedBy(seat);
        seat.serves(each.index, serves);
        each.seats.set(seat.index, serves);
    }

    private int skill(String name) {
        return skills.computeIfAbsent(name, n -> skills.size());
    }

    /** The class of those who ask the same as this one. */
    ContactClass classOf(Ticket ticket) {
        LiveQueue queue = ticket.queue;
        ContactClass plain = queue.plain;
        if (plain != null && queue.plain(ticket)) {
            return plain;
        }
        ContactClass.Key key = queue.key(ticket);
        ContactClass known = queue.classes.get(key);
        return known == null ? open(queue, key) : known;
    }

    /** A class of the queue, whether somebody is in it or not. */
    ContactClass anyClassOf(LiveQueue queue) {
        return queue.classes.isEmpty()
                ? open(queue, LiveQueue.PLAIN)
                : queue.classes.values().iterator().next();
    }

    private ContactClass open(LiveQueue queue, ContactClass.Key key) {
        ContactClass known = queue.classes.get(key);
        if (known != null) {
            return known;
        }
        ContactClass inner = key.ring() == 0
                ? null
                : open(queue, new ContactClass.Key(key.ring() - 1, key.language(), key.extra(), key.site()));
        Integer reused = free.poll();
        int index = reused == null ? classes.size() : reused;
        Ring ring = queue.rules.rings().get(key.ring());
        Needs needs = Needs.of(ring, key.language(), key.extra(), key.site(), new HashSet<>(queue.rules.list()));
        ContactClass opened = new ContactClass(index, pool(queue), queue, key.ring(), needs, inner, fit(queue, key));
        opened.asks(needs.skills(), this::skill);
        if (reused == null) {
            classes.add(opened);
        } else {
            classes.set(index, opened);
        }
        if (index >= firstRank.length) {
            firstRank = Arrays.copyOf(firstRank, firstRank.length * 2);
        }
        if (priced()) {
            heads.entered(opened);
        }
        queue.classes.put(key, opened);
        queue.plain = key.equals(LiveQueue.PLAIN) ? opened : queue.plain;
        byIndex.forEach(seat -> serve(seat, opened));
        return opened;
    }

    /** Clients are counted from one. */
    private int pool(LiveQueue queue) {
        return pools.computeIfAbsent(queue.rules.client(), client -> pools.size() + 1);
    }

    /** Fit is told by what the first ring would like. */
    private int[] fit(LiveQueue queue, ContactClass.Key key) {
        Ring first = queue.rules.rings().get(0);
        Set<String> names = new HashSet<>(first.skills().keySet());
        names.addAll(key.extra().keySet());
        if (first.language() > 0) {
            names.add(LANGUAGE + key.language());
        }
        return names.stream().mapToInt(this::skill).toArray();
    }

    /** Nobody is in these classes any more. */
    void close(LiveQueue queue) {
        for (ContactClass each : queue.classes.values()) {
            byIndex.forEach(seat -> seat.serves(each.index, false));
            wanting[queue.rules.channel().index].set(each.index, false);
            classes.set(each.index, null);
            free.add(each.index);
        }
        queue.classes.clear();
        queue.plain = null;
    }

    ContactClass classAt(int index) {
        ContactClass found = classes.get(index);
        if (found == null) {
            throw new IllegalStateException("no such class any more");
        }
        return found;
    }

    void join(Ticket ticket) {
        Seat holder = ticket.holder;
        if (holder != null) {
            holder.awaitedBy(ticket);
            return;
        }
        ContactClass mine = classOf(ticket);
        boolean behind = mine.waiting > 0 && ticket.rank > firstRank[mine.index];
        mine.add(ticket);
        if (priced()) {
            heads.joined(mine, ticket);
        }
        if (!behind) {
            refresh(mine);
        }
    }

    void leave(Ticket ticket) {
        Seat holder = ticket.holder;
        if (holder != null) {
            holder.notAwaitedBy(ticket);
            ticket.holder = null;
            return;
        }
        ContactClass mine = ticket.at;
        if (mine != null) {
            boolean behind = ticket.rank > firstRank[mine.index];
            mine.remove(ticket);
            if (priced()) {
                heads.left(mine, ticket);
            }
            if (!behind) {
                refresh(mine);
            }
        }
    }

    /** Whoever of that line came until then is late: the border in it moves, nobody does. Who is first of all stays so. */
    void turn(int index, int line, long lateSince) {
        ContactClass in = classAt(index);
        heads.turned(in, line, in.turn(ContactClass.levelOf(line), lateSince));
    }

    /** Whether a miss costs something anywhere. */
    boolean priced() {
        return priced > 0;
    }

    /** A miss costs this in the queue from now on, and cost that before. */
    void price(@Nullable MissCost before, @Nullable MissCost cost) {
        boolean known = priced();
        priced += (cost == null ? 0 : 1) - (before == null ? 0 : 1);
        if (!known && priced()) {
            for (ContactClass each : classes) {
                if (each != null) {
                    heads.entered(each);
                }
            }
        }
    }

    void refresh(ContactClass each) {
        Ticket first = each.first();
        wanting[each.queue.rules.channel().index].set(each.index, first != null && !each.queue.gated);
        if (first != null) {
            firstRank[each.index] = first.rank;
        }
    }

    /** Enters the agent where contacts are chosen from, or takes them out. */
    void announce(Seat seat) {
        for (Channel channel : CHANNELS) {
            if ((seat.idle & (1 << channel.index)) != 0) {
                idle(channel).remove(seat);
            }
            if (seat.open(channel)) {
                idle(channel).add(seat);
            }
        }
    }
}
