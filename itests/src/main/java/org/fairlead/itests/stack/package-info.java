/** A running stack seen from outside: addresses, secrets, sessions, control of the simulator. */
@NullMarked
package org.fairlead.itests.stack;

import org.jspecify.annotations.NullMarked;
