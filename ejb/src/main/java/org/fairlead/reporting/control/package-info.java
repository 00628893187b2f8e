/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.reporting.control;

import org.jspecify.annotations.NullMarked;
