package org.fairlead.routing.entity.acd;

import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why this agent got this contact.
 *
 * @param chosen what was chosen, when the other was given
 * @param by the queue's strategy, when an agent was chosen
 * @param candidates how many agents, or lines of contacts, there were to choose from
 * @param ring from which the agent was asked
 * @param waitedMillis of the contact
 * @param creditMillis what its urgency was worth, in waiting
 * @param score of the winner under the strategy's first order
 * @param cost of letting this contact wait, when something was at stake; negative when nothing was
 */
public record Why(
        Chosen chosen,
        List<AgentOrder> by,
        int candidates,
        int ring,
        long waitedMillis,
        long creditMillis,
        long score,
        long cost,
        @Nullable UUID preferred) {

    /** Which side was free to choose. */
    public enum Chosen {
        AGENT,
        CONTACT
    }

    /** For the journal: short, the same for ever. */
    public String text() {
        StringJoiner text = new StringJoiner(" ");
        if (chosen == Chosen.AGENT) {
            text.add(
                    by.isEmpty()
                            ? "LONGEST_IDLE"
                            : String.join("+", by.stream().map(AgentOrder::name).toList()));
            text.add("agents=" + candidates).add("key=" + score);
        } else {
            text.add(cost >= 0 ? "COSTLIEST_WAIT" : "LONGEST_WAIT");
            text.add("lines=" + candidates).add("key=" + (waitedMillis + creditMillis));
        }
        if (cost >= 0) {
            text.add("cost=" + cost);
        }
        if (ring > 0) {
            text.add("ring=" + ring);
        }
        if (preferred != null) {
            text.add("preferred");
        }
        return text.add("waited=" + waitedMillis).add("credit=" + creditMillis).toString();
    }
}
