/** The compliance officer's page: numbers that must not be called, and why attempts were denied. */
@NullMarked
package org.fairlead.web.compliance;

import org.jspecify.annotations.NullMarked;
