/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.contact.control;

import org.jspecify.annotations.NullMarked;
