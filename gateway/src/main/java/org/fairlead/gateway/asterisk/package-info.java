/**
 * Asterisk 22 as a site's telephony engine, driven over one WebSocket of its REST interface (ARI), which carries
 * requests and events alike. A call is a customer's leg, perhaps an agent's and a consulted target's, and one bridge.
 */
@NullMarked
package org.fairlead.gateway.asterisk;

import org.jspecify.annotations.NullMarked;
