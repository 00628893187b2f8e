/** The inner loop: an exploded deployable that follows the sources. */
@NullMarked
package org.fairlead.launcher.dev;

import org.jspecify.annotations.NullMarked;
