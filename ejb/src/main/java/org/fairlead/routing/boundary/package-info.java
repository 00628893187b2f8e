/** Facades, the intake of messages, threads: where transactions, roles and scopes begin. */
@NullMarked
package org.fairlead.routing.boundary;

import org.jspecify.annotations.NullMarked;
