/** Pure counting: journeys of contacts in, figures out. */
@NullMarked
package org.fairlead.agreement.entity;

import org.jspecify.annotations.NullMarked;
