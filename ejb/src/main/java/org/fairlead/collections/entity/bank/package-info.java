/** Files in which banks report money: read whole or refused whole, and nothing in them is ever run or fetched. */
@NullMarked
package org.fairlead.collections.entity.bank;

import org.jspecify.annotations.NullMarked;
