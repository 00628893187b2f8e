package org.fairlead.campaign.control;

/** How far the reading of a list is. */
public record ListProgress(int percent, int read, int loaded, int bad) {}
