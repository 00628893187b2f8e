package org.fairlead.telephony;

/** How a site reaches its customers was changed. */
public record TrunkChanged(String gateway) {}
