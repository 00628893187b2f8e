package org.fairlead.routing.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fairlead.routing.QueuePolicy.Fact;
import org.fairlead.routing.entity.Handling.Place;
import org.fairlead.routing.entity.acd.Help;
import org.fairlead.routing.entity.acd.MissCost;
import org.fairlead.routing.entity.acd.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which ready agent gets which waiting contact. Knows nothing of calls, reservations or screens: who is ready
 * and who waits is told to it, and a match takes both out until they are told again. One thread, no clock of its own.
 */
public interface Router {

    /** It is that late now; what is due until then is decided. */
    void at(Instant now);

    /** Nothing is due before; null when nothing ever is. */
    @Nullable
    Instant due();

    /** How queues are served, replacing what was known of them. */
    void queues(Collection<Reference.QueueFacts> queues);

    /** What a miss costs in each programme now; one that is not named costs nothing. */
    void prices(Map<UUID, MissCost> prices);

    /** What an agent may serve, replacing what was known. */
    void know(Reference.PersonFacts agent);

    /** What would help those who wait too long. */
    List<Help.Move> help(int most);

    /** The agent can take a contact now, idle since then. */
    void ready(UUID agent, Instant since);

    /** The agent is there and takes no more. */
    void unready(UUID agent);

    /** The agent is not at a desk: nobody is held for them, and no wait is reckoned with them. */
    void absent(UUID agent);

    /** The contact waits; told again with its first {@code since} and its place, it is back there. */
    void waiting(Waiting contact);

    void gone(UUID contact);

    /** What sent contacts elsewhere since this was asked last, in order. */
    List<Turn> turns();

    /** What the contact can be told; null when it does not wait. */
    @Nullable
    Standing standing(UUID contact);

    /** Whether that queue lets callers in then. */
    boolean opens(UUID queue, Instant then);

    /** The next match, both taken out; empty when no waiting contact can be served by any ready agent. */
    Optional<Match> next();

    /** Takes the agent who would get such a contact out, without one waiting. */
    Optional<UUID> take(Need need);

    /** How many ready agents could serve it; those who work in one queue alone could not. */
    int ready(Need need);

    /** The same, with those who work in that queue alone. */
    int ready(UUID queue, Need need);

    /** The queues in which the agent works alone at present; empty for wherever else. */
    Set<UUID> alone(UUID agent);

    /**
     * What a contact asks of an agent.
     *
     * @param skills each with the least proficiency
     * @param only the one agent who may get it; null for any
     */
    record Need(int client, Map<String, Integer> skills, @Nullable UUID only) {
        public Need {
            skills = Map.copyOf(skills);
        }
    }

    /**
     * @param queue whose rules hold, or null: then the need alone
     * @param priority the lowest number is served first; negative: before all others
     * @param facts what else is known, but for the time
     * @param menu what keys have said, see {@link org.fairlead.routing.QueueMenu#answers}
     * @param place where it stood before; null for one that is still to be let into its queue
     * @param callAt not to be called before; null for a customer on the line
     */
    record Waiting(
            UUID contact,
            @Nullable UUID queue,
            String language,
            Need need,
            int priority,
            Instant since,
            CallerKnown caller,
            Map<Fact, String> facts,
            Map<String, String> menu,
            @Nullable Place place,
            @Nullable Instant callAt) {
        public Waiting {
            facts = Map.copyOf(facts);
            menu = Map.copyOf(menu);
        }
    }

    /** @param why short, for the journal */
    record Match(UUID contact, UUID agent, String why) {}
}
