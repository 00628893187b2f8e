package org.fairlead.compliance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.fairlead.shared.ClientId;

/**
 * What the outreach decision knows about one attempt before it is made.
 *
 * @param number in E.164 form
 * @param zones every time zone in which the person may be; empty means that none is known
 * @param jurisdictions every jurisdiction that may apply, countries and states ({@code US}, {@code US-FL})
 * @param listed true when the number is on the client's or the outsourcer's do-not-call list
 * @param attempts when this number was tried for this client, over all campaigns, in any order; attempts with unknown
 *     outcome are among them, attempts that provably never left are not
 */
public record OutreachFacts(
        ClientId client,
        String number,
        List<ZoneId> zones,
        Set<String> jurisdictions,
        boolean listed,
        List<Instant> attempts) {

    public OutreachFacts {
        zones = List.copyOf(zones);
        jurisdictions = Set.copyOf(jurisdictions);
        attempts = List.copyOf(attempts);
    }
}
