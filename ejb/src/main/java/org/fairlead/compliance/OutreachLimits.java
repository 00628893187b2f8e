package org.fairlead.compliance;

import java.time.LocalTime;

/**
 * What a campaign adds to the law: its own hours and its cap. They can only tighten.
 *
 * @param programKind {@code TELESALES}, {@code COLLECTIONS} or {@code SUPPORT}: says which rules of the pack apply
 * @param callFrom in the customer's local time; equal to {@code callUntil} for the whole day
 * @param capCount at most so many attempts to one number, over all campaigns of the client ...
 * @param capDays ... in so many days, rolling
 */
public record OutreachLimits(String programKind, LocalTime callFrom, LocalTime callUntil, int capCount, int capDays) {}
