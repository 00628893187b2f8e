/** What tables, forms and refusals of the pages have in common. */
@NullMarked
package org.fairlead.web.tables;

import org.jspecify.annotations.NullMarked;
