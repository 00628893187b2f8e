/** Voice pages: messages that customers left, agents' chains, sites and their telephony. Uses root packages only. */
@NullMarked
package org.fairlead.web.voice;

import org.jspecify.annotations.NullMarked;
