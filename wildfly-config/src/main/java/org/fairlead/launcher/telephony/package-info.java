/**
 * A real telephony engine on this machine: where it comes from, how each demo site's instance is configured, and the
 * prompts that it plays. Nothing is installed on the machine itself; all of it lies in the state folder.
 */
@NullMarked
package org.fairlead.launcher.telephony;

import org.jspecify.annotations.NullMarked;
