/** The floor as supervisors watch it: the page brings its first figures, push brings the rest. */
@NullMarked
package org.fairlead.web.floor;

import org.jspecify.annotations.NullMarked;
