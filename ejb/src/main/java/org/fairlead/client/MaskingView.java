package org.fairlead.client;

/**
 * How much of a client's numbers is shown at a site.
 *
 * @param shown {@code WHOLE}, {@code ENDS}, {@code LAST_TWO}, {@code NOTHING}
 * @param reveal whether a number may be shown in full to somebody who says why
 */
public record MaskingView(String shown, boolean reveal) {}
