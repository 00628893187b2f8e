/** Pure figures: the seconds of an agent's day, the tiles of the floor. */
@NullMarked
package org.fairlead.reporting.entity;

import org.jspecify.annotations.NullMarked;
