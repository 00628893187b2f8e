package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.contact.ContactStore.Open;
import org.fairlead.routing.FloorSnapshot;
import org.fairlead.routing.Outbound;
import org.fairlead.routing.OutboundScene;
import org.fairlead.routing.Presence;
import org.fairlead.routing.StuckAgents.Stuck;
import org.fairlead.routing.entity.Input.HeardEvent;
import org.fairlead.routing.entity.acd.Help;
import org.fairlead.shared.ClientId;
import org.fairlead.shared.NotFound;
import org.fairlead.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The engine: contacts, agents and who talks to whom. Inputs and the instant go in, effects come out; what must be
 * durable is in the effects, and the engine can be thrown away and built again from what was stored at any time.
 *
 * <p>Not thread-safe: it has one owner.
 */
public final class Engine {

    private static final int MOST_HELP = 20;

    private final Floor floor;

    public Engine(Router router, Reference reference, long epoch, Settings settings, Instant now) {
        floor = new Floor(router, reference, epoch, settings);
        router.at(now);
        router.queues(reference.queues().values());
        Recovery.people(floor, now);
    }

    /** Takes over what is stored. To be called once, first. */
    public Effects restore(List<AgentSessionRow> sessions, List<Open> open, Set<UUID> reachable, Instant now) {
        Step step = new Step(floor, Known.nothing(), now);
        floor.router.at(now);
        Recovery.restore(step, sessions, open, reachable);
        ContactLife.match(step);
        return step.finish();
    }

    /**
     * Applies one input. When it is refused by a rule, the effects say why and contain nothing else; any other
     * exception leaves the engine in a state that must be thrown away.
     */
    public Effects apply(Input input, Known known, Instant now) {
        Step step = new Step(floor, known, now);
        floor.router.at(now);
        try {
            change(step, input);
        } catch (Refused | NotFound e) {
            Effects refused = new Effects();
            refused.refusal(e);
            return refused;
        }
        Effects effects = step.finish();
        if (input instanceof Input.Act act) {
            LiveAgent agent = agent(act.login());
            effects.answer(DeskView.of(floor, agent, now));
        }
        return effects;
    }

    private void change(Step step, Input input) {
        if (input instanceof Input.Heard heard) {
            for (HeardEvent event : heard.events()) {
                CallEvents.heard(step, event);
                ContactLife.match(step);
            }
        } else if (input instanceof Input.Act act) {
            DeskActions.act(step, agent(act.login()), act.action());
        } else if (input instanceof Input.Place place) {
            Dials.place(step, place.call());
        } else if (input instanceof Input.Withdraw withdraw) {
            Dials.withdraw(step, withdraw.client(), withdraw.attempt());
        } else if (input instanceof Input.ShowPreview show) {
            step.effects.answer(Dials.preview(step, show.call()));
        } else if (input instanceof Input.Price price) {
            floor.router.prices(price.prices());
        } else if (input instanceof Input.Keep keep) {
            floor.kept = keep.programs();
        } else if (input instanceof Input.Repair repair) {
            LiveAgent stuck = floor.agents.get(repair.seen().person());
            if (stuck == null) {
                throw new NotFound("person " + repair.seen().person());
            }
            Stuckness.repair(step, stuck, repair.seen());
        } else if (input instanceof Input.CancelCallback cancel) {
            Callbacks.cancel(step, cancel);
        } else if (input instanceof Input.Monitor monitor) {
            Talks.monitor(step, monitor);
        } else if (input instanceof Input.Tell tell) {
            requireLive(tell.desk());
            rings(tell.desk());
            step.tell(tell.gateway(), tell.command());
        } else if (input instanceof Input.SetUp setUp) {
            Reference before = floor.reference;
            floor.reference = setUp.reference();
            floor.router.queues(floor.reference.queues().values());
            Recovery.people(floor, step.now);
            ContactLife.followSetUp(step, before);
        }
        ContactLife.match(step);
    }

    private void requireLive(Input.@Nullable Desk desk) {
        if (desk != null && (desk.sessionId().isEmpty() || !desk.sessionId().equals(sessionOf(desk.login())))) {
            throw new Refused("desk.line.session");
        }
    }

