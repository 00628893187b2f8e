package org.fairlead.contact;

import java.util.UUID;

/**
 * A piece of what a customer said.
 *
 * @param gateway that has it from its engine: of no other's contact
 * @param part 1 to {@code parts}
 * @param audio G.711 mu-law, base64
 */
public record VoicemailPart(String gateway, UUID contact, int part, int parts, String audio) {}
