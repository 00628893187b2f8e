/** Benchmarks; each compares with a bound or a peer that is measured in the same run. */
@NullMarked
package org.fairlead.itests.bench;

import org.jspecify.annotations.NullMarked;
