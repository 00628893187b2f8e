package org.fairlead.client;

import java.util.UUID;
import org.fairlead.shared.ClientId;

/**
 * What a client's programme looks like.
 *
 * @param mark one or two letters, shown where there is no logo
 * @param accent colour on light ground, {@code #rrggbb}
 * @param accentDark the same on dark ground
 */
public record BrandView(
        UUID id, ClientId client, String code, String name, String mark, String accent, String accentDark) {}
