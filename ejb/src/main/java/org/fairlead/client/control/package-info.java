/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.client.control;

import org.jspecify.annotations.NullMarked;
