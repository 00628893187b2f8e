/** Queues, presence, reservations: which agent gets which contact. One writer owns all of it. */
@NullMarked
package org.fairlead.routing;

import org.jspecify.annotations.NullMarked;
