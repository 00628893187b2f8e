/** Where calls and events come in: transactions, roles and client scope begin here. */
@NullMarked
package org.fairlead.compliance.boundary;

import org.jspecify.annotations.NullMarked;