    private void rings(Input.@Nullable Desk desk) {
        if (desk != null) {
            agent(desk.login()).picksUp = desk.picksUp();
        }
    }

    private LiveAgent agent(String login) {
        LiveAgent agent = floor.byLogin.get(login);
        if (agent == null) {
            throw new NotFound("agent");
        }
        return agent;
    }

    /** Handles everything that is due. */
    public Effects tick(Instant now) {
        Step step = new Step(floor, Known.nothing(), now);
        floor.router.at(now);
        ContactLife.match(step);
        Deadline first = floor.deadlines.peek();
        while (first != null && !first.at().isAfter(now)) {
            floor.deadlines.poll();
            Deadlines.due(step, first);
            ContactLife.match(step);
            first = floor.deadlines.peek();
        }
        return step.finish();
    }

    /** When {@link #tick} has something to do next. */
    public @Nullable Instant nextDeadline() {
        Deadline first = floor.deadlines.peek();
        Instant routed = floor.router.due();
        if (first == null || (routed != null && routed.isBefore(first.at()))) {
            return routed;
        }
        return first.at();
    }

    /** Which agents, lent to which queue, would help those who wait too long. Spans all clients. */
    public List<Help.Move> help() {
        return floor.router.help(MOST_HELP);
    }

    /** Agents whose state has lasted longer than it should. Spans all clients. */
    public List<Stuck> stuck(Instant now) {
        return Stuckness.all(floor, now);
    }

    /** The session at which this person's desk lives now; empty when there is none. */
    public String sessionOf(String login) {
        LiveAgent agent = floor.byLogin.get(login);
        return agent == null || agent.presence == Presence.OFFLINE ? "" : agent.sessionId;
    }

    /** Whose contact this is that lives now. */
    public Optional<ClientId> clientOf(UUID contact) {
        LiveContact live = floor.contacts.get(contact);
        return live == null ? Optional.empty() : Optional.of(new ClientId(live.client));
    }

    public FloorSnapshot snapshot(Instant now) {
        return Snapshots.of(floor, now);
    }

    /** How many waiting contacts each agent at a desk could be given, by log-in. */
    public Map<String, Integer> waitingFor() {
        return Snapshots.waitingFor(floor);
    }

    public int free(ClientId client, Map<String, Integer> skills) {
        var need = new Router.Need(client.value(), skills, null);
        return floor.kept.isEmpty()
                ? floor.router.ready(need)
                : (int) Scenes.dialling(floor, need).count();
    }

    /** Dials of a campaign that are out, or answered and without an agent. */
    public int inFlight(ClientId client, UUID campaignId) {
        int count = 0;
        for (LiveContact contact : floor.contacts.values()) {
            boolean early = contact.state == LiveContact.State.OFFERED || contact.state == LiveContact.State.QUEUED;
            if (early && contact.client == client.value() && campaignId.equals(contact.campaignId)) {
                count++;
            }
        }
        return count;
    }

    /** The calls of these campaigns and the agents who may take them. */
    public OutboundScene scene(Map<Outbound.CampaignId, Map<String, Integer>> campaigns, Instant now) {
        Map<UUID, Router.Need> needs = new HashMap<>();
        campaigns.forEach((campaign, skills) ->
                needs.put(campaign.id(), new Router.Need(campaign.client().value(), skills, null)));
        return Scenes.of(floor, needs, now);
    }

    /** Agents whose desktop is connected, to be told to {@link #restore} of the engine that follows this one. */
    public Set<UUID> reachable() {
        Set<UUID> reachable = new HashSet<>();
        for (LiveAgent agent : floor.agents.values()) {
            if (agent.lostAt == null && !agent.sessionId.isEmpty()) {
                reachable.add(agent.id());
            }
        }
        return reachable;
    }

    /** The client of a dialled number, 0 when it is nobody's. */
    public int clientOf(String dialled) {
        Reference.NumberFacts number = floor.reference.numbers().get(dialled);
        return number == null ? 0 : number.client();
    }

    public boolean knows(UUID call) {
        return floor.contacts.containsKey(call) || floor.over.containsKey(call);
    }
}
