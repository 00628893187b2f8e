package org.fairlead.routing.entity.acd;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Contacts that ask the same: one queue, one ring, one language. A line for each level of urgency, those that are late
 * already apart from those that can still be answered in time; a bitmap says which lines have somebody.
 */
final class ContactClass {

    static final int LINES = 2 * QueueRules.LEVELS;

    /** What distinguishes the classes of a queue. */
    record Key(int ring, String language, Map<String, Integer> extra, int site) {}

    final int index;
    /** Of its client: contacts of one client do not compete by what they cost. */
    final int pool;

    final LiveQueue queue;
    final int ring;
    final Needs needs;
    /** The same, one ring further in; its agents are asked as well. */
    final @Nullable ContactClass inner;
    /** By which skills an agent's fit is told. */
    final int[] fit;
    /** Who may be asked, by index. */
    final Bits seats = new Bits();

    private int[] asked = {};
    private int[] least = {};
    private final @Nullable Line[] lines = new @Nullable Line[QueueRules.LEVELS];
    int taken;
    int waiting;

    ContactClass(int index, int pool, LiveQueue queue, int ring, Needs needs, @Nullable ContactClass inner, int[] fit) {
        this.index = index;
        this.pool = pool;
        this.queue = queue;
        this.ring = ring;
        this.needs = needs;
        this.inner = inner;
        this.fit = fit;
    }

    /** What is asked of everybody, by the numbers of the skills. */
    void asks(Map<String, Integer> skills, ToIntFunction<String> numberOf) {
        asked = new int[skills.size()];
        least = new int[skills.size()];
        int i = 0;
        for (Map.Entry<String, Integer> each : skills.entrySet()) {
            asked[i] = numberOf.applyAsInt(each.getKey());
            least[i++] = each.getValue();
        }
    }

    boolean servedBy(Seat seat) {
        if (!seat.facts.worksIn(queue.rules)) {
            return false;
        }
        return (skilled(seat) && needs.metBeside(seat.facts)) || (inner != null && inner.servedBy(seat));
    }

    /** By numbers: all agents are looked at when a queue is opened. */
    private boolean skilled(Seat seat) {
        for (int i = 0; i < asked.length; i++) {
            if (seat.proficiency(asked[i]) < least[i]) {
                return false;
            }
        }
        return true;
    }

    /** From which ring on this agent is asked. */
    int ringOf(Seat seat) {
        int found = ring;
        for (ContactClass each = inner; each != null; each = each.inner) {
            if (each.seats.get(seat.index)) {
                found = each.ring;
            }
        }
        return found;
    }

    /** Those of a level who are not late, by number; those who are have the next. */
    static int line(int level) {
        return 2 * level;
    }

    static int levelOf(int line) {
        return line >> 1;
    }

    /** Whether that is a line of those who are late; the line before it has those of the same level who are not. */
    static boolean isLate(int line) {
        return (line & 1) != 0;
    }

    void add(Ticket ticket) {
        Line line = lines[ticket.level];
        if (line == null) {
            line = new Line();
            lines[ticket.level] = line;
        }
        line.add(ticket);
        ticket.at = this;
        waiting++;
        mark(ticket.level, line);
    }

    void remove(Ticket ticket) {
        Line line = lines[ticket.level];
        if (line == null || line != ticket.line) {
            throw new IllegalStateException("not in this line: " + ticket.id);
        }
        line.remove(ticket);
        ticket.at = null;
        waiting--;
        mark(ticket.level, line);
    }

    /** Whoever of a level came until then is late. Answers whether somebody else may be the first of those who are. */
    boolean turn(int level, long lateSince) {
        Line line = lines[level];
        if (line == null) {
            return false;
        }
        boolean other = line.turn(lateSince);
        mark(level, line);
        return other;
    }

    private void mark(int level, Line line) {
        int marks = (line.has(false) ? 1 : 0) | (line.has(true) ? 2 : 0);
        taken = (taken & ~(3 << (2 * level))) | (marks << (2 * level));
    }

    /** How many of it go before that one, counted up to so many. */
    int before(Ticket ticket, int most) {
        int count = 0;
        for (Line each : lines) {
            count += each == null ? 0 : each.before(ticket, most - count);
        }
        return count;
    }

    /** The first of a line that the bitmap says is taken. */
    Ticket head(int number) {
        Line line = lines[levelOf(number)];
        Ticket head = line == null ? null : line.head(isLate(number));
        if (head == null) {
            throw new IllegalStateException("a line is marked as taken and empty");
        }
        return head;
    }

    /** The first of all. */
    @Nullable
    Ticket first() {
        Ticket first = null;
        for (int rest = taken; rest != 0; rest &= rest - 1) {
            Ticket head = head(Integer.numberOfTrailingZeros(rest));
            if (first == null || head.goesBefore(first)) {
                first = head;
            }
        }
        return first;
    }
}
