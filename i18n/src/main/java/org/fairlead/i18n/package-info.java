/**
 * Every word that a person reads, in every language of the interface, and numbers, shares, money, times and durations
 * as each language writes them.
 *
 * <p>One bundle per area ({@link org.fairlead.i18n.Words#AREAS}) and language,
 * {@code org/fairlead/i18n/<area>_<language>.properties}, UTF-8. A key belongs to one area only and is its first word:
 * {@code floor.waiting} lives in {@code floor_*.properties}. Patterns are ICU message patterns: {@code {0}},
 * {@code {0, plural, one {# agent} other {# agents}}}; an apostrophe is written once. The tests of this module keep the
 * languages complete and alike.
 */
@NullMarked
package org.fairlead.i18n;

import org.jspecify.annotations.NullMarked;
