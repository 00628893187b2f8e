package org.fairlead.collections.entity;

import java.util.List;
import org.fairlead.shared.Money;

/** How long a plan each role may agree to by itself, as the client has said; one instalment where it said nothing. */
public record PlanAuthority(List<Limit> limits) {

    /**
     * @param instalments so many at most
     * @param least no instalment below, but for the last one
     */
    public record Limit(String role, int instalments, Money least) {}

    public PlanAuthority {
        limits = List.copyOf(limits);
    }

    /** Whether this role may agree to the plan without anybody else. */
    public boolean mayAgree(String role, PlanSchedule plan) {
        int count = plan.instalments().size();
        return count == 1
                || limits.stream()
                        .filter(limit -> limit.role().equals(role))
                        .anyMatch(limit -> count <= limit.instalments()
                                && plan.instalments().get(0).amount().compareTo(limit.least()) >= 0);
    }
}
