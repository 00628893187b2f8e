/** Doors without a log-in: links that debtors open to pay, and what the payment provider tells. */
@NullMarked
package org.fairlead.web.pay;

import org.jspecify.annotations.NullMarked;
