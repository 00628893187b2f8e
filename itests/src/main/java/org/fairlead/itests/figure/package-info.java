/** Figures: what was measured, and whether it is enough. */
@NullMarked
package org.fairlead.itests.figure;

import org.jspecify.annotations.NullMarked;
