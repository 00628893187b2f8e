/** Service levels: the formula of the contract over the journal. */
@NullMarked
package org.fairlead.agreement;

import org.jspecify.annotations.NullMarked;
