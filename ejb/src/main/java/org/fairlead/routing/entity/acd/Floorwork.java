package org.fairlead.routing.entity.acd;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to queues and agents, as opposed to contacts. */
final class Floorwork {

    private final Acd acd;
    private final Hall hall;

    Floorwork(Acd acd) {
        this.acd = acd;
        this.hall = acd.hall;
    }

    void apply(AcdEvent event) {
        if (event instanceof AcdEvent.AgentReady ready) {
            ready(hall.seat(ready.agent()), ready.since());
        } else if (event instanceof AcdEvent.AgentUnready unready) {
            unready(hall.seat(unready.agent()));
        } else if (event instanceof AcdEvent.AgentGone gone) {
            gone(hall.seat(gone.agent()));
        } else if (event instanceof AcdEvent.AgentSet set) {
            set(hall.seat(set.agent().id()), set.agent());
        } else if (event instanceof AcdEvent.AgentReRoled role) {
            reRole(hall.seat(role.agent()), role);
        } else if (event instanceof AcdEvent.QueueSet set) {
            set(set.rules());
        } else if (event instanceof AcdEvent.QueueOpened opened) {
            LiveQueue queue = hall.queues.get(opened.queue());
            if (queue != null) {
                queue.follow(queue.rules.but().opening(opened.opening()).build());
            }
        } else if (event instanceof AcdEvent.QueueGated gated) {
            LiveQueue queue = hall.queues.get(gated.queue());
            if (queue != null) {
                gate(queue, gated.shut());
            }
        } else if (event instanceof AcdEvent.QueuePriced priced) {
            LiveQueue queue = hall.queues.get(priced.queue());
            if (queue != null) {
                price(queue, priced.cost());
            }
        }
    }

    private void ready(Seat seat, long since) {
        if (seat.state == Seat.State.READY) {
            return;
        }
        if (seat.state == Seat.State.GONE) {
            seat.presentSince = acd.now;
            seat.busyMillis = 0;
            seat.busySince = acd.now;
        }
        seat.state = Seat.State.READY;
        seat.idleSince = since == 0 ? acd.now : since;
        hall.present.set(seat.index, true);
        hall.announce(seat);
        acd.seek(seat);
    }

    private void unready(Seat seat) {
        if (seat.state == Seat.State.GONE) {
            seat.presentSince = acd.now;
            seat.busyMillis = 0;
            seat.busySince = acd.now;
        }
        seat.state = Seat.State.UNREADY;
        hall.present.set(seat.index, true);
        hall.announce(seat);
    }

    private void gone(Seat seat) {
        if (seat.state == Seat.State.GONE) {
            return;
        }
        seat.state = Seat.State.GONE;
        hall.present.set(seat.index, false);
        hall.announce(seat);
        if (seat.offered != null) {
            acd.returned(seat.offered, Decision.Cause.GONE);
        }
        List<Ticket> held = new ArrayList<>();
        for (Ticket each : hall.tickets.all()) {
            if (each.holder == seat && each.facts.only() == null) {
                held.add(each);
            }
        }
        held.sort(Acd.ORDER);
        for (Ticket each : held) {
            each.preferredPast = true;
            hall.leave(each);
            acd.waits(each);
        }
    }

    private void set(Seat seat, AgentFacts facts) {
        seat.own = facts;
        if (seat.roleUntil == 0) {
            role(seat, facts);
        } else {
            role(seat, facts.as(seat.facts.clients(), seat.facts.skills(), seat.facts.queues()));
        }
    }

    private void reRole(Seat seat, AcdEvent.AgentReRoled event) {
        if (event.until() > acd.now) {
            seat.roleUntil = event.until();
            acd.wheel.set(seat, event.until());
        } else if (event.until() == 0) {
            seat.roleUntil = Long.MAX_VALUE;
            acd.wheel.cancel(seat);
        } else {
            ownRole(seat);
            return;
        }
        role(seat, seat.own.as(event.clients(), event.skills(), event.queues()));
    }

    void ownRole(Seat seat) {
        seat.roleUntil = 0;
        acd.wheel.cancel(seat);
        role(seat, seat.own);
    }

    private void role(Seat seat, AgentFacts facts) {
        hall.role(seat, facts);
        hall.announce(seat);
        acd.seek(seat);
    }

    private void set(QueueRules rules) {
        LiveQueue queue = hall.queues.get(rules.id());
        if (queue == null) {
            hall.queues.put(rules.id(), new LiveQueue(rules));
            hall.price(null, rules.cost());
            return;
        }
        hall.price(queue.rules.cost(), rules.cost());
        int before = queue.rules.level();
        List<Ticket> waiting = acd.waitingIn(queue);
        waiting.forEach(hall::leave);
        hall.close(queue);
        // contacts in hand were counted under the channel that the queue began with
        queue.follow(rules.but().channel(queue.rules.channel()).build());
        for (Ticket each : hall.tickets.all()) {
            if (each.queue == queue) {
                // who came with the queue's own urgency has the one that it has now
                if (each.facts.level() == before) {
                    each.facts = each.facts.at(rules.level());
                }
                Course.rank(each);
            }
        }
        waiting.forEach(each -> acd.course.place(each, acd.now));
        waiting.sort(Acd.ORDER);
        for (Ticket each : waiting) {
            if (each.state == Ticket.State.WAITING) {
                acd.seek(each);
            }
        }
    }

    /** As long as the same deadline holds, nobody changes lines: prices come again and again. */
    private void price(LiveQueue queue, @Nullable MissCost cost) {
        QueueRules now = queue.rules.but().cost(cost).build();
        MissCost before = queue.rules.cost();
        if (before != null && cost != null && before.targetMillis() == cost.targetMillis()) {
            queue.rules = now;
            queue.classes.values().forEach(hall.heads::priced);
        } else {
            set(now);
        }
    }

    private void gate(LiveQueue queue, boolean shut) {
        queue.gated = shut;
        queue.classes.values().forEach(hall::refresh);
        if (!shut) {
            acd.waitingIn(queue).forEach(acd::seek);
        }
    }
}
