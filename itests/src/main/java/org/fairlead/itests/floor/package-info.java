/** Virtual agents and customers, and the reckoning of what became of every call. */
@NullMarked
package org.fairlead.itests.floor;

import org.jspecify.annotations.NullMarked;
