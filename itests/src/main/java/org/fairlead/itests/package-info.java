/**
 * Tools that use the running whole from outside, through the same interfaces that people and gateways use: the floor of
 * virtual agents and customers, and the benchmarks. Every figure is a line that says whether it reaches its goal.
 */
@NullMarked
package org.fairlead.itests;

import org.jspecify.annotations.NullMarked;
