/** The console, the client portal and the API: pages and page beans only, on the root packages of the capabilities. */
@NullMarked
package org.fairlead.web;

import org.jspecify.annotations.NullMarked;
