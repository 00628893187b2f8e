/** What every page stands in: who is looking, in which language and theme, under which brand; the way in and out. */
@NullMarked
package org.fairlead.web.shell;

import org.jspecify.annotations.NullMarked;
