/** The outreach decision: may this person be contacted now, and if not, when. */
@NullMarked
package org.fairlead.compliance;

import org.jspecify.annotations.NullMarked;
