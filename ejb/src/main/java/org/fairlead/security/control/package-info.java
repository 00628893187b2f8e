/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.security.control;

import org.jspecify.annotations.NullMarked;
