/** Campaigns, their lead lists, leads and attempts, for those who run them and those who watch over them. */
@NullMarked
package org.fairlead.web.campaigns;

import org.jspecify.annotations.NullMarked;
