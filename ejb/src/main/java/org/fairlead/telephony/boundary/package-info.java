/** Facades: where transactions, roles and scopes begin. */
@NullMarked
package org.fairlead.telephony.boundary;

import org.jspecify.annotations.NullMarked;
