/** Reading the files in which clients hand their debts over. */
@NullMarked
package org.fairlead.collections.entity.placement;

import org.jspecify.annotations.NullMarked;
