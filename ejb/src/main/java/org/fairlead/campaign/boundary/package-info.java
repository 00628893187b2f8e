/** Where calls and events come in: transactions, roles and client scope begin here. */
@NullMarked
package org.fairlead.campaign.boundary;

import org.jspecify.annotations.NullMarked;
