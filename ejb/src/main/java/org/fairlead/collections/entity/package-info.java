/** Rows and pure policies: no container, no clock, tested in milliseconds. */
@NullMarked
package org.fairlead.collections.entity;

import org.jspecify.annotations.NullMarked;
