package org.fairlead.routing.entity.acd;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to queues and agents in {@link SlowAcd}. */
record SlowFloor(SlowAcd acd) {

    void apply(AcdEvent event) {
        if (event instanceof AcdEvent.AgentReady ready) {
            ready(agent(ready.agent()));
        } else if (event instanceof AcdEvent.AgentUnready unready) {
            SlowAgent agent = agent(unready.agent());
            comes(agent);
            agent.state = Seat.State.UNREADY;
        } else if (event instanceof AcdEvent.AgentGone gone) {
            gone(agent(gone.agent()));
        } else if (event instanceof AcdEvent.AgentSet set) {
            SlowAgent agent = agent(set.agent().id());
            agent.own = set.agent();
            boolean own = agent.roleUntil == 0;
            role(
                    agent,
                    own
                            ? set.agent()
                            : set.agent().as(agent.facts.clients(), agent.facts.skills(), agent.facts.queues()));
        } else if (event instanceof AcdEvent.AgentReRoled role) {
            reRole(agent(role.agent()), role);
        } else if (event instanceof AcdEvent.QueueSet set) {
            set(set.rules());
        } else if (event instanceof AcdEvent.QueueOpened opened) {
            SlowQueue queue = acd.queues.get(opened.queue());
            queue.rules = queue.rules.but().opening(opened.opening()).build();
        } else if (event instanceof AcdEvent.QueueGated gated) {
            SlowQueue queue = acd.queues.get(gated.queue());
            queue.gated = gated.shut();
            if (!gated.shut()) {
                acd.waiting(queue).toList().forEach(acd::seek);
            }
        } else if (event instanceof AcdEvent.QueuePriced priced) {
            price(acd.queues.get(priced.queue()), priced.cost());
        }
    }

    private SlowAgent agent(UUID id) {
        return acd.agents.computeIfAbsent(id, SlowAgent::new);
    }

    private void comes(SlowAgent agent) {
        if (agent.state == Seat.State.GONE) {
            agent.presentSince = acd.now;
            agent.busyMillis = 0;
            agent.busySince = acd.now;
        }
    }

    private void ready(SlowAgent agent) {
        if (agent.state != Seat.State.READY) {
            comes(agent);
            agent.state = Seat.State.READY;
            agent.idleSince = acd.now;
            acd.seek(agent);
        }
    }

    private void gone(SlowAgent agent) {
        agent.state = Seat.State.GONE;
        agent.inHand.stream()
                .filter(each -> each.state == Ticket.State.OFFERED)
                .findFirst()
                .ifPresent(each -> acd.returned(each, Decision.Cause.GONE));
        List<SlowContact> held = acd.contacts.values().stream()
                .filter(each -> each.holder == agent && each.facts.only() == null)
                .sorted(SlowAcd.order())
                .toList();
        for (SlowContact each : held) {
            each.preferredPast = true;
            acd.waits(each);
        }
    }

    private void reRole(SlowAgent agent, AcdEvent.AgentReRoled role) {
        if (role.until() != 0 && role.until() <= acd.now) {
            own(agent);
        } else {
            agent.roleUntil = role.until() == 0 ? Long.MAX_VALUE : role.until();
            role(agent, agent.own.as(role.clients(), role.skills(), role.queues()));
        }
    }

    void own(SlowAgent agent) {
        agent.roleUntil = 0;
        role(agent, agent.own);
    }

    private void role(SlowAgent agent, AgentFacts facts) {
        agent.facts = facts;
        acd.seek(agent);
    }

    private void price(SlowQueue queue, @Nullable MissCost cost) {
        MissCost before = queue.rules.cost();
        QueueRules now = queue.rules.but().cost(cost).build();
        if (before != null && cost != null && before.targetMillis() == cost.targetMillis()) {
            queue.rules = now;
        } else {
            set(now);
        }
    }

    private void set(QueueRules rules) {
        SlowQueue known = acd.queues.get(rules.id());
        if (known == null) {
            acd.queues.put(rules.id(), new SlowQueue(rules));
            return;
        }
        int before = known.rules.level();
        known.rules = rules;
        acd.contacts.values().stream()
                .filter(each -> each.queue == known && each.facts.level() == before)
                .forEach(each -> each.facts = each.facts.at(rules.level()));
        List<SlowContact> waiting = acd.waiting(known).toList();
        waiting.forEach(each -> {
            each.looked = acd.now;
            each.holder = acd.holder(each);
        });
        waiting.forEach(acd::seek);
    }
}
