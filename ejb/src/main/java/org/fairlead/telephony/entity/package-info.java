/** Pure policies about sites and calls. */
@NullMarked
package org.fairlead.telephony.entity;

import org.jspecify.annotations.NullMarked;
