package org.fairlead.routing.entity.acd;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.routing.entity.acd.Ticket.State;

/** Who is chosen, looked for among all. */
record SlowChoice(SlowAcd acd) {

    record Offer(SlowContact contact, SlowAgent agent, Why why) {}

    Optional<Offer> agentFor(SlowContact contact) {
        List<AgentOrder> orders = contact.queue.rules.orders();
        if (contact.holder != null) {
            boolean can = contact.holder.open(contact.channel()) && contact.holder.worksFor(contact);
            return can
                    ? Optional.of(why(contact, contact.holder, List.of(AgentOrder.PREFERRED), 1, 0))
                    : Optional.empty();
        }
        if (contact.queue.gated) {
            return Optional.empty();
        }
        List<SlowAgent> able = acd.openFor(contact.channel())
                .filter(agent -> agent.mayServe(contact))
                .toList();
        Comparator<SlowAgent> order = (one, other) -> 0;
        for (AgentOrder each : orders) {
            order = order.thenComparing(agent -> score(each, agent, contact));
        }
        return able.stream()
                .min(order.thenComparing(agent -> agent.idleSince).thenComparing(agent -> agent.id))
                .map(best -> why(contact, best, orders, able.size(), best.firstRing(contact)));
    }

    private Offer why(SlowContact contact, SlowAgent best, List<AgentOrder> by, int candidates, int ring) {
        AgentOrder first = by.isEmpty() ? AgentOrder.LONGEST_IDLE : by.get(0);
        return new Offer(
                contact,
                best,
                new Why(
                        Why.Chosen.AGENT,
                        by,
                        candidates,
                        ring,
                        acd.now - contact.facts.since(),
                        contact.facts.since() - contact.rank(),
                        score(first, best, contact),
                        -1,
                        contact.facts.preferred()));
    }

    private long score(AgentOrder order, SlowAgent agent, SlowContact contact) {
        return switch (order) {
            case LONGEST_IDLE -> agent.idleSince;
            case BEST_FIT -> -fit(agent, contact);
            case SUFFICIENT_FIT -> fit(agent, contact);
            case ROUND_ROBIN -> contact.queue.turns.getOrDefault(agent.id, 0L);
            case SEQUENTIAL -> contact.queue.placeOf(agent);
            case TEAM -> contact.queue.teamOf(agent);
            case LEAST_OCCUPIED -> agent.occupancy(acd.now);
            case FEWEST_CONTACTS -> agent.handled;
            case PREFERRED -> agent.id.equals(contact.facts.preferred()) ? 0 : 1;
            case INNER_RING -> contact.holder != null ? 0 : agent.firstRing(contact);
            case SHARES -> contact.queue.aheadOfShare(agent);
        };
    }

    private static long fit(SlowAgent agent, SlowContact contact) {
        Ring first = contact.queue.rules.rings().get(0);
        var skills = new java.util.HashSet<>(first.skills().keySet());
        skills.addAll(contact.extra().keySet());
        if (first.language() > 0) {
            skills.add("lang:" + contact.facts.language());
        }
        return skills.stream()
                .mapToLong(skill -> agent.facts.skills().getOrDefault(skill, 0))
                .sum();
    }

    Optional<Offer> contactFor(SlowAgent agent) {
        for (Channel channel : Channel.values()) {
            if (agent.open(channel)) {
                Optional<Offer> found = contactFor(agent, channel);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Offer> contactFor(SlowAgent agent, Channel channel) {
        List<SlowContact> shared = acd.contacts.values().stream()
                .filter(each -> each.state == State.WAITING && each.channel() == channel)
                .filter(each -> each.holder == null && !each.queue.gated && agent.mayServe(each))
                .toList();
        Optional<SlowContact> own = acd.contacts.values().stream()
                .filter(each -> each.state == State.WAITING && each.channel() == channel && each.holder == agent)
                .filter(agent::worksFor)
                .min(SlowAcd.order());
        int lines = acd.lines(shared.stream()).size() + (own.isPresent() ? 1 : 0);
        return (acd.priced()
                        ? byMoney(shared, own)
                        : Stream.concat(shared.stream(), own.stream()).min(SlowAcd.order()))
                .map(best -> new Offer(best, agent, why(best, lines)));
    }

    /** Beyond the bound; then the most urgent level; then, of those whom each client sends, the costliest. */
    private Optional<SlowContact> byMoney(List<SlowContact> shared, Optional<SlowContact> own) {
        List<SlowContact> all = Stream.concat(shared.stream(), own.stream()).toList();
        return all.stream()
                .filter(this::overdue)
                .min(SlowAcd.order())
                .or(() -> all.stream().filter(each -> each.level() == 0).min(SlowAcd.order()))
                .or(() -> Stream.concat(
                                shared.stream()
                                        .collect(Collectors.groupingBy(
                                                each -> List.of(each.queue.rules.client(), each.late(each.looked))))
                                        .values()
                                        .stream()
                                        .flatMap(group -> group.stream().min(SlowAcd.order()).stream()),
                                own.stream())
                        .min(Comparator.<SlowContact>comparingLong(each -> -cost(each))
                                .thenComparing(SlowAcd.order())));
    }

    private boolean overdue(SlowContact contact) {
        return acd.now - contact.facts.since() >= acd.settings.boundMillis();
    }

    private long cost(SlowContact contact) {
        MissCost cost = contact.queue.rules.cost();
        if (cost == null) {
            return 0;
        }
        if (contact.late(acd.now)) {
            return cost.late();
        }
        long slack = contact.facts.since() + cost.targetMillis() - acd.now;
        return cost.perMiss() * acd.settings.horizonMillis() / (acd.settings.horizonMillis() + slack);
    }

    private Why why(SlowContact best, int lines) {
        boolean byCost = acd.priced() && !overdue(best) && best.level() > 0 && cost(best) > 0;
        return new Why(
                Why.Chosen.CONTACT,
                List.of(),
                lines,
                best.holder == null ? best.ring() : 0,
                acd.now - best.facts.since(),
                best.facts.since() - best.rank(),
                best.rank(),
                byCost ? cost(best) : -1,
                best.facts.preferred());
    }
}
