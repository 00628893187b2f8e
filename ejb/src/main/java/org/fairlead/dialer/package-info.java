/** How many attempts to have in flight now, and sending them. */
@NullMarked
package org.fairlead.dialer;

import org.jspecify.annotations.NullMarked;
