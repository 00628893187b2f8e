package org.fairlead.routing;

/**
 * What a customer hears who is called without an agent.
 *
 * @param text to be spoken in the customer's language
 * @param connectKey leads to an agent; empty for none
 * @param stopKey who presses it is not called again
 */
public record Announcement(String text, String connectKey, String stopKey) {}
