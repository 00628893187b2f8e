/**
 * The REST API under {@code /api}: JSON in and out. What changes something needs the header {@code X-Fairlead}, which
 * no form of another site can send. Refusals are 409 with {@code error} (a key) and {@code message} (words in the
 * caller's language); what is not there, or not the caller's, is 404.
 */
@NullMarked
package org.fairlead.web.api;

import org.jspecify.annotations.NullMarked;
