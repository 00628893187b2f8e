/** The parts of a stack: how each is made, started, asked whether it is ready, and ended. */
@NullMarked
package org.fairlead.launcher.parts;

import org.jspecify.annotations.NullMarked;
