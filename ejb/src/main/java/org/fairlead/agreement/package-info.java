/**
 * Service levels: the formula of the client's contract over the journal, which is their only source.
 *
 * <p>A contact is counted on the day and in the half hour, of the client's time zone, in which the agreement's clock
 * started for it. Inbound contacts alone are counted. May use contact, routing and what lies below them.
 */
@NullMarked
package org.fairlead.agreement;

import org.jspecify.annotations.NullMarked;
