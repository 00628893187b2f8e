/** The port to a telephony engine: what a gateway asks of it, what it tells, and how it fails. */
@NullMarked
package org.fairlead.gateway.engine;

import org.jspecify.annotations.NullMarked;
