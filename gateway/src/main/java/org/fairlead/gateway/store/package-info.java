/** What a gateway must not forget when its process ends: unsent events, commands it has seen, the fence, live calls. */
@NullMarked
package org.fairlead.gateway.store;

import org.jspecify.annotations.NullMarked;
