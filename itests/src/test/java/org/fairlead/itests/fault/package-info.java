/** What must hold when parts die and when people try what is not theirs. */
@NullMarked
package org.fairlead.itests.fault;

import org.jspecify.annotations.NullMarked;
