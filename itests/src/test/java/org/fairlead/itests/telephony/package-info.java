/** Real telephony: Asterisk, SIP and sound, without the rest of the stack where that is not needed. */
@NullMarked
package org.fairlead.itests.telephony;

import org.jspecify.annotations.NullMarked;
