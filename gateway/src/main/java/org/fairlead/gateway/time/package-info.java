/** Time and the one thread of a site, so that tests can turn the clock. */
@NullMarked
package org.fairlead.gateway.time;

import org.jspecify.annotations.NullMarked;
