/** Benchmarks of real telephony: one Asterisk, callers and agents played by sipp, and how to read what they saw. */
@NullMarked
package org.fairlead.itests.voice;

import org.jspecify.annotations.NullMarked;
