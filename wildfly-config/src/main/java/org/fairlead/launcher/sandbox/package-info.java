/** Stand-ins for services outside the house, which a demo and tests can reach and real money cannot. */
@NullMarked
package org.fairlead.launcher.sandbox;

import org.jspecify.annotations.NullMarked;
