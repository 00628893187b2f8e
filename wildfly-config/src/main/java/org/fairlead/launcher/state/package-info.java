/** What a stack keeps between and during its runs: folders, ports, secrets, who runs; and the words it is told in. */
@NullMarked
package org.fairlead.launcher.state;

import org.jspecify.annotations.NullMarked;
