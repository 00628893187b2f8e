/**
 * Days that are played instead of lived: to compare pacing policies, and to show what other settings would have done. The
 * policies that they drive are the live ones.
 */
@NullMarked
package org.fairlead.dialer.entity.day;

import org.jspecify.annotations.NullMarked;
