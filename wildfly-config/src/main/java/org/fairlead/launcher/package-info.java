/**
 * What stands behind {@code ./fairlead}: the commands, the parts of a stack on one machine (database, sign-in, server,
 * gateway), how they are made, started, watched and stopped. Nothing of this is deployed.
 */
@NullMarked
package org.fairlead.launcher;

import org.jspecify.annotations.NullMarked;
