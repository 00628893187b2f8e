/** The outsourcer's clients with their programmes, brands, queues and numbers; the sites; the people and whom they serve. */
@NullMarked
package org.fairlead.client;

import org.jspecify.annotations.NullMarked;
