/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.script.control;

import org.jspecify.annotations.NullMarked;
