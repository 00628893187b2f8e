package org.fairlead.client;

import java.util.UUID;

/**
 * Where customers go whose agent does not answer. Supervisors and BPO admins set it, of people whom they may see; each
 * change is audited, without the numbers: they are the agent's own.
 */
public interface Forwardings {

    Forwarding of(UUID personId);

    /** @throws org.fairlead.shared.Refused when a number, a time or the colleague cannot be; named after the field */
    void set(UUID personId, Forwarding wanted);
}
