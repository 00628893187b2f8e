package org.fairlead.client;

import java.time.ZoneId;

/** A place where agents work, with the gateway of its telephony. */
public record SiteView(int id, String code, String name, String country, ZoneId timeZone, String gateway) {}
