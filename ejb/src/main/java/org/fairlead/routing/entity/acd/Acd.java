package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The distributor. After each event no agent is idle who may take a contact that waits. Events come in the order of
 * their times; what falls due between two events is done at its own instant, so that it does not matter how often
 * somebody looks. An event about a contact or an agent that cannot be so (any more) changes nothing.
 *
 * <p>Not thread-safe: it has one owner.
 */
public final class Acd {

    static final Comparator<Ticket> ORDER =
            Comparator.<Ticket>comparingLong(ticket -> ticket.rank).thenComparing(ticket -> ticket.id);

    final Hall hall;
    final TimerWheel wheel;
    final Course course;
    private final Consumer<Decision> decisions;
    private final ChooseAgent chooseAgent;
    private final ChooseContact chooseContact;
    private final Floorwork floor;
    long now;

    public Acd(AcdSettings settings, Consumer<Decision> decisions, long now) {
        this.now = now;
        this.decisions = decisions;
        hall = new Hall(settings);
        wheel = new TimerWheel(now);
        course = new Course(hall, wheel, decisions);
        chooseAgent = new ChooseAgent(hall);
        chooseContact = new ChooseContact(hall);
        floor = new Floorwork(this);
    }

    /** One that goes on where another was; agents who are free get what waits for them. */
    public static Acd of(AcdSettings settings, Consumer<Decision> decisions, AcdSnapshot snapshot) {
        Acd acd = new Acd(settings, decisions, snapshot.now());
        new Rebuild(acd).restore(snapshot);
        return acd;
    }

    public AcdSnapshot snapshot() {
        return new Rebuild(this).snapshot();
    }

    /** Something happened, then; what was due before is done first. */
    public void apply(AcdEvent event, long at) {
        tick(at);
        if (event instanceof AcdEvent.ContactCame came) {
            came(came.contact());
        } else if (event instanceof AcdEvent.ContactBack back) {
            back(back);
        } else if (event instanceof AcdEvent.ContactLeft left) {
            left(hall.tickets.get(left.contact()));
        } else if (event instanceof AcdEvent.OfferAccepted accepted) {
            accepted(hall.tickets.get(accepted.contact()));
        } else if (event instanceof AcdEvent.OfferRefused refused) {
            returned(hall.tickets.get(refused.contact()), Decision.Cause.REFUSED);
        } else if (event instanceof AcdEvent.ContactDone done) {
            done(hall.tickets.get(done.contact()));
        } else if (event instanceof AcdEvent.ContactRequeued requeued) {
            requeued(hall.tickets.get(requeued.contact()));
        } else if (event instanceof AcdEvent.CallbackAsked asked) {
            callback(hall.tickets.get(asked.contact()), asked.at());
        } else {
            floor.apply(event);
        }
    }

    /** Does what is due until then. */
    public void tick(long at) {
        Timed due = wheel.poll(at);
        while (due != null) {
            now = Math.max(now, due.due);
            if (due instanceof Ticket ticket) {
                due(ticket);
            } else if (due instanceof Seat seat) {
                // roles that end come before contacts that become late at the same instant
                hall.lateBy = now - 1;
                floor.ownRole(seat);
            }
            due = wheel.poll(at);
        }
        now = Math.max(now, at);
        hall.lateBy = now;
    }

    /** Nothing is due before; {@code Long.MAX_VALUE} when nothing ever is. */
    public long nothingBefore() {
        return wheel.nothingBefore();
    }

    private void due(Ticket ticket) {
        switch (ticket.state) {
            case OFFERED -> returned(ticket, Decision.Cause.MISSED);
            case ASIDE -> waits(ticket);
            case WAITING -> {
                ticket.preferredPast |= now >= ticket.entered + ticket.queue.rules.preferredMillis();
                hall.leave(ticket);
                waits(ticket);
            }
            case SERVED -> {}
        }
    }

    private void came(ContactFacts facts) {
        LiveQueue queue = hall.queues.get(facts.queue());
        if (queue == null || hall.tickets.get(facts.id()) != null) {
            return;
        }
        Ticket ticket = new Ticket(facts, queue);
        if (course.enter(ticket, queue, now)) {
            hall.tickets.add(ticket);
            waits(ticket);
        }
    }

