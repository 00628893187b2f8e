/** The use cases; they know no boundary. */
@NullMarked
package org.fairlead.telephony.control;

import org.jspecify.annotations.NullMarked;
