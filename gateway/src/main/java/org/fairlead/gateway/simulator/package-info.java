/** A telephony engine that is not there: it keeps the state of its calls and plays seeded customers. */
@NullMarked
package org.fairlead.gateway.simulator;

import org.jspecify.annotations.NullMarked;
