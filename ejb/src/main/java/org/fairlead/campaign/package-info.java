/** Lists, leads, attempts, dispositions, callbacks, retry. */
@NullMarked
package org.fairlead.campaign;

import org.jspecify.annotations.NullMarked;
