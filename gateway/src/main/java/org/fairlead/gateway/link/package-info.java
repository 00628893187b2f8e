/** The connection to the centre: events go up in order and in batches, commands come down at most once. */
@NullMarked
package org.fairlead.gateway.link;

import org.jspecify.annotations.NullMarked;
