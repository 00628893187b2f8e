/** Rows and pure policies: no container, no EntityManager, no clock. */
@NullMarked
package org.fairlead.customer.entity;

import org.jspecify.annotations.NullMarked;
