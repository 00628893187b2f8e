/** The journal of every interaction, appended once, and the present state of each contact. */
@NullMarked
package org.fairlead.contact;

import org.jspecify.annotations.NullMarked;
