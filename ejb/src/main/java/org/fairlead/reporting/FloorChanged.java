package org.fairlead.reporting;

/**
 * The floor's figures of this second, fired while somebody watches. Observers cut them to each viewer's clients with
 * {@link FloorFigures#within} and hand them on at once.
 */
public record FloorChanged(FloorFigures figures) {}
