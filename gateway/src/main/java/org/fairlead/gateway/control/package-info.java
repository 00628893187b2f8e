/** HTTP on the loopback address for tests and demonstrations: rings numbers, plays crowds, tells figures. */
@NullMarked
package org.fairlead.gateway.control;

import org.jspecify.annotations.NullMarked;
