/** Use cases: what is done with debts, in the transaction and the scope of the caller. */
@NullMarked
package org.fairlead.collections.control;

import org.jspecify.annotations.NullMarked;
