/** The words and fields that an agent is led through: versioned, per language, publishable only when complete. */
@NullMarked
package org.fairlead.script;

import org.jspecify.annotations.NullMarked;
