package org.fairlead.telephony;

import java.util.UUID;

/** Somebody's desk telephone was given, taken away, or has another password. */
public record TelephoneChanged(UUID personId) {}
