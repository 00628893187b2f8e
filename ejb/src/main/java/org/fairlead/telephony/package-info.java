/** Calls and their state machine, commands to the gateways, health of the links. */
@NullMarked
package org.fairlead.telephony;

import org.jspecify.annotations.NullMarked;
