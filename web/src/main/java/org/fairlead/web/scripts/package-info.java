/** Scripts as they are compared, approved and published. */
@NullMarked
package org.fairlead.web.scripts;

import org.jspecify.annotations.NullMarked;
