/** Where calls come in: transactions, roles and client scope begin here. */
@NullMarked
package org.fairlead.agreement.boundary;

import org.jspecify.annotations.NullMarked;
