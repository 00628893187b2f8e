package org.fairlead.gateway.simulator;

import org.jspecify.annotations.Nullable;

/**
 * A customer about to call.
 *
 * @param crowd the crowd that the customer belongs to, null for a single one
 */
public record InboundCall(String dialled, String from, CustomerPlan plan, @Nullable String crowd) {}
