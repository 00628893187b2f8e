/** Ids, money, clock, time windows. Small, and stays small; everybody may use it. */
@NullMarked
package org.fairlead.shared;

import org.jspecify.annotations.NullMarked;
