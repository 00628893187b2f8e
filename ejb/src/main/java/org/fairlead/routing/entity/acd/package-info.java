/**
 * The automatic call distributor: which agent gets which waiting contact, and why. Events with their own time go in,
 * decisions come out; the same events give the same decisions. One owner, no container, no clock, no thread. What an
 * event costs does not grow with the number of waiting contacts.
 *
 * <p>Times are milliseconds since 1970.
 */
@NullMarked
package org.fairlead.routing.entity.acd;

import org.jspecify.annotations.NullMarked;
