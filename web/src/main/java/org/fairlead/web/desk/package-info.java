/** The agent's desktop: what is read when the contact changes; everything else is pushed. */
@NullMarked
package org.fairlead.web.desk;

import org.jspecify.annotations.NullMarked;
