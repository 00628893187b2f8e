package org.fairlead.campaign;

/**
 * One thing that is wrong with one row.
 *
 * @param line of the file, the first is 1
 * @param column its name, or {@code *} for the row as a whole
 * @param reason key {@code fault.} and the reason of the bundles
 * @param value what was read, cut to 200 characters; shown as text, never as markup
 */
public record FaultView(int line, String column, String reason, String value) {}
