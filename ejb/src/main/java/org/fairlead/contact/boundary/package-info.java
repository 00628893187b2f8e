/** Facades, the intake of messages, threads: where transactions, roles and scopes begin. */
@NullMarked
package org.fairlead.contact.boundary;

import org.jspecify.annotations.NullMarked;
