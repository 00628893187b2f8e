/**
 * The engine's pure heart: the floor in memory and what happens to it. No container, no clock, no thread, no database:
 * an input and an instant go in, effects come out, and the same inputs give the same effects.
 */
@NullMarked
package org.fairlead.routing.entity;

import org.jspecify.annotations.NullMarked;
