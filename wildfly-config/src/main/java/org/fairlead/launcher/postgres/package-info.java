/** PostgreSQL from its binaries, without an installation: unpacked, started and stopped as a child, migrated as owner. */
@NullMarked
package org.fairlead.launcher.postgres;

import org.jspecify.annotations.NullMarked;
