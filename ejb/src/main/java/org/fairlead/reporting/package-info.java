/** Figures for people: the floor now, a client's day. */
@NullMarked
package org.fairlead.reporting;

import org.jspecify.annotations.NullMarked;
