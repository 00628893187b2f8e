/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.routing.control;

import org.jspecify.annotations.NullMarked;
