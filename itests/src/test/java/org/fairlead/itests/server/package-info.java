/** Tests that are carried into the running server and call the facades there, as each role. */
@NullMarked
package org.fairlead.itests.server;

import org.jspecify.annotations.NullMarked;