    private void back(AcdEvent.ContactBack back) {
        ContactFacts facts = back.contact();
        LiveQueue queue = hall.queues.get(facts.queue());
        if (queue == null || hall.tickets.get(facts.id()) != null) {
            return;
        }
        Ticket ticket = new Ticket(facts, queue);
        Course.arrive(ticket, queue, back.entered());
        ticket.site = back.site();
        ticket.overflows = back.past() ? Ticket.NO_MORE : 0;
        ticket.callback = back.callAt() >= 0;
        hall.tickets.add(ticket);
        if (back.callAt() > now) {
            ticket.state = Ticket.State.ASIDE;
            wheel.set(ticket, back.callAt());
        } else {
            waits(ticket);
        }
    }

    /** Takes its place in a line, in which it does not stand yet, and an agent if one is free. */
    void waits(Ticket ticket) {
        ticket.state = Ticket.State.WAITING;
        if (!course.catchUp(ticket, now)) {
            wheel.cancel(ticket);
            hall.tickets.remove(ticket);
            return;
        }
        course.place(ticket, now);
        course.count(ticket, now);
        seek(ticket);
    }

    /** Waits no more, for whatever reason. */
    private void stepOut(Ticket ticket) {
        hall.leave(ticket);
        course.discount(ticket, now);
    }

    /** An agent for the contact, if one is free. */
    void seek(Ticket ticket) {
        Seat seat = chooseAgent.forContact(ticket, now);
        Why why = chooseAgent.why();
        if (seat != null && why != null) {
            offer(ticket, seat, why);
        }
    }

    /** A contact for the agent, if one waits. */
    void seek(Seat seat) {
        Ticket ticket = chooseContact.forAgent(seat, now);
        if (ticket != null) {
            offer(ticket, seat, chooseContact.why());
        }
    }

    /** The agent's hands have changed: the next contact, or a place among those who can be asked. */
    private void free(Seat seat) {
        Ticket ticket = chooseContact.forAgent(seat, now);
        if (ticket == null) {
            hall.announce(seat);
        } else {
            offer(ticket, seat, chooseContact.why());
        }
    }

    private void offer(Ticket ticket, Seat seat, Why why) {
        LiveQueue queue = ticket.queue;
        Channel channel = queue.rules.channel();
        stepOut(ticket);
        int interrupts = channel == Channel.TASK ? 0 : seat.inHand(Channel.TASK.index);
        ticket.state = Ticket.State.OFFERED;
        ticket.seat = seat;
        ticket.number++;
        seat.offered = ticket;
        seat.takes(channel, now);
        hall.announce(seat);
        queue.gave(seat);
        stand(ticket, queue.rules.reservationMillis());
        decisions.accept(new Decision.Offered(
                now, ticket.id, seat.id, queue.rules.id(), ticket.number, ticket.callback, interrupts, why));
    }

    private void stand(Ticket offered, long millis) {
        if (millis > 0) {
            offered.offeredUntil = now + millis;
            wheel.set(offered, offered.offeredUntil);
        } else {
            offered.offeredUntil = Long.MAX_VALUE;
            wheel.cancel(offered);
        }
    }

    private void accepted(@Nullable Ticket ticket) {
        if (ticket == null || ticket.state != Ticket.State.OFFERED) {
            return;
        }
        wheel.cancel(ticket);
        ticket.state = Ticket.State.SERVED;
        Seat seat = ticket.seat();
        seat.offered = null;
        seat.idleSince = now;
        free(seat);
    }

    /** The offer came to nothing; the contact keeps its place, the agent is not asked until ready again. */
    void returned(@Nullable Ticket ticket, Decision.Cause cause) {
        if (ticket == null || ticket.state != Ticket.State.OFFERED) {
            return;
        }
        Seat seat = ticket.seat();
        release(ticket, seat);
        seat.state = cause == Decision.Cause.GONE ? Seat.State.GONE : Seat.State.UNREADY;
        hall.announce(seat);
        ticket.preferredPast |= seat.id.equals(ticket.facts.preferred());
        decisions.accept(new Decision.Returned(now, ticket.id, seat.id, cause));
        waits(ticket);
    }

    private void release(Ticket ticket, Seat seat) {
        wheel.cancel(ticket);
        ticket.seat = null;
        seat.letsGo(ticket.queue.rules.channel(), now);
        if (seat.offered == ticket) {
            seat.offered = null;
        }
    }

