/** Debts for those who take them in, watch over their money and report on them to the client. */
@NullMarked
package org.fairlead.web.collections;

import org.jspecify.annotations.NullMarked;
