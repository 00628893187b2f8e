/** Who is calling, in which role, for which clients and from which site; the client scope of a transaction; the audit trail. */
@NullMarked
package org.fairlead.security;

import org.jspecify.annotations.NullMarked;
