/**
 * The gateway of a site: Jakarta Messaging on one side, a telephony engine on the other. One process may host several
 * gateways, each with its own broker user, connection and command queue.
 *
 * <p>{@code engine} is the port, {@code simulator} a telephony engine that plays customers, {@code link} the
 * connection to the centre, {@code site} what lies between the two, {@code control} the door for tests and
 * demonstrations.
 */
@NullMarked
package org.fairlead.gateway;

import org.jspecify.annotations.NullMarked;
