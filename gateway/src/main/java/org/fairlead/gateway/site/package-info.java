/** One gateway: numbers what happens to its calls, carries out what the centre commands, reconciles. */
@NullMarked
package org.fairlead.gateway.site;

import org.jspecify.annotations.NullMarked;
