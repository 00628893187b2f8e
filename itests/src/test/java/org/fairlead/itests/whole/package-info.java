/** Tests of the running whole: one stack for all of them, real log-ins, real calls through the simulator. */
@NullMarked
package org.fairlead.itests.whole;

import org.jspecify.annotations.NullMarked;
