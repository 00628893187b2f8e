/** Debts of clients that are worked for them: placements, ledger, promises, plans, remittance. */
@NullMarked
package org.fairlead.collections;

import org.jspecify.annotations.NullMarked;
