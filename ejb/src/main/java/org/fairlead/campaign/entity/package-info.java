/** Rows and pure policies: no container, no clock, tested in milliseconds. */
@NullMarked
package org.fairlead.campaign.entity;

import org.jspecify.annotations.NullMarked;
