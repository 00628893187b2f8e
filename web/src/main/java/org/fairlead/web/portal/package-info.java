/** The client portal: what an account manager sees of the one client, by the contract's own formula. */
@NullMarked
package org.fairlead.web.portal;

import org.jspecify.annotations.NullMarked;
