/**
 * Figures for people: the floor as it is now, each second while somebody watches, and where every second of an agent's
 * day went. Reads the other capabilities, changes nothing.
 */
@NullMarked
package org.fairlead.reporting;

import org.jspecify.annotations.NullMarked;
