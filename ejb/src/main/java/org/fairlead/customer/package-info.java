/** The person at the other end: contact points, history, notes, masking. */
@NullMarked
package org.fairlead.customer;

import org.jspecify.annotations.NullMarked;
