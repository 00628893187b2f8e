/** Where calls come in: transactions, roles and client scope begin here. */
@NullMarked
package org.fairlead.script.boundary;

import org.jspecify.annotations.NullMarked;
