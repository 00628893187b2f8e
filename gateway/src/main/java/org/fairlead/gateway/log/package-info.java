/** What the gateway tells its operator: numbered messages, written as one line of JSON each. */
@NullMarked
package org.fairlead.gateway.log;

import org.jspecify.annotations.NullMarked;
