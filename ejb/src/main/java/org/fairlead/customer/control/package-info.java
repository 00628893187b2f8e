/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.customer.control;

import org.jspecify.annotations.NullMarked;
