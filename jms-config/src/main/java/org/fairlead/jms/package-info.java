/**
 * The contract between the centre and the gateways of the sites: what is said, where, and in which form.
 *
 * <p>A {@link org.fairlead.jms.GatewayEvent} goes up, a {@link org.fairlead.jms.GatewayCommand} goes down, each in a
 * batch that is one Jakarta Messaging text message in JSON ({@link org.fairlead.jms.Wire}). This module uses no other
 * room of the house.
 */
@NullMarked
package org.fairlead.jms;

import org.jspecify.annotations.NullMarked;
