/** People and clients as the BPO admin reads and edits them. */
@NullMarked
package org.fairlead.web.people;

import org.jspecify.annotations.NullMarked;
