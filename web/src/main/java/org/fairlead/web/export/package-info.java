/** Tables as files that a spreadsheet opens and does not run. */
@NullMarked
package org.fairlead.web.export;

import org.jspecify.annotations.NullMarked;
