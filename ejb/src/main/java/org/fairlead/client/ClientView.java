package org.fairlead.client;

import java.time.ZoneId;
import org.fairlead.shared.ClientId;

/**
 * A company that hires the outsourcer.
 *
 * @param country ISO 3166 code of two letters
 * @param timeZone where the client's day begins and ends: its service levels and bills are cut there
 */
public record ClientView(ClientId id, String code, String name, String country, ZoneId timeZone, boolean active) {}
