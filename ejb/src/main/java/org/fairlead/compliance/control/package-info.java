/** The use cases; they know no boundary and no transaction of their own. */
@NullMarked
package org.fairlead.compliance.control;

import org.jspecify.annotations.NullMarked;
