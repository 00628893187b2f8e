package org.fairlead.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairlead.shared.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * How queues choose, to be read, tried out and edited. Everything is limited to the caller's clients. A save is audited
 * and takes effect at once, for those who wait too.
 */
public interface QueuePolicies {

    /** Roles: BPO admin, supervisor. */
    Form open(UUID queue);

    /**
     * Role: BPO admin.
     *
     * @param version as it was read
     * @throws org.fairlead.shared.Refused {@code setup.changed} when somebody saved it since; {@code queue.policy}, or
     *     one that names the field, when it cannot be so
     */
    Form save(UUID queue, int version, QueuePolicy policy);

    /** Whom the engine would choose and why, by the clock now; nothing is changed. Roles: BPO admin, supervisor. */
    Trial tryOut(UUID queue, QueuePolicy policy, TrialCaller caller, List<TrialAgent> floor);

    /**
     * An hour of the past played again: as it was, with the queue as it is set up, and with the queue as the policy
     * says; nothing is changed. Roles: BPO admin, supervisor.
     *
     * @param date by the client's clock
     * @param hour from 0 to 23
     * @throws org.fairlead.shared.Refused {@code queue.replay} when that hour is not over yet; {@code queue.policy} when
     *     the policy cannot be so
     */
    Replays replay(UUID queue, QueuePolicy policy, LocalDate date, int hour);

    /**
     * What came of an hour.
     *
     * @param inTimePercent of all that came, answered within the queue's target
     */
    record Replayed(
            int contacts,
            int answered,
            int gaveUp,
            int sentOn,
            int inTimePercent,
            int meanWaitSeconds,
            int longestWaitSeconds) {}

    /**
     * @param targetSeconds within which an answer counts
     * @param agents who were there for this queue
     * @param was by the journal
     * @param now with the queue as it is set up
     * @param then with the queue as the policy says
     */
    record Replays(int targetSeconds, int agents, Replayed was, Replayed now, Replayed then) {}

    /**
     * @param skills that the queue asks for
     * @param languages that the queue's callers may speak
     * @param others queues of the same client, by id
     */
    record Form(
            ClientId client,
            UUID queue,
            String name,
            Map<String, Integer> skills,
            List<String> languages,
            int priority,
            int version,
            QueuePolicy policy,
            Map<UUID, String> others) {
        public Form {
            skills = Map.copyOf(skills);
            languages = List.copyOf(languages);
            others = Map.copyOf(others);
        }
    }

    /**
     * @param dialled the number; empty for none in particular
     * @param value to the client; 0 for unknown
     * @param gateway at which the call comes in; empty for none in particular
     * @param keys that are pressed, one for each question of the queue's menu; empty for none
     */
    record TrialCaller(
            String language,
            int waitedSeconds,
            boolean vip,
            int value,
            String dialled,
            String gateway,
            List<String> keys) {

        public TrialCaller {
            keys = List.copyOf(keys);
        }

        /** What entry rules may ask, but for the time. */
        public Map<QueuePolicy.Fact, String> facts() {
            return Map.of(
                    QueuePolicy.Fact.DIALLED, dialled,
                    QueuePolicy.Fact.LANGUAGE, language,
                    QueuePolicy.Fact.GATEWAY, gateway);
        }
    }

    /**
     * @param idleSeconds negative when not free
     */
    record TrialAgent(UUID id, Set<Integer> clients, Map<String, Integer> skills, int idleSeconds) {
        public TrialAgent {
            clients = Set.copyOf(clients);
            skills = Map.copyOf(skills);
        }
    }

    /**
     * @param agent who is asked; null when nobody of these ever is
     * @param afterSeconds from now; more than 0 when only a wider ring finds one
     * @param candidates who could take it then
     * @param ring from which the agent was asked; 0: as the queue asks at once
     * @param why as the journal keeps it; when it was sent on, what made it so
     * @param sentOn where the caller went first instead of waiting; null when it waited
     */
    record Trial(
            @Nullable UUID agent,
            int afterSeconds,
            int candidates,
            int ring,
            String why,
            QueuePolicy.@Nullable Way sentOn) {}
}
