/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.agreement.control;

import org.jspecify.annotations.NullMarked;