    private void done(@Nullable Ticket ticket) {
        if (ticket == null || ticket.state != Ticket.State.SERVED) {
            return;
        }
        hall.tickets.remove(ticket);
        freed(ticket, ticket.seat(), true);
    }

    private void requeued(@Nullable Ticket ticket) {
        if (ticket == null || ticket.state != Ticket.State.SERVED) {
            return;
        }
        Seat seat = ticket.seat();
        release(ticket, seat);
        seat.handled++;
        seat.idleSince = now;
        hall.announce(seat);
        waits(ticket);
        seek(seat);
    }

    private void left(@Nullable Ticket ticket) {
        if (ticket == null) {
            return;
        }
        hall.tickets.remove(ticket);
        wheel.cancel(ticket);
        switch (ticket.state) {
            case WAITING -> stepOut(ticket);
            case OFFERED -> freed(ticket, ticket.seat(), false);
            case SERVED -> freed(ticket, ticket.seat(), true);
            case ASIDE -> {}
        }
    }

    private void freed(Ticket ticket, Seat seat, boolean served) {
        release(ticket, seat);
        if (served) {
            seat.handled++;
            seat.idleSince = now;
        }
        free(seat);
    }

    private void callback(@Nullable Ticket ticket, long at) {
        if (ticket == null || ticket.state != Ticket.State.WAITING) {
            return;
        }
        ticket.callback = true;
        if (at > now) {
            stepOut(ticket);
            ticket.state = Ticket.State.ASIDE;
            wheel.set(ticket, at);
        }
    }

    /** All that wait in a queue, in their order. */
    List<Ticket> waitingIn(@Nullable LiveQueue queue) {
        List<Ticket> waiting = new ArrayList<>();
        for (Ticket each : hall.tickets.all()) {
            if (each.state == Ticket.State.WAITING && (queue == null || each.queue == queue)) {
                waiting.add(each);
            }
        }
        waiting.sort(ORDER);
        return waiting;
    }

    /** What would help those who wait too long, the worst first. */
    public List<Help.Move> help(int most) {
        return new Help(this).moves(most);
    }

    /** How many wait, in all queues. */
    public int waiting() {
        return hall.queues.values().stream().mapToInt(queue -> queue.waiting).sum();
    }

    /** How many agents could take such a contact at once. */
    public int freeFor(ContactFacts facts) {
        LiveQueue queue = hall.queues.get(facts.queue());
        if (queue == null || queue.gated) {
            return 0;
        }
        Ticket probe = new Ticket(facts, queue);
        Course.rank(probe);
        probe.ring = queue.ringAfter(0);
        if (facts.only() != null) {
            Seat seat = hall.seat(facts.only());
            return seat.open(queue.rules.channel()) && ChooseAgent.serves(seat, probe) ? 1 : 0;
        }
        return hall.idle(queue.rules.channel()).bits.common(hall.classOf(probe).seats);
    }

    /** Whether such a queue is set up. */
    public boolean knows(UUID queue) {
        return hall.queues.containsKey(queue);
    }

    /** Position in the own queue, 1 for the next; 0 when it does not wait. */
    public int position(UUID contact) {
        Ticket ticket = hall.tickets.get(contact);
        return ticket == null ? 0 : waitingIn(ticket.queue).indexOf(ticket) + 1;
    }

    /** What a waiting contact can be told; null when it does not wait. Costs as many steps as go before it, at most. */
    public @Nullable Standing standing(UUID contact) {
        Ticket ticket = hall.tickets.get(contact);
        if (ticket == null || ticket.state != Ticket.State.WAITING) {
            return null;
        }
        int place = 1;
        for (ContactClass each : ticket.queue.classes.values()) {
            place += each.before(ticket, Standing.MOST - place);
        }
        return new Standing(place, course.expected(ticket, place));
    }

    /** Milliseconds until an agent, as far as can be told; negative when it does not wait. */
    public long expectedWait(UUID contact) {
        Ticket ticket = hall.tickets.get(contact);
        if (ticket == null || ticket.state != Ticket.State.WAITING) {
            return -1;
        }
        return course.expected(ticket, position(contact));
    }
}
