/** Facades of collections and the clock of its nights: transactions, roles and client scope begin here. */
@NullMarked
package org.fairlead.collections.boundary;

import org.jspecify.annotations.NullMarked;
